internal import Text

/// One run over the lines of a document that need it.
struct ReviewPass {
    private var matcher: Matcher
    private let rules: CompiledRules
    private(set) var findings: FindingStore
    private(set) var factCounts: [Int]
    /// What was found on the line at hand.
    private var found: [StoredFinding] = []
    private var hits = LineHits()

    init(lines: DocumentLines, rules: CompiledRules, findings: FindingStore, factCounts: [Int]) {
        matcher = Matcher(lines)
        self.rules = rules
        self.findings = findings
        self.factCounts = factCounts
    }

    var lines: DocumentLines { matcher.lines }

    /// Reviews every line of a document for the first time: lexes and matches each in one go.
    mutating func runAll() {
        var state = LexerState.initial
        let text = matcher.lines.buffer
        text.forEachLine { line, bytes in
            matcher.lines.records[line].state = state
            state = review(line, bytes)
        }
    }

    /// Reviews what has changed: re-lexes each range until the state meets the old one, then matches these lines and
    /// those whose matches had looked at them.
    mutating func run(_ dirty: DirtyLines) {
        var changed: [Range<Int>] = []
        for range in dirty.ranges {
            let from = max(range.lowerBound, changed.last?.upperBound ?? 0)
            if range.upperBound <= from, changed.last.map({ range.upperBound <= $0.upperBound }) ?? false { continue }
            changed.append(relex(from..<max(range.upperBound, from)))
        }
        var due: [Int] = []
        let count = matcher.lines.records.count
        for range in changed {
            for line in max(0, range.lowerBound - DocumentLines.reach - 1)..<range.lowerBound
            where line + Int(matcher.lines.records[line].ahead) >= range.lowerBound {
                due.append(line)
            }
            due.append(contentsOf: range)
            for line in range.upperBound..<max(range.upperBound, min(count, range.upperBound + DocumentLines.reach + 1))
            where line - Int(matcher.lines.records[line].behind) < range.upperBound {
                due.append(line)
            }
        }
        if changed.count > 1 { due.sort() }
        var last = -1
        let text = matcher.lines.buffer
        for line in due where line != last {
            text.visitLine(line) { _ = review(line, $0) }
            last = line
        }
    }

    /// Gives the lines of `range`, and those after it as far as needed, their states.
    private mutating func relex(_ range: Range<Int>) -> Range<Int> {
        var line = range.lowerBound
        var state = matcher.lines.records[line].state
        while line < matcher.lines.records.count {
            if line >= range.upperBound, line > range.lowerBound, state == matcher.lines.records[line].state { break }
            matcher.lines.records[line].state = state
            state = matcher.lines.lex(line)
            line += 1
        }
        return range.lowerBound..<line
    }

    /// Lexes a line and matches the rules whose triggers are on it.
    private mutating func review(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LexerState {
        let after = matcher.lines.lex(line, bytes)
        if !found.isEmpty { found.removeAll(keepingCapacity: true) }
        let facts = hits.find(in: matcher.lines.lexer.tokens, of: bytes, for: rules)
        scanText(bytes)
        var touched = (ahead: 0, behind: 0)
        if !hits.all.isEmpty { matchPatterns(line, bytes, &touched) }
        update(line, facts: facts, touched: touched)
        return after
    }

    private mutating func update(_ line: Int, facts: UInt16, touched: (ahead: Int, behind: Int)) {
        var record = matcher.lines.records[line]
        count(record.facts, by: -1)
        count(facts, by: 1)
        record.facts = facts
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

    private mutating func count(_ facts: UInt16, by step: Int) {
        var left = facts
        while left != 0 {
            factCounts[left.trailingZeroBitCount] += step
            left &= left - 1
        }
    }

    // MARK: Text

    /// Looks for telling texts and for named secrets on the line that was lexed last.
    private mutating func scanText(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= LineLexer.longestLine else { return }
        rules.formats.forEachMatch(in: bytes) { match in
            found.append(
                ReviewPass.finding(match.format.rule, match.range, match.format.name, hash: LineHash.of(bytes)))
        }
        for detector in rules.assignments {
            for token in detector.findings(matcher.lines.lexer.tokens, bytes, matcher.lines.language)
            where !found.contains(where: {
                $0.finding.range.startByte < Int(token.end) && $0.finding.range.endByte > Int(token.start)
            }) {
                found.append(ReviewPass.finding(detector.rule, token.range, nil, hash: LineHash.of(bytes)))
            }
        }
    }

    private static func finding(_ rule: Rule, _ range: Range<Int>, _ name: String?, hash: UInt64) -> StoredFinding {
        let place = ByteRange(startLine: 0, startByte: range.lowerBound, endLine: 0, endByte: range.upperBound)
        let message = name.map { "\($0): \(rule.message)" } ?? rule.message
        return StoredFinding(
            finding: Finding(
                rule: rule, severity: rule.severity, message: message, range: place, fix: nil, lineHash: hash,
                occurrence: 0), requiredFacts: 0, forbiddenFacts: 0)
    }

    // MARK: Patterns

    private mutating func matchPatterns(
        _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ touched: inout (ahead: Int, behind: Int)
    ) {
        var isFocused = false
        var start = 0
        for hit in hits.all {
            rules.forEachProgram(anchoredAt: hit.hash) { program in
                guard hits.allow(program, at: hit) else { return }
                if !isFocused {
                    start = matcher.lines.focus(on: line)
                    isFocused = true
                }
                match(program, at: start + hit.token, line, bytes)
            }
        }
        if isFocused { touched = matcher.lines.touched }
    }

    private mutating func match(
        _ program: RuleProgram, at number: Int, _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        matcher.begin(variables: program.variables.count)
        guard let tokens = matcher.match(program.pattern, anchoredAt: number), !tokens.isEmpty,
            matcher.holds(program.conditions, tokens)
        else { return }
        let marked =
            program.focus >= 0 && !matcher.bindings[program.focus].isEmpty ? matcher.bindings[program.focus] : tokens
        if program.rule.severity != .critical, matcher.isAccepted(tokens, marked: marked) { return }
        let place = matcher.place(of: marked, from: line)
        if found.contains(where: { $0.finding.rule == program.rule && $0.finding.range.contains(place) }) { return }
        found.append(
            StoredFinding(
                finding: Finding(
                    rule: program.rule, severity: program.rule.severity,
                    message: matcher.filled(program.rule.message, program),
                    range: place, fix: matcher.fix(program, tokens, from: line), lineHash: LineHash.of(bytes),
                    occurrence: 0),
                requiredFacts: program.requiredFacts, forbiddenFacts: program.forbiddenFacts))
    }
}

extension ByteRange {
    /// Whether `other` starts in this range, or where it does.
    fileprivate func contains(_ other: ByteRange) -> Bool {
        (startLine, startByte) <= (other.startLine, other.startByte)
            && (other.startLine, other.startByte) < (endLine, max(endByte, startByte + 1))
    }
}

/// Hash of a line's text that white space does not change.
enum LineHash {
    static func of(_ line: some Sequence<UInt8>) -> UInt64 {
        line.reduce(14_695_981_039_346_656_037) { hash, byte in
            byte.isSpace ? hash : (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
    }
}
