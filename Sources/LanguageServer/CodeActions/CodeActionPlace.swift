import LanguageServerProtocol
import Review
import Text

/// Where code actions were asked for, and which.
package struct CodeActionPlace: Sendable {
    package let document: OpenDocument
    package let request: CodeActionRequest
    package let snapshot: Snapshot
    /// The shown findings that the range touches.
    package let findings: [Finding]
    /// The dismissed findings that the range touches, where a person asks: who dismissed one wants no light bulb for it.
    package let dismissed: [Finding]

    init(document: OpenDocument, request: CodeActionRequest, snapshot: Snapshot) {
        self.document = document
        self.request = request
        self.snapshot = snapshot
        let start = document.buffer.byteOffset(of: request.range.lowerBound, encoding: snapshot.encoding)
        let end = document.buffer.byteOffset(of: request.range.upperBound, encoding: snapshot.encoding)
        func isTouched(_ finding: Finding) -> Bool {
            (finding.range.startLine, finding.range.startByte) <= (end.line, end.byteColumn)
                && (start.line, start.byteColumn) <= (finding.range.endLine, finding.range.endByte)
        }
        findings = snapshot.findings(of: document, inLines: start.line...max(start.line, end.line)).filter(isTouched)
        dismissed = request.isAutomatic ? [] : snapshot.dismissedFindings(of: document).filter(isTouched)
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
        FindingActions(),
        FixAllActions(),
        ReviewActions(),
        DocumentActions(),
        AgentActions(),
    ]
}
