internal import Text

/// The code in a file of another kind: blocks of Markdown, recipes of a makefile, cells of a notebook.
///
/// For each language there is a document of as many lines as the file, in which only the lines of that language are
/// not empty, so that a place in it is one in the file. An edit of lines without code costs these lines; after any
/// other the code is looked for and reviewed anew, in slices.
struct EmbeddedCode: Sendable {
    let kind: CodeHost
    private var path: String?
    private let rules: RuleSet
    private let heedsComments: Bool
    private var honorsOtherTools = true
    private var lineCount: Int
    /// What each line starts in that was looked at, and what the one behind them does.
    private var states = [CodeHost.initial]
    /// Whether each line that was looked at is code.
    private var isCode: [Bool] = []
    /// What was found, until all lines were looked at.
    private var drafts: [Draft] = []
    /// The cells of a notebook that is not laid out as Jupyter does it, once all lines were looked at.
    private var cells: NotebookCells?
    /// A document for each language, once all lines were looked at.
    private var parts: [ReviewedDocument] = []
    /// Lines without code that were edited since.
    private var edited = DirtyLines()
    /// How many lines are looked at before it is asked whether that is enough.
    private static let chunk = 256
    /// What looking at a line costs, in the units of a review.
    private static let lineCost = 20

    /// The code of a language, on the lines that it has in the file.
    private struct Draft: Sendable {
        let language: Language
        private(set) var text: [UInt8] = []
        private var line = 0

        init(_ language: Language) { self.language = language }

