/// The comments of a document that say which findings are meant, by line, and what they were good for.
///
/// Made anew for each look at the findings: costs the comments, not the document.
struct IgnoreComments {
    private struct Entry {
        let line: Int
        let comment: IgnoreComment
        /// The rules that it names; empty for all.
        let names: [IgnoreComment.Word]
        /// The last line that a `start` is about.
        var endLine = Int.max
        /// The names that a finding was of, as bits; bit 0 where it names none.
        var used: UInt64 = 0

        /// The lines that one about a block or the file is about.
        var lines: ClosedRange<Int> { comment.scope == .start ? line...max(line, endLine) : 0...Int.max }
    }

    /// The comments about blocks and the file that name the same rule, or none.
    private struct Wide {
        /// The entries that say so, and the place of the name in each.
        var entries: [(index: Int, name: Int)] = []
        /// The lines that they are about, as ascending ranges that do not overlap.
        var lines: [ClosedRange<Int>] = []
        /// The lines of findings that they hide.
        var hidden: [Int] = []
    }

    private var entries: [Entry] = []
    /// Those about blocks and the file, by the word that names their rules; an empty one for all.
    private var wide: [String: Wide] = [:]
    /// The blocks that comments for other checkers enclose.
    private(set) var foreign = ForeignBlocks()
    /// The words among them that name a rule, by its identifier.
    private var wordsOf: [String: [String]] = [:]

