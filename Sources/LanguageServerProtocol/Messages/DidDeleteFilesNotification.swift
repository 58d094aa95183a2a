import JSON

/// `workspace/didDeleteFiles`: the user deleted files in the editor.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didDeleteFiles
package struct DidDeleteFilesNotification: Notification {
    package static let method = "workspace/didDeleteFiles"

    package let files: [TextDocumentIdentifier]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        files = try parameters.object().required("files")
    }
}
