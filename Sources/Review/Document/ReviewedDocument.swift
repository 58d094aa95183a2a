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
    private var facts: FileFacts
    private var dirty: DirtyLines
    private var names: FileNames
    private var comments: LineEntries<IgnoreComment>
    /// Whether no line was reviewed yet.
    private var isNew = true
    /// Whether every line was reviewed at least once.
    package private(set) var isComplete = false
    private var place: FilePlace
    /// The code of other languages in it, of a file that holds such.
    private var embedded: EmbeddedCode?
    private let holdsOtherCode: Bool
    /// What it is reviewed by, and those of the language, from the first review on.
    package private(set) var rules: RuleSet
    private var compiled: CompiledRules?
    /// Whether a comment such as `codeforge-ignore` may say that a finding is meant.
    private let heedsComments: Bool
    /// Whether comments for other checkers hide findings.
    package private(set) var honorsOtherTools = true
    /// The findings as of the last `review()`, by place.
    package private(set) var findings: [Finding] = []

    package init(
        text: [UInt8], language: Language, path: String?, rules: RuleSet = .builtIn, heedsComments: Bool = true
    ) {
        self.init(
            text: text, language: language, path: path, rules: rules, heedsComments: heedsComments,
            holdsOtherCode: true)
    }

    /// `holdsOtherCode` is false for what is such code itself.
    init(
        text: [UInt8], language: Language, path: String?, rules: RuleSet, heedsComments: Bool, holdsOtherCode: Bool
    ) {
        self.rules = rules
        self.holdsOtherCode = holdsOtherCode
        self.language = language
        self.path = path
        self.heedsComments = heedsComments
        buffer = TextBuffer(text)
        let count = buffer.lineCount
        records = LineRecords(count: count)
        stored = FindingStore(lineCount: count)
        facts = FileFacts(lineCount: count)
        dirty = DirtyLines(all: count)
        names = FileNames(lineCount: count)
        comments = LineEntries(lineCount: count)
        place = FilePlace(path: path)
        embedded = otherCode()
    }

    /// The code of other languages in a text that was not looked at yet.
    private func otherCode() -> EmbeddedCode? {
        guard holdsOtherCode else { return nil }
        return EmbeddedCode(path: path, lineCount: buffer.lineCount, rules: rules, heedsComments: heedsComments)
    }

    /// Edits the text; the findings follow with the next `review()`.
    package mutating func replace(
        from first: TextPosition, to second: TextPosition, with utf8: some Sequence<UInt8>, encoding: PositionEncoding
    ) {
        follow(buffer.replace(from: first, to: second, with: utf8, encoding: encoding))
    }

    package mutating func replaceAll(with utf8: [UInt8]) {
        let honorsOtherTools = honorsOtherTools
        self = ReviewedDocument(
            text: utf8, language: language, path: path, rules: rules, heedsComments: heedsComments)
        self.honorsOtherTools = honorsOtherTools
    }

    /// Has the document reviewed by other rules, from scratch; the findings stay until the next `review()` is through.
    package mutating func setRules(_ rules: RuleSet) {
        guard rules !== self.rules else { return }
        let (shown, honorsOtherTools) = (findings, honorsOtherTools)
        self = ReviewedDocument(
            text: buffer.copyBytes(), language: language, path: path, rules: rules, heedsComments: heedsComments)
        findings = shown
        self.honorsOtherTools = honorsOtherTools
    }

    /// Gives the document another path in its project; the findings are those of the last `review()`, weighed anew.
    package mutating func move(to path: String?) {
        self.path = path
        place = FilePlace(path: path)
        if embedded?.move(to: path) == false || (embedded == nil && path.flatMap(CodeHost.init) != nil) {
            embedded = otherCode()
        }
        findings = shownFindings()
    }

    /// Obeys comments for other checkers, or does not; the findings are those of the last `review()`, weighed anew.
    package mutating func honorOtherTools(_ honors: Bool) {
        guard honors != honorsOtherTools else { return }
        honorsOtherTools = honors
        embedded?.honorOtherTools(honors)
        if isComplete { findings = shownFindings() }
    }

    private mutating func follow(_ change: LineChange) {
        if isNew {
            records = LineRecords(count: buffer.lineCount)
            stored = FindingStore(lineCount: buffer.lineCount)
            facts = FileFacts(lineCount: buffer.lineCount)
            dirty = DirtyLines(all: buffer.lineCount)
            names = FileNames(lineCount: buffer.lineCount)
            comments = LineEntries(lineCount: buffer.lineCount)
            embedded = otherCode()
            return
        }
        let removed = change.firstLine..<change.firstLine + change.removedLines
        records.replace(removed, count: change.insertedLines)
        stored.replaceLines(removed, count: change.insertedLines)
        facts.replaceLines(removed, count: change.insertedLines)
        dirty.add(change)
        names.follow(change)
        comments.replaceLines(removed, count: change.insertedLines)
        embedded?.follow(change)
    }

    /// Brings the findings up to date with the text.
    ///
    /// - Complexity: O(changed lines and those whose matches looked at them); of the whole text the first time
    package mutating func review() {
        review(units: .max)
    }

    /// Whether all of the text is reviewed as it stands.
    package var isReviewed: Bool { dirty.isEmpty && names.areSettled && embedded?.isReviewed ?? true }

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
        let compiled = compiled ?? rules.compiled(for: language)
        self.compiled = compiled
        var pass = ReviewPass(
            lines: lines, rules: compiled, findings: take(&stored, leaving: FindingStore(lineCount: 0)),
            facts: take(&facts, leaving: FileFacts(lineCount: 0)),
            names: take(&names, leaving: FileNames(lineCount: 0)),
            comments: take(&comments, leaving: LineEntries(lineCount: 0)))
        pass.run(&dirty, units: units)
        (buffer, records, states) = (pass.lines.buffer, pass.lines.records, pass.lines.states)
        (stored, facts, names) = (pass.findings, pass.facts, pass.names)
        comments = pass.comments
        isNew = false
        var work = pass.lines.work
        if embedded != nil, work < units {
            work += embedded?.review(buffer, units: units == .max ? .max : units - work) ?? 0
        }
        isComplete = isComplete || isReviewed
        if isComplete { findings = shownFindings() }
        return work
    }

    /// Moves a value out, so that it has one owner and is edited in place.
    private func take<Value>(_ value: inout Value, leaving empty: Value) -> Value {
        var taken = empty
        swap(&taken, &value)
        return taken
    }

    /// What is found in the document, with what is found in the code of other languages in it.
    private func shownFindings() -> [Finding] {
        let own = ownFindings()
        guard let others = embedded?.findings(in: buffer), !others.isEmpty else { return own }
        func key(_ finding: Finding) -> UInt64 {
            UInt64(TokenHash.of(finding.rule.id)) << 32 | UInt64(finding.range.startLine)
        }
        // Secrets are looked for in all text.
        let known = Set(own.map(key))
        var merged = own.merged(with: others.filter { !known.contains(key($0)) })
        var occurrences = Occurrences()
        for index in merged.indices {
            let finding = merged[index]
            merged[index].occurrence = occurrences.add(finding.lineHash ^ UInt64(TokenHash.of(finding.rule.id)) << 16)
        }
        return merged
    }

    /// What is stored of the lines, as far as the file's facts and place let it count.
    private func ownFindings() -> [Finding] {
        if stored.isEmpty, comments.isEmpty { return [] }
        let facts = facts.all
        var findings: [Finding] = []
        var occurrences = Occurrences()
        var longLines: (count: Int, first: Int) = (0, 0)
        var isCutShort = false
        var ignored = IgnoreComments(
            heedsComments ? comments : LineEntries(lineCount: 0), isName: { IgnoreRule.isName($0, in: rules) })
        var counted: (line: Int, findings: [StoredFinding]) = (-1, [])
        stored.forEach { line, stored in
            guard stored.requiredFacts.isSubset(of: facts), stored.forbiddenFacts.isDisjoint(with: facts) else {
                return
            }
            if counted.line != line { counted = (line, []) }
            if stored.isCovered,
                counted.findings.contains(where: {
                    $0.finding.rule == stored.finding.rule && $0.finding.range.contains(stored.finding.range)
                })
            {
                return
            }
            counted.findings.append(stored)
            var finding = stored.finding
            guard let severity = place.severity(of: finding.rule) else { return }
            finding.severity = severity
            finding.move(by: line)
            let lines = finding.range.startLine...max(finding.range.startLine, finding.range.endLine)
            if ignored.accept(finding.rule.id, matchLine: line + stored.matchLine, lines)
                || (honorsOtherTools && heedsComments
                    && (stored.isAcceptedElsewhere
                        || ignored.foreign.accept(finding.rule, onLine: finding.range.startLine)))
            {
                return
            }
            if finding.rule == RuleLimit.rule {
                if isCutShort { return }
                isCutShort = true
            }
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
        // Until every line is reviewed it is not known what a comment is good for.
        guard !ignored.isEmpty, isReviewed, language != .plain || place.isOtherCode else { return findings }
        return findings.merged(with: remarks(on: ignored, &occurrences))
    }

    /// What the document's comments say of findings that others made in it.
    package var commentedFindings: CommentedFindings {
        CommentedFindings(heedsComments ? comments : LineEntries(lineCount: 0), in: buffer, rules: rules)
    }

    /// What is wrong with the comments that say which findings are meant.
    private func remarks(on comments: IgnoreComments, _ occurrences: inout Occurrences) -> [Finding] {
        let remarks = comments.remarks(isKnown: { IgnoreRule.isKnown($0, in: rules) }) { id in
            // What linters find is not known here.
            rules.rule(id: id).map { place.severity(of: $0) != nil }
                ?? (!id.hasPrefix("agent/") && !OtherCheckers.areNamed(by: id))
        }
        return remarks.compactMap { remark in
            guard let severity = place.severity(of: remark.rule) else { return nil }
            var hash: UInt64 = 0
            buffer.visitLine(remark.line) { hash = LineHash.of($0) }
            let occurrence = occurrences.add(hash ^ UInt64(TokenHash.of(remark.rule.id)) << 16)
            let range = ByteRange(
                startLine: remark.line, startByte: remark.bytes.lowerBound, endLine: remark.line,
                endByte: remark.bytes.upperBound)
            return Finding(
                rule: remark.rule, severity: severity, message: remark.message, range: range, fix: nil,
                lineHash: hash, occurrence: occurrence)
        }
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
///
/// `heedsComments` is false for what no person wrote: there no comment says that a finding is meant; `honorsOtherTools`
/// is false where those for other checkers do not.
package func review(
    _ text: [UInt8], language: Language, path: String?, rules: RuleSet = .builtIn, heedsComments: Bool = true,
    honorsOtherTools: Bool = true
) -> [Finding] {
    var document = ReviewedDocument(
        text: text, language: language, path: path, rules: rules, heedsComments: heedsComments)
    document.honorOtherTools(honorsOtherTools)
    document.review()
    return document.findings
}

extension [Finding] {
    /// These and others, both by their lines.
    fileprivate func merged(with others: [Finding]) -> [Finding] {
        if others.isEmpty { return self }
        var merged: [Finding] = []
        merged.reserveCapacity(count + others.count)
        var next = 0
        for finding in self {
            while next < others.count,
                (others[next].range.startLine, others[next].range.startByte)
                    < (finding.range.startLine, finding.range.startByte)
            {
                merged.append(others[next])
                next += 1
            }
            merged.append(finding)
        }
        return merged + others[next...]
    }
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
        for index in flow.indices { flow[index].range.move(by: lines) }
        guard var fix else { return }
        for index in fix.edits.indices { fix.edits[index].range.move(by: lines) }
        self.fix = fix
    }
}
