internal import Text

/// One run over the lines of a document that need it.
struct ReviewPass {
    private var matcher: Matcher
    private let rules: CompiledRules
    private(set) var findings: FindingStore
    private(set) var facts: FileFacts
    /// What comments say of findings, which are looked at when the findings are.
    private(set) var comments: LineEntries<IgnoreComment>
    /// What was found on the line at hand.
    private var found: [StoredFinding] = []
    private var hits = LineHits()
    /// That of the line at hand, once it was asked for.
    private var lineHash: UInt64?

    init(
        lines: DocumentLines, rules: CompiledRules, findings: FindingStore, facts: FileFacts, names: FileNames,
        comments: LineEntries<IgnoreComment>
    ) {
        matcher = Matcher(lines)
        matcher.declarations = names.declarations
        matcher.lines.aliases = names.aliases
        (users, due, areAliasesStale) = (names.users, names.due, names.areAliasesStale)
        self.rules = rules
        self.findings = findings
        self.facts = facts
        self.comments = comments
    }

    var lines: DocumentLines { matcher.lines }
    var names: FileNames {
        var names = FileNames(lineCount: 0)
        (names.declarations, names.users, names.due) = (matcher.declarations, users, due)
        (names.aliases, names.areAliasesStale) = (matcher.lines.aliases, areAliasesStale)
        return names
    }
    /// The names that each line's matches looked up among the file's own.
    private var users: LineEntries<UInt32>
    /// The lines that may use each name, once that was asked for, and how many of them are due already.
    private var linesOfUsers: [UInt32: (lines: [Int], due: Int)]?
    private var due: DirtyLines
    private var areAliasesStale: Bool

    /// How many lines are lexed and matched before it is asked whether that is enough.
    private static let chunk = 256

    /// Reviews what has changed, or as much of it as `units` of work allow: re-lexes and matches each range of lines
    /// until the state meets the old one, then matches those whose matches had looked at it.
    ///
    /// What is left is in `dirty` afterwards. Everything before its first line is up to date.
    mutating func run(_ dirty: inout DirtyLines, units: Int) {
        let end = units == .max ? .max : matcher.lines.work + units
        while true {
            if dirty.isEmpty, areAliasesStale { renewAliases() }
            guard let range = dirty.first ?? due.first else { return }
            let isDue = dirty.isEmpty
            if isDue {
                matcher.lines.leave()
                linesOfUsers = nil
                due.removeFirst(before: range.upperBound)
                for line in range where line < matcher.lines.records.count {
                    matcher.lines.buffer.visitLine(line) { _ = review(line, $0) }
                    guard matcher.lines.work < end || line + 1 == range.upperBound else {
                        due.insert(line + 1..<range.upperBound)
                        return
                    }
                }
                if matcher.lines.work >= end { return }
                continue
            }
            // What was lexed for the lines around an earlier range may have started in states that are no more.
            matcher.lines.leave()
            if !dirty.isContinued {
                noteChange(near: range.lowerBound)
                reviewNeighbours(before: range.lowerBound)
            }
            var line = range.lowerBound
            var isSettled = range.isEmpty && line == matcher.lines.records.count
            while !isSettled, matcher.lines.work < end || line == range.lowerBound {
                (line, isSettled) = review(from: line, range.upperBound, end)
            }
            guard isSettled else { return dirty.goOn(at: line) }
            dirty.removeFirst(before: line)
            reviewNeighbours(after: line, before: dirty.first?.lowerBound ?? .max)
        }
    }

