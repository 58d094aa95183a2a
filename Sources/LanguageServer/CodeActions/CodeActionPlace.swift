import LanguageServerProtocol
import Review
import Text

/// Where code actions were asked for, and which.
package struct CodeActionPlace: Sendable {
    package let document: OpenDocument
    package let request: CodeActionRequest
    package let snapshot: Snapshot
    /// The shown findings that the client names, on the range's lines where some of them are; those of the range's lines
    /// where it names no diagnostics.
    package let findings: [Finding]
    /// The dismissed findings of the range's lines, where a person asks: who dismissed one wants no light bulb for it.
    package let dismissed: [Finding]
    /// The lines that the range touches.
    package let lines: ClosedRange<Int>
    /// Whether the range is all of the document, which has more than a line.
    private let isWholeDocument: Bool

    init(document: OpenDocument, request: CodeActionRequest, snapshot: Snapshot) {
        self.document = document
        self.request = request
        self.snapshot = snapshot
        let start = document.buffer.byteOffset(of: request.range.lowerBound, encoding: snapshot.encoding)
        let end = document.buffer.byteOffset(of: request.range.upperBound, encoding: snapshot.encoding)
        // A selection of whole lines ends before the first character of the next one.
        let last = end.line > start.line && end.byteColumn == 0 ? end.line - 1 : end.line
        let lines = start.line...max(start.line, last)
        self.lines = lines
        let lastLine = document.buffer.lineCount - 1
        isWholeDocument =
            start.line == 0 && start.byteColumn == 0 && end.line >= lastLine
            && end.byteColumn >= document.buffer.lineBytes(lastLine).count && !request.range.isEmpty

        let own = request.diagnostics.filter(\.isOwn)
        if !own.isEmpty {
            // Eglot 1.9 names more than what is at the cursor; Kate names that, with the whole document for its range.
            let named = snapshot.findings(of: document, named: own)
            let here = named.filter { $0.isIn(lines) }
            findings = here.isEmpty ? named : here
        } else if request.diagnostics.isEmpty || request.range.isEmpty {
            let found = snapshot.findings(of: document, inLines: lines)
            func isTouched(_ finding: Finding) -> Bool {
                (finding.range.startLine, finding.range.startByte) <= (end.line, end.byteColumn)
                    && (start.line, start.byteColumn) <= (finding.range.endLine, finding.range.endByte)
            }
            // What is pointed at comes before what stands elsewhere on the line.
            findings = found.filter(isTouched) + found.filter { !isTouched($0) }
        } else {
            findings = []
        }
        let isAsked = request.diagnostics.isEmpty && !request.isAutomatic
        dismissed = isAsked ? snapshot.dismissedFindings(of: document).filter { $0.isIn(lines) } : []
    }

    /// Whether actions of a kind are wanted that are about the document or a selection, not about a finding.
    ///
    /// Where the client names diagnostics it gets them only if it names their kind, too.
    func wantsBeyondFindings(_ kind: CodeActionKind) -> Bool {
        request.wants(kind) && (request.diagnostics.isEmpty || request.names(kind))
    }

    /// Whether actions of a kind are wanted that do something else about a finding than to repair it.
    ///
    /// Kate 22.12 names the finding at the cursor, gives the whole document for its range, and runs all that it gets. What
    /// the mentor asks changes nothing, and in student mode there is no fix that would have been meant.
    func wantsAboutFindings(_ kind: CodeActionKind) -> Bool {
        request.wants(kind)
            && (request.diagnostics.isEmpty || request.range.isEmpty || snapshot.client.choosesCodeActions
                || snapshot.isStudent(document) && (kind == .mentor || !isWholeDocument))
    }
}

extension Finding {
    fileprivate func isIn(_ lines: ClosedRange<Int>) -> Bool {
        range.startLine <= lines.upperBound && range.endLine >= lines.lowerBound
    }
}

extension Snapshot {
    /// The shown findings of a document that a client's diagnostics are about, each once, as the client lists them.
    fileprivate func findings(of document: OpenDocument, named diagnostics: [NamedDiagnostic]) -> [Finding] {
        let shown = findings(of: document)
        var meant: [Finding] = []
        for diagnostic in diagnostics {
            func isMeant(_ finding: Finding) -> Bool {
                // Not every client gives back the code.
                guard diagnostic.code ?? finding.ruleID == finding.ruleID, !meant.contains(finding) else {
                    return false
                }
                return diagnostic.identity.map { $0 == finding.identity } ?? true
            }
            let exact = shown.first { isMeant($0) && range($0.range, in: document) == diagnostic.range }
            // Neovim 0.7 gives its own columns back, and every editor old ones while it waits for the next diagnostics.
            let near =
                exact ?? shown.first { isMeant($0) && $0.range.startLine == diagnostic.range.lowerBound.line }
            if let near { meant.append(near) }
        }
        return meant
    }
}

/// Offers the actions of one topic.
package protocol CodeActionProvider: Sendable {
    func actions(at place: CodeActionPlace) -> [CodeAction]
}

/// Everything that offers code actions: one line a topic, in the order in which they are shown.
package enum CodeActionProviders {
    static let all: [any CodeActionProvider] = [
        FixActions(),
        MentorActions(),
        FindingActions(),
        FixAllActions(),
        ReviewActions(),
        DocumentActions(),
        DecisionActions(),
        AgentActions(),
    ]
}