    /// Reads them all; `isName` says whether a word without a slash is meant as a rule's name, and not for a reason.
    init(_ comments: LineEntries<IgnoreComment>, isName: (String) -> Bool) {
        if comments.isEmpty { return }
        var foreign = ForeignBlocks.Reader()
        comments.forEach { line, comment in
            if comment.scope == .foreignStart || comment.scope == .foreignEnd {
                foreign.add(comment, line)
                return
            }
            let names = comment.words.prefix {
                comment.isNamed || $0.text.contains("/") || $0.text == "*" || isName($0.text)
            }
            entries.append(Entry(line: line, comment: comment, names: Array(names)))
        }
        self.foreign = foreign.blocks
        closeBlocks()
        collectWide()
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Finds where each block ends: at the next end that names one of its rules, or none.
    private mutating func closeBlocks() {
        var open: [Int] = []
        var openByName: [String: [Int]] = [:]
        for index in entries.indices {
            switch entries[index].comment.scope {
            case .start:
                open.append(index)
                for name in entries[index].names { openByName[name.text, default: []].append(index) }
            case .end:
                let names = entries[index].names
                let ended = names.isEmpty ? open : names.flatMap { openByName.removeValue(forKey: $0.text) ?? [] }
                if names.isEmpty {
                    open = []
                    openByName = [:]
                }
                for start in ended where entries[start].endLine == .max {
                    entries[start].endLine = entries[index].line
                    entries[index].used = 1
                }
            case .file, .line, .unknown, .foreignStart, .foreignEnd: break
            }
        }
    }

    private mutating func collectWide() {
        for (index, entry) in entries.enumerated() {
            switch entry.comment.scope {
            case .start: break
            case .file: if entry.line >= IgnoreComment.fileLines { continue }
            case .line, .end, .unknown, .foreignStart, .foreignEnd: continue
            }
            if entry.names.isEmpty { wide["", default: Wide()].entries.append((index, 0)) }
            for (number, name) in entry.names.enumerated() {
                wide[name.text, default: Wide()].entries.append((index, number))
            }
        }
        for (word, about) in wide {
            wide[word]?.lines = about.entries.map { entries[$0.index].lines }.united
        }
    }

    /// Whether a finding of the rule `id` is meant, as its comments say, which are noted to be of use.
    ///
    /// `matchLine` is the first line of what matched, `lines` are those of what is marked; of many the first are looked at.
    mutating func accept(_ id: String, matchLine: Int, _ lines: ClosedRange<Int>) -> Bool {
        if entries.isEmpty { return false }
        var isAccepted = acceptWide(id, lines.lowerBound)
        let last = min(lines.upperBound, lines.lowerBound + 20)
        for index in indices(of: lines.lowerBound - 1...last) {
            guard case .line(let isAlone) = entries[index].comment.scope,
                entries[index].line >= lines.lowerBound || isAlone
            else { continue }
            isAccepted = use(index, for: id) || isAccepted
        }
        if !lines.contains(matchLine) {
            for index in indices(of: matchLine...matchLine) {
                if case .line = entries[index].comment.scope { isAccepted = use(index, for: id) || isAccepted }
            }
        }
        return isAccepted
    }

    /// Whether a comment about a block or the file says that a finding on a line is meant.
    private mutating func acceptWide(_ id: String, _ line: Int) -> Bool {
        if wide.isEmpty { return false }
        let words = wordsOf[id] ?? wide.keys.filter { $0.isEmpty || Self.names($0, id) }
        wordsOf[id] = words
        var isAccepted = false
        for word in words {
            guard let about = wide[word], about.lines.holds(line) else { continue }
            isAccepted = true
            if about.hidden.last != line { wide[word]?.hidden.append(line) }
        }
        return isAccepted
    }

    /// The entries, with what the findings that were accepted so far say of those about blocks and the file.
    private var weighed: [Entry] {
        var entries = entries
        for about in wide.values where !about.hidden.isEmpty {
            let hidden = about.hidden.sorted()
            for (index, name) in about.entries where hidden.holds(in: entries[index].lines) {
                entries[index].used |= 1 << UInt64(name)
            }
        }
        return entries
    }

    private func indices(of lines: ClosedRange<Int>) -> Range<Int> {
        let first = firstIndex { $0.line >= lines.lowerBound }
        var end = first
        while end < entries.count, entries[end].line <= lines.upperBound { end += 1 }
        return first..<end
    }

    private func firstIndex(_ isBehind: (Entry) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func use(_ index: Int, for id: String) -> Bool {
        if entries[index].names.isEmpty {
            entries[index].used = 1
            return true
        }
        var isNamed = false
        for (number, name) in entries[index].names.enumerated() where Self.names(name.text, id) {
            entries[index].used |= 1 << UInt64(number)
            isNamed = true
        }
        return isNamed
    }

    /// Whether a word is a rule's identifier, or one in which a star at the end stands for anything.
    static func names(_ word: String, _ id: String) -> Bool {
        if word.utf8.last == UInt8(ascii: "*") { return id.utf8.starts(with: word.utf8.dropLast()) }
        return word == id
    }

    /// The lines of comments that name no rule and have hidden something.
    var linesOfUse: Set<Int> {
        Set(weighed.lazy.filter { $0.names.isEmpty && $0.used != 0 && $0.comment.scope != .end }.map(\.line))
    }

    /// The names in comments that hid nothing, of those that are asked about.
    func unusedNames(_ isAskedAbout: (String) -> Bool) -> [Remark] {
        weighed.flatMap { entry in
            if entry.comment.scope == .end { return [Remark]() }
            return entry.names.enumerated().compactMap { number, name in
                guard entry.used >> UInt64(number) & 1 == 0, isAskedAbout(name.text) else { return nil }
                return Remark(
                    rule: IgnoreRule.unused,
                    message: "'\(name.text)' finds nothing here that this comment would ignore.", line: entry.line,
                    bytes: name.bytes)
            }
        }
    }

    /// Something that a comment says for nothing.
    struct Remark {
        let rule: Rule
        let message: String
        let line: Int
        let bytes: Range<Int>
    }

    /// What is wrong with the comments, by place.
    ///
    /// `isKnown` says whether a word names a rule that there is, or those of somebody else; `isOn` whether a rule of
    /// that name could find anything in this document.
    func remarks(isKnown: (String) -> Bool, isOn: (String) -> Bool) -> [Remark] {
        var remarks: [Remark] = []
        for entry in weighed {
            func unused(_ message: String, _ bytes: Range<Int>) {
                remarks.append(Remark(rule: IgnoreRule.unused, message: message, line: entry.line, bytes: bytes))
            }
            let all = entry.comment.bytes
            for name in entry.names where !isKnown(name.text) {
                remarks.append(
                    Remark(
                        rule: IgnoreRule.unknown, message: "No rule is called '\(name.text)', so this ignores nothing.",
                        line: entry.line, bytes: name.bytes))
            }
            switch entry.comment.scope {
            case .foreignStart, .foreignEnd: break
            case .unknown: unused("Behind 'codeforge-ignore-' stands 'start', 'end', 'file' or 'next-line'.", all)
            case .end: if entry.used == 0 { unused("No block ends here that was started before.", all) }
            case .file where entry.line >= IgnoreComment.fileLines:
                unused("A comment about the file stands within its first \(IgnoreComment.fileLines) lines.", all)
            case .start, .file, .line:
                if entry.names.isEmpty {
                    if entry.used == 0 { unused("Nothing is found here that this comment would ignore.", all) }
                    continue
                }
                for (number, name) in entry.names.enumerated()
                where entry.used >> UInt64(number) & 1 == 0 && isKnown(name.text) && isOn(name.text) {
                    unused("'\(name.text)' finds nothing here that this comment would ignore.", name.bytes)
                }
            }
        }
        return remarks
    }
}

/// What ESLint's comments about blocks say of findings.
struct ForeignBlocks {
    /// The lines of blocks, by what is passed over in them.
    private var lines: [Suppressions: [ClosedRange<Int>]] = [:]

    /// Whether a finding of a rule on a line is passed over.
    func accept(_ rule: Rule, onLine line: Int) -> Bool {
        lines.contains { $0.key.accept(rule) && $0.value.holds(line) }
    }

    /// Reads the comments of a document in their order.
    struct Reader {
        private var closed: [Suppressions: [ClosedRange<Int>]] = [:]
        private var open: [Int: (line: Int, names: Set<String>)] = [:]
        /// The open blocks that name each rule.
        private var named: [String: Set<Int>] = [:]
        private var count = 0

        mutating func add(_ comment: IgnoreComment, _ line: Int) {
            let names = Set(comment.words.map(\.text))
            if comment.scope == .foreignStart {
                begin(names, line)
            } else if names.isEmpty {
                for number in open.keys { close(number, line) }
                (open, named) = ([:], [:])
            } else {
                // The other rules of a block go on to be disabled.
                for number in names.flatMap({ named.removeValue(forKey: $0) ?? [] }) {
                    guard let block = open[number] else { continue }
                    close(number, line)
                    open[number] = nil
                    let rest = block.names.subtracting(names)
                    if !rest.isEmpty { begin(rest, line + 1) }
                }
            }
        }

        private mutating func begin(_ names: Set<String>, _ line: Int) {
            open[count] = (line, names)
            for name in names { named[name, default: []].insert(count) }
            count += 1
        }

        private mutating func close(_ number: Int, _ line: Int) {
            guard let block = open[number] else { return }
            closed[says(block.names), default: []].append(block.line...max(block.line, line))
        }

        private func says(_ names: Set<String>) -> Suppressions {
            let comment = "// eslint-disable-next-line \(names.sorted().joined(separator: " "))"
            return Suppressions(Array(comment.utf8), isBefore: true)
        }

        /// The blocks; those that no comment ends go on to the end of the document.
        var blocks: ForeignBlocks {
            var reader = self
            for number in open.keys { reader.close(number, .max) }
            var blocks = ForeignBlocks()
            blocks.lines = reader.closed.mapValues(\.united)
            return blocks
        }
    }
}

extension [ClosedRange<Int>] {
    /// The same lines in ascending ranges that do not overlap.
    fileprivate var united: [ClosedRange<Int>] {
        var united: [ClosedRange<Int>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = united.last, range.lowerBound <= last.upperBound {
                united[united.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                united.append(range)
            }
        }
        return united
    }

    /// Whether one of these, which ascend and do not overlap, holds a line.
    fileprivate func holds(_ line: Int) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound < line { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].lowerBound <= line
    }
}

extension [Int] {
    /// Whether one of these, which ascend, is in a range.
    fileprivate func holds(in range: ClosedRange<Int>) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] <= range.upperBound
    }
}