    /// Reviews some lines: those up to `last`, and on until the state is the one that a line had before.
    ///
    /// - Returns: the first line that was not reviewed, and whether it needs no review for the state's sake.
    private mutating func review(from first: Int, _ last: Int, _ end: Int) -> (line: Int, isSettled: Bool) {
        let count = matcher.lines.records.count
        var line = first
        var state = line < count ? matcher.lines.records[line].state : .initial
        var isSettled = false
        let text = matcher.lines.buffer
        text.forEachLine(in: first..<min(count, first + ReviewPass.chunk)) { number, bytes in
            if number >= last, number > first, state == matcher.lines.records[number].state {
                isSettled = true
                return false
            }
            let old = matcher.lines.records[number].state
            if old != state {
                matcher.lines.records[number].state = state
                if old != .unknown {
                    for declaration in matcher.declarations.entries.on(number) { noteChange(of: declaration.name) }
                }
            }
            state = review(number, bytes)
            line = number + 1
            return matcher.lines.work < end
        }
        if line == count { return (line, true) }
        if isSettled || (line >= last && line > first && state == matcher.lines.records[line].state) {
            return (line, true)
        }
        matcher.lines.records[line].state = state
        return (line, false)
    }

    /// Matches the lines before `line` whose matches had looked at it.
    private mutating func reviewNeighbours(before line: Int) {
        let first = max(0, line - DocumentLines.reach - 1)
        for near in matcher.lines.records.lines(first..<line, lookingAheadTo: line) {
            matcher.lines.buffer.visitLine(near) { _ = review(near, $0) }
        }
    }

    /// Matches the lines from `line` on whose matches had looked at one before it.
    ///
    /// Those from `changed` on wait until what has changed there is lexed: they may look back at it, and no state is
    /// known there.
    private mutating func reviewNeighbours(after line: Int, before changed: Int) {
        let end = min(matcher.lines.records.count, line + DocumentLines.reach + 1)
        guard line < end else { return }
        for near in matcher.lines.records.lines(line..<end, lookingBehind: line) {
            if near >= changed {
                due.insert(near..<near + 1)
            } else {
                matcher.lines.buffer.visitLine(near) { _ = review(near, $0) }
            }
        }
    }