        /// Leaves the lines before one empty that have nothing yet.
        mutating func goOn(to line: Int) {
            text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: line - self.line))
            self.line = line
        }

        mutating func put(_ code: [UInt8], onLine line: Int) {
            goOn(to: line)
            text += code
        }
    }

    init?(path: String?, lineCount: Int, rules: RuleSet, heedsComments: Bool) {
        guard let path, let kind = CodeHost(path: path) else { return nil }
        (self.kind, self.path, self.rules, self.heedsComments) = (kind, path, rules, heedsComments)
        self.lineCount = lineCount
    }

    private var isSplit: Bool { isCode.count == lineCount }

    /// Whether all code in the file is found, and reviewed as it stands.
    var isReviewed: Bool { isSplit && edited.isEmpty && parts.allSatisfy(\.isReviewed) }

    mutating func honorOtherTools(_ honors: Bool) {
        honorsOtherTools = honors
        for index in parts.indices { parts[index].honorOtherTools(honors) }
    }

    /// Gives the file another path.
    ///
    /// - Returns: Whether it is still of the same kind.
    mutating func move(to path: String?) -> Bool {
        guard let path, let kind = CodeHost(path: path), kind == self.kind else { return false }
        self.path = path
        for index in parts.indices { parts[index].move(to: path) }
        return true
    }

    // MARK: Edits

    /// Follows an edit of the file: one within lines without code waits for a look at these lines, any other begins anew.
    mutating func follow(_ change: LineChange) {
        let lines = change.firstLine..<change.firstLine + change.removedLines
        guard isSplit, !isNotebookOfItsOwn, change.insertedLines == change.removedLines, lines.upperBound < lineCount,
            !isCode[lines].contains(true)
        else { return begin(lineCount: lineCount + change.insertedLines - change.removedLines) }
        edited.add(change)
    }

    /// Forgets what was found.
    private mutating func begin(lineCount: Int) {
        self.lineCount = lineCount
        (states, isCode, drafts, parts, cells) = ([CodeHost.initial], [], [], [], nil)
        edited = DirtyLines()
    }

    /// Finds the code in the lines that have changed and reviews it, as far as so much work gets.
    ///
    /// - Returns: the work that was done
    mutating func review(_ buffer: TextBuffer, units: Int) -> Int {
        var work = 0
        while work < units, let range = edited.first {
            work += (range.count + 1) * EmbeddedCode.lineCost
            if isStillProse(range, buffer) {
                edited.removeFirst(before: range.upperBound)
            } else {
                begin(lineCount: lineCount)
            }
        }
        while work < units, !isSplit {
            let end = min(lineCount, isCode.count + EmbeddedCode.chunk)
            work += (end - isCode.count) * EmbeddedCode.lineCost
            for line in isCode.count..<end { look(at: line, buffer) }
            if isSplit, isNotebookOfItsOwn { work += readCells(buffer) }
            if isSplit { makeParts() }
        }
        for index in parts.indices where work < units && !parts[index].isReviewed {
            work += parts[index].review(units: units == .max ? .max : units - work)
        }
        return work
    }

    private func code(
        on line: Int, _ buffer: TextBuffer, from state: CodeHost.State
    ) -> (code: CodeHost.Code?, after: CodeHost.State) {
        var found: (CodeHost.Code?, CodeHost.State) = (nil, state)
        buffer.visitLine(line) { found = kind.code(in: $0, state) }
        return found
    }

    /// Whether lines that had no code have none after an edit either, and leave the next line in the state that it was in.
    private func isStillProse(_ lines: Range<Int>, _ buffer: TextBuffer) -> Bool {
        lines.allSatisfy { line in
            let (code, after) = code(on: line, buffer, from: states[line])
            return code == nil && after == states[line + 1]
        }
    }

    private mutating func look(at line: Int, _ buffer: TextBuffer) {
        let (code, after) = code(on: line, buffer, from: states[line])
        isCode.append(code != nil)
        states.append(after)
        if let code { put(code, onLine: line) }
    }

    /// Whether the file is a notebook in which no line is one of a cell's, as where all of it is on one line: an edit may
    /// change anything then.
    private var isNotebookOfItsOwn: Bool { kind == .notebook && !isCode.contains(true) }

    /// Finds the cells of such a notebook.
    ///
    /// - Returns: What it cost, in the units of a review.
    private mutating func readCells(_ buffer: TextBuffer) -> Int {
        let found = NotebookCells(buffer.copyBytes())
        var state = NotebookLine.atSource
        for (line, code) in found.lines.enumerated() {
            if code.opensCell { state = NotebookLine.atSource }
            let (part, after) = NotebookLine.code(code.text, state)
            state = after
            if let part { put(part, onLine: line) }
        }
        cells = found
        return found.lines.count * EmbeddedCode.lineCost
    }

    private mutating func put(_ code: CodeHost.Code, onLine line: Int) {
        let known = drafts.firstIndex { $0.language == code.language }
        if known == nil { drafts.append(Draft(code.language)) }
        drafts[known ?? drafts.count - 1].put(code.text, onLine: line)
    }

    private mutating func makeParts() {
        let lineCount = cells.map { max(1, $0.lines.count) } ?? lineCount
        for var draft in drafts {
            draft.goOn(to: lineCount - 1)
            var document = ReviewedDocument(
                text: draft.text, language: draft.language, path: path, rules: rules, heedsComments: heedsComments,
                holdsOtherCode: false)
            document.honorOtherTools(honorsOtherTools)
            parts.append(document)
        }
        drafts = []
    }

    // MARK: Findings

    /// What was found in the code, at its places in the file.
    func findings(in buffer: TextBuffer) -> [Finding] {
        var all: [Finding] = []
        for part in parts {
            for var finding in part.findings {
                if kind.changesText {
                    finding.fix = nil
                    finding.range = place(of: finding.range, buffer)
                    for index in finding.flow.indices {
                        finding.flow[index].range = place(of: finding.flow[index].range, buffer)
                    }
                }
                // An example in documentation runs nowhere, but a secret in it is one.
                if kind == .markdown, !finding.ruleID.hasPrefix("secrets/") { finding.severity = .info }
                all.append(finding)
            }
        }
        if parts.count < 2 { return all }
        let order = all.indices.sorted {
            let (one, other) = (all[$0].range, all[$1].range)
            return (one.startLine, one.startByte, $0) < (other.startLine, other.startByte, $1)
        }
        return order.map { all[$0] }
    }

    /// Where a range of the code stands in the file.
    private func place(of range: ByteRange, _ buffer: TextBuffer) -> ByteRange {
        if let cells { return cells.place(of: range) }
        var place = range
        place.startByte = column(range.startByte, range.startLine, buffer)
        place.endByte = column(range.endByte, range.endLine, buffer)
        return place
    }

    private func column(_ byte: Int, _ line: Int, _ buffer: TextBuffer) -> Int {
        var column = byte
        buffer.visitLine(line) { column = kind.column(ofCodeByte: byte, in: $0) }
        return column
    }
}
