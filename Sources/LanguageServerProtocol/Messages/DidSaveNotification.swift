import JSON

/// `textDocument/didSave`: the document was written to disk.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didSave
package struct DidSaveNotification: Notification {
    package static let method = "textDocument/didSave"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}
