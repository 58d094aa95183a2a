import JSON

/// `textDocument/diagnostic`: the client pulls the diagnostics of one document.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_diagnostic
package struct DocumentDiagnosticRequest: Request {
    package typealias Answer = DiagnosticReport
    package static let method = "textDocument/diagnostic"

    package let document: TextDocumentIdentifier
    package let previousResultID: String?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        previousResultID = try object.optional("previousResultId")
    }
}

/// The diagnostics of a document, or that they are what the client has.
package enum DiagnosticReport: JSONEncodable, Hashable, Sendable {
    case full(resultID: String, items: [Diagnostic])
    case unchanged(resultID: String)

    package func write(to writer: inout JSONWriter) {
        writer.object { writeMembers(to: &$0) }
    }

    /// Writes the report's members into an object that has others as well.
    func writeMembers(to writer: inout JSONWriter) {
        switch self {
        case .full(let resultID, let items):
            writer.member("kind", "full")
            writer.member("resultId", resultID)
            writer.member("items", items)
        case .unchanged(let resultID):
            writer.member("kind", "unchanged")
            writer.member("resultId", resultID)
        }
    }
}
