import JSON

/// `workspace/willRenameFiles`: the user is about to rename files; the answer may edit others first.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_willRenameFiles
package struct WillRenameFilesRequest: Request {
    package typealias Answer = WorkspaceEdit?
    package static let method = "workspace/willRenameFiles"

    package let files: [FileRename]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        files = try parameters.object().required("files")
    }
}
