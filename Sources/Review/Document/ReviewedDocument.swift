package import Text

/// An open document and its findings, kept current while it is edited.
///
/// `replace` costs the edit; `review` re-lexes and re-matches the lines that the edits since the last one concern. The
/// findings are at any time those that a review from scratch would make: a line's matches depend on nothing but the
/// text and the lexer state of the lines that its record says they looked at, and on the file's facts, which are
/// counted.
package struct ReviewedDocument: Sendable {
    package let language: Language
    /// The path in the project, by which tests and scripts are told from other code; nil where nothing is known.
    package private(set) var path: String?
    package private(set) var buffer: TextBuffer
    private var records: LineRecords
    private var states = LexerStates()
    private var stored: FindingStore
    private var factCounts = [Int](repeating: 0, count: 16)
    private var dirty: DirtyLines
    private var names: FileNames
    /// Whether no line was reviewed yet.
    private var isNew = true
    /// Whether every line was reviewed at least once.
    package private(set) var isComplete = false
    private var place: FilePlace
    /// Those of the language, from the first review on.
    private var rules: CompiledRules?
    /// The findings as of the last `review()`, by place.
    package private(set) var findings: [Finding] = []

    package init(text: [UInt8], language: Language, path: String?) {
        self.language = language
        self.path = path
        buffer = TextBuffer(text)
        let count = buffer.lineCount
        records = LineRecords(count: count)
        stored = FindingStore(lineCount: count)
        dirty = DirtyLines(all: count)
        names = FileNames(lineCount: count)
        place = FilePlace(path: path)
    }

    /// Edits the text; the findings follow with the next `review()`.
    package mutating func replace(
        from first: TextPosition, to second: TextPosition, with utf8: some Sequence<UInt8>, encoding: PositionEncoding
    ) {
        follow(buffer.replace(from: first, to: second, with: utf8, encoding: encoding))
    }

    package mutating func replaceAll(with utf8: [UInt8]) {
        self = ReviewedDocument(text: utf8, language: language, path: path)
    }

    /// Gives the document another path in its project; the findings are those of the last `review()`, weighed anew.
    package mutating func move(to path: String?) {
        self.path = path
        place = FilePlace(path: path)
        findings = shownFindings()
    }

    private mutating func follow(_ change: LineChange) {
        if isNew {
            records = LineRecords(count: buffer.lineCount)
            stored = FindingStore(lineCount: buffer.lineCount)
            dirty = DirtyLines(all: buffer.lineCount)
            names = FileNames(lineCount: buffer.lineCount)
            return
        }
        let removed = change.firstLine..<change.firstLine + change.removedLines
        for line in removed {
            var facts = records[line].facts
            while facts != 0 {
                factCounts[facts.trailingZeroBitCount] -= 1
                facts &= facts - 1
            }
        }
        records.replace(removed, count: change.insertedLines)
        stored.replaceLines(removed, count: change.insertedLines)
        dirty.add(change)
        names.follow(change)
    }

    /// Brings the findings up to date with the text.
    ///
    /// - Complexity: O(changed lines and those whose matches looked at them); of the whole text the first time
    package mutating func review() {
        review(units: .max)
    }

    /// Whether all of the text is reviewed as it stands.
    package var isReviewed: Bool { dirty.isEmpty && names.due.isEmpty }

    /// Goes on with the review for so much work; about 200,000 units take a millisecond.
    ///
    /// Until the first review is through there are no findings. Afterwards, those of the lines that were reviewed are
    /// shown at once, and others as they were, until a later call has come to them.
    ///
    /// - Returns: the work that was done
    @discardableResult
    package mutating func review(units: Int) -> Int {
        guard !isReviewed else { return 0 }
        let lines = DocumentLines(
            buffer: take(&buffer, leaving: TextBuffer()), records: take(&records, leaving: LineRecords()),
            states: take(&states, leaving: LexerStates()), language: language)
        let rules = rules ?? .builtIn(for: language)
        self.rules = rules
        var pass = ReviewPass(
            lines: lines, rules: rules, findings: take(&stored, leaving: FindingStore(lineCount: 0)),
            factCounts: factCounts, names: take(&names, leaving: FileNames(lineCount: 0)))
        pass.run(&dirty, units: units)
        (buffer, records, states) = (pass.lines.buffer, pass.lines.records, pass.lines.states)
        (stored, factCounts, names) = (pass.findings, pass.factCounts, pass.names)
        isNew = false
        isComplete = isComplete || isReviewed
        if isComplete { findings = shownFindings() }
        return pass.lines.work
    }

    /// Moves a value out, so that it has one owner and is edited in place.
    private func take<Value>(_ value: inout Value, leaving empty: Value) -> Value {
        var taken = empty
        swap(&taken, &value)
        return taken
    }

    /// What is stored of the lines, as far as the file's facts and place let it count.
    private func shownFindings() -> [Finding] {
        if stored.isEmpty { return [] }
        var facts: UInt16 = 0
        for (number, count) in factCounts.enumerated() where count > 0 { facts |= 1 << UInt16(number) }
        var findings: [Finding] = []
        var occurrences = Occurrences()
        var longLines: (count: Int, first: Int) = (0, 0)
        stored.forEach { line, stored in
            guard stored.requiredFacts & facts == stored.requiredFacts, stored.forbiddenFacts & facts == 0 else {
                return
            }
            var finding = stored.finding
            guard let severity = place.severity(of: finding.rule) else { return }
            finding.severity = severity
            finding.move(by: line)
            if finding.rule == LongLine.rule {
                longLines.count += 1
                if longLines.count > 1 { return }
                longLines.first = findings.count
            }
            let key = finding.lineHash ^ UInt64(TokenHash.of(finding.rule.id)) << 16
            finding.occurrence = occurrences.add(key)
            findings.append(finding)
        }
        if longLines.count > 1 { findings[longLines.first].message = LongLine.message(ofLines: longLines.count) }
        return findings
    }

    /// Whether a word of code lies at a place, as opposed to a comment, a string, or a text without a known language.
    ///
    /// - Complexity: O(bytes of the line)
    package func isCode(line: Int, byte: Int) -> Bool {
        guard language != .plain, line < records.count else { return false }
        let state = records[line].state
        var (lexer, states) = (LineLexer(language), states)
        buffer.visitLine(line) { _ = lexer.lex($0, from: state == .unknown ? .initial : state, &states) }
        return lexer.tokens.contains { $0.kind == .word && $0.range.contains(byte) }
    }

    /// The tokens of a line's code: without comments, prose and what stands between the values of a text.
    ///
    /// - Complexity: O(bytes of the line)
    package func codeTokens(ofLine line: Int) -> [CodeToken] {
        guard language != .plain, line >= 0, line < records.count else { return [] }
        let state = records[line].state
        var (lexer, states) = (LineLexer(language), states)
        buffer.visitLine(line) { _ = lexer.lex($0, from: state == .unknown ? .initial : state, &states) }
        return lexer.tokens.compactMap(CodeToken.init)
    }

    /// The findings that touch the lines of `lines`, by place.
    package func findings(inLines lines: ClosedRange<Int>) -> [Finding] {
        findings.filter { $0.range.startLine <= lines.upperBound && $0.range.endLine >= lines.lowerBound }
    }
}

/// The findings of a text, from scratch.
package func review(_ text: [UInt8], language: Language, path: String?) -> [Finding] {
    var document = ReviewedDocument(text: text, language: language, path: path)
    document.review()
    return document.findings
}

extension ByteRange {
    fileprivate mutating func move(by lines: Int) {
        startLine += lines
        endLine += lines
    }
}

extension Finding {
    fileprivate mutating func move(by lines: Int) {
        range.move(by: lines)
        guard var fix else { return }
        for index in fix.edits.indices { fix.edits[index].range.move(by: lines) }
        self.fix = fix
    }
}
