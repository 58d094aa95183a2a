import LanguageServerProtocol

/// `workspace/didRenameFiles`: the old name is gone, the new one is there, with what was dismissed in it.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didRenameFiles
struct DidRenameFilesHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if client.didRenameFiles { capabilities.fileOperations.append(.didRename) }
    }

    func handle(_ notification: DidRenameFilesNotification, in session: inout Session) {
        for file in notification.files { session.dismissalsMoved(from: file.oldURI, to: file.newURI) }
        session.filesChanged(
            notification.files.flatMap { file in
                [FileChange(uri: file.oldURI, kind: .deleted), FileChange(uri: file.newURI, kind: .saved)]
            })
    }
}