    /// Lexes a line and matches the rules whose triggers are on it.
    private mutating func review(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LexerState {
        let after = matcher.lines.lex(line, bytes)
        lineHash = nil
        if !found.isEmpty { found.removeAll(keepingCapacity: true) }
        declare(line, bytes)
        comments.set(IgnoreComment.all(in: matcher.lines.lexer.tokens, bytes, matcher.lines.language), onLine: line)
        matcher.lines.resolveAliases()
        hits.find(in: matcher.lines.lexer.tokens, of: bytes, for: rules)
        scanText(bytes)
        if let long = LongLine.finding(of: bytes, matcher.lines.language) { found.append(long) }
        var touched = (ahead: 0, behind: 0)
        if !matcher.usedNames.isEmpty { matcher.usedNames.removeAll(keepingCapacity: true) }
        if !hits.all.isEmpty { matchPatterns(line, bytes, &touched) }
        if !matcher.usedNames.isEmpty || !users.isEmpty {
            for name in matcher.usedNames {
                matcher.declarations.noteUse(of: name)
                linesOfUsers?[name, default: ([], 0)].lines.append(line)
            }
            users.set(matcher.usedNames, onLine: line)
        }
        update(line, touched: touched)
        return after
    }

    // MARK: Names

    /// Notes what a line declares, and which lines have to be matched again because of that.
    private mutating func declare(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        let tokens = matcher.lines.lexer.tokens
        let new = DeclarationReader.declarations(
            tokens, bytes, matcher.lines.language, readsImports: rules.hasOwn)
        let (names, change) = matcher.declarations.set(new, onLine: line)
        if change == .other { areAliasesStale = true }
        if change == .added, !areAliasesStale {
            var areNew = false
            for declaration in new where matcher.lines.aliases.add(declaration) { areNew = true }
            if areNew {
                matcher.lines.leave()
                // Lines that were not reviewed yet will be with the new ones.
                let count = matcher.lines.records.count
                due.insert(0..<(matcher.lines.records[count - 1].state == .unknown ? line : count))
            }
        }
        for name in names { noteChange(of: name) }
    }

    /// Reads anew what words stand for, and has all lines matched again if that is not what they were matched with.
    private mutating func renewAliases() {
        areAliasesStale = false
        let aliases = matcher.declarations.aliases()
        guard aliases != matcher.lines.aliases else { return }
        matcher.lines.aliases = aliases
        matcher.lines.leave()
        due.insert(0..<matcher.lines.records.count)
    }

    /// Has the lines matched again that use what an edit near a line belongs to.
    private mutating func noteChange(near line: Int) {
        if let around = matcher.declarations.entries.last(upTo: line) { noteChange(of: around.name) }
    }

    private mutating func noteChange(of name: UInt32) {
        guard matcher.declarations.mayUse(name) else { return }
        if linesOfUsers == nil {
            var all: [UInt32: (lines: [Int], due: Int)] = [:]
            users.forEach { line, used in all[used, default: ([], 0)].lines.append(line) }
            linesOfUsers = all
        }
        guard let users = linesOfUsers?[name] else { return }
        for line in users.lines[users.due...] { due.insert(line..<line + 1) }
        linesOfUsers?[name]?.due = users.lines.count
    }

    private mutating func update(_ line: Int, touched: (ahead: Int, behind: Int)) {
        facts.set(hits.facts, onLine: line)
        var record = matcher.lines.records[line]
        record.ahead = UInt8(min(touched.ahead, 255))
        record.behind = UInt8(min(touched.behind, 255))
        matcher.lines.records[line] = record
        if found.count > 1 {
            found.sort {
                ($0.finding.range.startByte, $0.finding.rule.id) < ($1.finding.range.startByte, $1.finding.rule.id)
            }
        }
        findings.set(found, onLine: line)
    }

    // MARK: Text

    /// Looks for telling texts and for named secrets on the line that was lexed last.
    private mutating func scanText(_ bytes: UnsafeBufferPointer<UInt8>) {
        rules.formats.forEachMatch(in: bytes) { match in
            found.append(ReviewPass.finding(match.format.rule, match.range, match.format.name, hash: hash(of: bytes)))
        }
        let formats = found.count
        for detector in rules.assignments {
            for token in detector.findings(matcher.lines.lexer.tokens, bytes, matcher.lines.language)
            where !overlaps(token.range, formats) {
                found.append(ReviewPass.finding(detector.rule, token.range, nil, hash: hash(of: bytes)))
            }
        }
        rules.expressions.forEachMatch(in: bytes) { rule, range in
            found.append(ReviewPass.finding(rule, range, nil, hash: hash(of: bytes)))
        }
        guard !found.isEmpty else { return }
        let suppressions = Suppressions(bytes)
        for index in found.indices {
            found[index].isAcceptedElsewhere = suppressions.accept(found[index].finding.rule)
        }
    }

    /// Whether one of the first `count` findings, which are in order, is on some of these bytes.
    private func overlaps(_ bytes: Range<Int>, _ count: Int) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle].finding.range.endByte > bytes.lowerBound { high = middle } else { low = middle + 1 }
        }
        return low < count && found[low].finding.range.startByte < bytes.upperBound
    }

    private mutating func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if let lineHash { return lineHash }
        let hash = LineHash.of(bytes)
        lineHash = hash
        return hash
    }

    private static func finding(_ rule: Rule, _ range: Range<Int>, _ name: String?, hash: UInt64) -> StoredFinding {
        let place = ByteRange(startLine: 0, startByte: range.lowerBound, endLine: 0, endByte: range.upperBound)
        let message = name.map { "\($0): \(rule.message)" } ?? rule.message
        return StoredFinding(
            finding: Finding(
                rule: rule, severity: rule.severity, message: message, range: place, fix: nil, lineHash: hash,
                occurrence: 0))
    }

    // MARK: Patterns

    /// How many findings of a line a new one is compared with.
    private static let mostCompared = 64

    /// Whether a team's rule was not matched to its end on the line at hand.
    private var isCutShort = false

    /// How many lines below the one at hand were looked at without lexing them.
    private var peeked = 0

    private mutating func matchPatterns(
        _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ touched: inout (ahead: Int, behind: Int)
    ) {
        peeked = 0
        var isFocused = false
        var start = 0
        isCutShort = false
        // A team's own come last, with limits of their own: they cost the others nothing.
        for isOwn in rules.hasOwn ? [false, true] : [false] {
            if isOwn, isFocused { matcher.begin(lineOf: bytes.count, isOwn: true) }
            for hit in hits.all {
                rules.forEachProgram(anchoredAt: hit.hash) { ready in
                    guard ready.program.isOwn == isOwn, hits.allow(ready.program, at: hit) else { return }
                    if ready.program.asksWhatFollows, !mayGoOn(after: line, bytes) { return }
                    matcher.sink = ready.program.sink
                    if !isFocused {
                        start = matcher.lines.focus(on: line)
                        matcher.begin(lineOf: bytes.count, isOwn: isOwn)
                        isFocused = true
                    }
                    match(ready.program, at: start + hit.token, line, bytes)
                }
            }
        }
        if isCutShort { found.append(RuleLimit.finding(of: bytes)) }
        if isFocused { touched = matcher.lines.touched }
        touched.ahead = max(touched.ahead, peeked)
    }

    /// Whether the block of a line goes on after it, as the indentation below it seems to say.
    ///
    /// Most lines that leave a block are its last: to know that costs less than to lex the next ones.
    private mutating func mayGoOn(after line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func indentation(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? { bytes.firstIndex { !$0.isSpace && $0 != 0x0D } }
        guard let own = indentation(bytes),
            bytes.firstIndex(of: UInt8(ascii: ";")).map({ $0 + 2 >= bytes.count }) ?? true
        else { return true }
        for next in line + 1..<line + 4 where next < matcher.lines.records.count {
            peeked = max(peeked, next - line)
            var found: Int?
            matcher.lines.buffer.visitLine(next) { found = indentation($0) }
            if let found { return found >= own }
        }
        return line + 4 < matcher.lines.records.count
    }

    private mutating func match(
        _ program: RuleProgram, at number: Int, _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        guard matcher.begin(variables: program.variables.count) else {
            isCutShort = isCutShort || program.isOwn
            return
        }
        let match = matcher.match(program, anchoredAt: number)
        isCutShort = isCutShort || program.isOwn && matcher.lines.isExhausted
        guard let tokens = match else { return }
        let marked =
            program.focus >= 0 && !matcher.bindings[program.focus].isEmpty ? matcher.bindings[program.focus] : tokens
        let isAccepted = matcher.isAccepted(program.rule, tokens, marked: marked)
        let place = matcher.place(of: marked, from: line)
        let earlier = found.suffix(ReviewPass.mostCompared)
        let covering = earlier.filter { $0.finding.rule == program.rule && $0.finding.range.contains(place) }
        // Another pattern of the rule says it already, unless what the file must have for that is more.
        if covering.contains(where: {
            $0.requiredFacts.isSubset(of: program.requiredFacts)
                && $0.forbiddenFacts.isSubset(of: program.forbiddenFacts)
        }) {
            return
        }
        var finding = Finding(
            rule: program.rule, severity: program.rule.severity,
            message: matcher.filled(program.rule.message, program),
            range: place, fix: matcher.fix(program, tokens, from: line), lineHash: hash(of: bytes), occurrence: 0)
        if let saying = program.saying {
            let what = matcher.filled(saying.what, program)
            finding.what = what
            finding.message = what + " " + matcher.filled(saying.instead, program)
        }
        finding.flow = matcher.trail(to: marked, program, from: line)
        found.append(
            StoredFinding(
                finding: finding,
                requiredFacts: program.requiredFacts, forbiddenFacts: program.forbiddenFacts,
                isCovered: !covering.isEmpty, matchLine: matcher.lines.line(of: tokens.lowerBound) - line,
                isAcceptedElsewhere: isAccepted))
    }
}

extension ByteRange {
    /// Whether `other` starts in this range, or where it does.
    func contains(_ other: ByteRange) -> Bool {
        (startLine, startByte) <= (other.startLine, other.startByte)
            && (other.startLine, other.startByte) < (endLine, max(endByte, startByte + 1))
    }
}

/// Hash of a line's text that white space does not change.
package enum LineHash {
    package static func of(_ line: some Sequence<UInt8>) -> UInt64 {
        line.reduce(14_695_981_039_346_656_037) { hash, byte in
            byte.isSpace ? hash : (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
    }
}
