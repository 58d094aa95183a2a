import JSON

/// `workspace/didChangeWorkspaceFolders`: folders were opened and closed in the editor.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeWorkspaceFolders
package struct DidChangeWorkspaceFoldersNotification: Notification {
    package static let method = "workspace/didChangeWorkspaceFolders"

    package let added: [WorkspaceFolder]
    package let removed: [WorkspaceFolder]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let event: Event = try parameters.object().required("event")
        added = event.added
        removed = event.removed
    }

    private struct Event: JSONDecodable {
        let added: [WorkspaceFolder]
        let removed: [WorkspaceFolder]

        init(_ node: JSONNode) throws(InvalidParameters) {
            added = try node.optional("added") ?? []
            removed = try node.optional("removed") ?? []
        }
    }
}
