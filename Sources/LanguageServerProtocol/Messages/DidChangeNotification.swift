import JSON
import Text

/// `textDocument/didChange`: edits, each on the text that the one before it left.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didChange
package struct DidChangeNotification: Notification {
    package static let method = "textDocument/didChange"

    /// One edit; without a range the whole text is new.
    package struct Change: JSONDecodable, Sendable {
        package let range: Range<TextPosition>?
        package let text: DocumentText

        package init(_ node: JSONNode) throws(InvalidParameters) {
            range = try node.optional("range")
            text = try node.required("text")
        }
    }

    package let document: VersionedTextDocumentIdentifier
    package let changes: [Change]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        changes = try object.required("contentChanges")
    }
}
