import Review

/// Which lines of the code a question is about, as far as its place says so.
struct MentorFocus: Sendable {
    /// Where the person is, counted from 0; nil where that is not known.
    var cursor: Int?
    /// What is selected; nil where nothing is.
    var selection: ClosedRange<Int>?

    /// Takes lines that count from 1.
    init(line: Int? = nil, lastLine: Int? = nil) {
        guard let line, line > 0 else { return }
        cursor = line - 1
        if let lastLine, lastLine >= line { selection = line - 1...lastLine - 1 }
    }

    /// The lines that are meant, by the question's words or by a selection; nil for all.
    func lines(of question: String, in code: CodeLines) -> ClosedRange<Int>? {
        if let numbered = code.numberedLine(in: question) { return numbered...numbered }
        guard let selection, selection.lowerBound < code.code.count else { return nil }
        return selection.lowerBound...min(selection.upperBound, code.code.count - 1)
    }

    /// What the reviewer found that a question is likelier about than anything else: at the lines that are meant, else
    /// where the cursor is, else what is critical, in the function around the lines where some are meant; nothing beside
    /// what the question names.
    func finding(
        in document: ReviewedDocument, _ code: CodeLines, meaning lines: ClosedRange<Int>?, named: AskedPlace,
        asked: String
    ) -> Finding? {
        let isNumbered = code.numberedLine(in: asked) != nil
        let findings = document.findings.filter { finding in
            finding.severity >= .warning && (isNumbered || named.isNone || named.holds(finding.range.startLine))
        }
        func first(on lines: ClosedRange<Int>, from least: Severity) -> Finding? {
            findings.first {
                $0.severity >= least && $0.range.startLine <= lines.upperBound && $0.range.endLine >= lines.lowerBound
            }
        }
        if let lines {
            if let here = first(on: lines, from: .critical) ?? first(on: lines, from: .warning) { return here }
            // Who numbers a line asks about that one.
            guard !isNumbered, let body = code.function(around: lines.lowerBound)?.body, !body.isEmpty else {
                return nil
            }
            return first(on: body.lowerBound...body.upperBound - 1, from: .critical)
        }
        if let cursor, let here = first(on: cursor...cursor, from: .warning) { return here }
        return findings.first { $0.severity == .critical }
    }
}
