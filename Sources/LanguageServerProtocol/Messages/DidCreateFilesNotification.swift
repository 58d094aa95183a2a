import JSON

/// `workspace/didCreateFiles`: the user created files in the editor.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didCreateFiles
package struct DidCreateFilesNotification: Notification {
    package static let method = "workspace/didCreateFiles"

    package let files: [TextDocumentIdentifier]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        files = try parameters.object().required("files")
    }
}
