import JSON

/// `workspace/didRenameFiles`: the user renamed files in the editor.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didRenameFiles
package struct DidRenameFilesNotification: Notification {
    package static let method = "workspace/didRenameFiles"

    package let files: [FileRename]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        files = try parameters.object().required("files")
    }
}
