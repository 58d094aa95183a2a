import LanguageServerProtocol

/// `workspace/didDeleteFiles`: files are gone, with what was found in them.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didDeleteFiles
struct DidDeleteFilesHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if client.didDeleteFiles { capabilities.fileOperations.append(.didDelete) }
    }

    func handle(_ notification: DidDeleteFilesNotification, in session: inout Session) {
        // A document may stay open without its file; what was found in it is no longer anybody's problem.
        for file in notification.files where !session.snapshot.client.pullsDiagnostics {
            for document in session.snapshot.documents.inside(file.uri) {
                session.publish(uri: document.uri, version: document.version, [])
            }
        }
        session.filesChanged(notification.files.map { FileChange(uri: $0.uri, kind: .deleted) })
    }
}
