import LanguageServerProtocol

/// `workspace/didCreateFiles`: new files are mirrored like saved ones.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didCreateFiles
struct DidCreateFilesHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if client.didCreateFiles { capabilities.fileOperations.append(.didCreate) }
    }

    func handle(_ notification: DidCreateFilesNotification, in session: inout Session) {
        session.filesChanged(notification.files.map { FileChange(uri: $0.uri, kind: .saved) })
    }
}