/// What the review says of comments that are to hide findings; no rules of `RuleSet.builtIn`, for the code is not wrong.
package enum IgnoreRule {
    package static let unknown = rule(
        "review/unknown-rule", "Comment names a rule that there is none of",
        "No rule is called so, so this ignores nothing.",
        "A comment `codeforge-ignore RULE` hides the findings of the rules that it names. A name that was mistyped, or of "
            + "a rule that is gone, hides nothing. `codeforge rules` lists the names.")

    package static let unused = rule(
        "review/unused-ignore", "Comment ignores nothing",
        "Nothing is found here that this comment would ignore.",
        "A comment that hides nothing today hides the next real problem of its place tomorrow. Take it away, or move it "
            + "to the line that it is about.")

    /// Whether a word names a rule that there is, or all of a category; what others find has names of its own.
    static func isKnown(_ word: String, in rules: RuleSet) -> Bool {
        if isRule(word, in: rules) || word.hasPrefix("agent/") || OtherCheckers.areNamed(by: word) { return true }
        return word.utf8.last == UInt8(ascii: "*")
            && (ids.contains { IgnoreComments.names(word, $0) }
                || rules.own.contains { IgnoreComments.names(word, $0.id) })
    }

    static func isRule(_ word: String, in rules: RuleSet) -> Bool {
        ids.contains(word) || rules.own.contains { $0.id == word }
    }

    /// Whether a word is meant as a rule's name: one, one without its category, or a code such as `S605`.
    static func isName(_ word: String, in rules: RuleSet) -> Bool {
        if isRule(word, in: rules) || shortNames.contains(word) { return true }
        let letters = word.utf8.prefix { $0.isUpper }
        let digits = word.utf8.dropFirst(letters.count)
        return !letters.isEmpty && digits.count > 2 && digits.allSatisfy(\.isDigit)
    }

    /// The names of rules without their categories.
    private static let shortNames = Set(ids.compactMap { $0.split(separator: "/").last.map(String.init) })

    private static let ids = Set(
        RuleSet.builtIn.rules.map(\.id) + [LongLine.rule.id, RuleLimit.rule.id, unknown.id, unused.id])

    private static func rule(_ id: String, _ title: String, _ message: String, _ why: String) -> Rule {
        Rule(
            RuleDefinition(
                id: id, title: title, message: message, why: why, severity: .info, languages: Language.allCases,
                cwe: nil, references: [], tags: [], fix: nil, fixTitle: nil, skipsTests: false, skipsScripts: false,
                skipsProse: true, formulas: [], examples: []))
    }
}
