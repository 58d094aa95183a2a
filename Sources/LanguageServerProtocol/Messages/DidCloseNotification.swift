import JSON

/// `textDocument/didClose`: the file on disk is the document's text again.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didClose
package struct DidCloseNotification: Notification {
    package static let method = "textDocument/didClose"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}
