import JSON

/// `workspace/textDocumentContent`: the text of a document that the server alone has, by its address.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_textDocumentContent
package struct TextDocumentContentRequest: Request {
    package static let method = "workspace/textDocumentContent"

    package let uri: String

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        uri = try parameters.object().required("uri")
    }

    /// The answer.
    package struct Answer: JSONEncodable, Sendable {
        package let text: String

        package init(text: String) { self.text = text }

        package func write(to writer: inout JSONWriter) {
            writer.object { $0.member("text", text) }
        }
    }
}
