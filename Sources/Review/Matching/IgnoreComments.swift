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
    }

    private var entries: [Entry] = []
    /// The entries about blocks and the file, in order.
    private var wide: [Int] = []

    /// Reads them all; `isName` says whether a word without a slash is meant as a rule's name, and not for a reason.
    init(_ comments: LineEntries<IgnoreComment>, isName: (String) -> Bool) {
        if comments.isEmpty { return }
        comments.forEach { line, comment in
            let names = comment.words.prefix {
                comment.isNamed || $0.text.contains("/") || $0.text == "*" || isName($0.text)
            }
            entries.append(Entry(line: line, comment: comment, names: Array(names)))
        }
        closeBlocks()
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Finds where each block ends: at the next end that names one of its rules, or none.
    private mutating func closeBlocks() {
        var open: [Int] = []
        for index in entries.indices {
            switch entries[index].comment.scope {
            case .start:
                open.append(index)
                wide.append(index)
            case .file:
                if entries[index].line < IgnoreComment.fileLines { wide.append(index) }
            case .end:
                let names = entries[index].names.map(\.text)
                let closed = open.filter { start in
                    names.isEmpty || entries[start].names.contains { names.contains($0.text) }
                }
                for start in closed { entries[start].endLine = entries[index].line }
                open.removeAll(where: closed.contains)
                if !closed.isEmpty { entries[index].used = 1 }
            case .line, .unknown: break
            }
        }
    }

    /// Whether a finding of the rule `id` is meant, as its comments say, which are noted to be of use.
    ///
    /// `matchLine` is the first line of what matched, `lines` are those of what is marked; of many the first are looked at.
    mutating func accept(_ id: String, matchLine: Int, _ lines: ClosedRange<Int>) -> Bool {
        if entries.isEmpty { return false }
        var isAccepted = false
        for index in wide {
            let entry = entries[index]
            if entry.comment.scope == .start, lines.lowerBound < entry.line || lines.lowerBound > entry.endLine {
                continue
            }
            isAccepted = use(index, for: id) || isAccepted
        }
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
        Set(entries.lazy.filter { $0.names.isEmpty && $0.used != 0 && $0.comment.scope != .end }.map(\.line))
    }

    /// The names in comments that hid nothing, of those that are asked about.
    func unusedNames(_ isAskedAbout: (String) -> Bool) -> [Remark] {
        entries.flatMap { entry in
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
        for entry in entries {
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
