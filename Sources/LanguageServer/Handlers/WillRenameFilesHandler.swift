import JSONRPC
import LanguageServerProtocol

/// `workspace/willRenameFiles`: the reviewer keeps nothing in files that a new name would break, so it edits none.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_willRenameFiles
struct WillRenameFilesHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if client.willRenameFiles { capabilities.fileOperations.append(.willRename) }
    }

    func handle(_ request: WillRenameFilesRequest, in snapshot: Snapshot) throws(ResponseError) -> WorkspaceEdit? {
        nil
    }
}
