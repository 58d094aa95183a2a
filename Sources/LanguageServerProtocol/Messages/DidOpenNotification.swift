import JSON

/// `textDocument/didOpen`: from now on the client owns the document's text.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didOpen
package struct DidOpenNotification: Notification {
    package static let method = "textDocument/didOpen"

    package let uri: String
    package let languageID: String
    package let version: Int?
    package let text: DocumentText

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let document: TextDocumentItem = try parameters.object().required("textDocument")
        uri = document.uri
        languageID = document.languageID
        version = document.version
        text = document.text
    }

    private struct TextDocumentItem: JSONDecodable {
        let uri: String
        let languageID: String
        let version: Int?
        let text: DocumentText

        init(_ node: JSONNode) throws(InvalidParameters) {
            uri = try node.required("uri")
            languageID = try node.optional("languageId") ?? ""
            version = try node.optional("version")
            text = try node.required("text")
        }
    }
}
