import LanguageServerProtocol

/// `workspace/didChangeWatchedFiles`: files changed on disk.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeWatchedFiles
struct DidChangeWatchedFilesHandler: NotificationHandler {
    func handle(_ notification: DidChangeWatchedFilesNotification, in session: inout Session) {
        session.filesChanged(
            notification.changes.map { change in
                FileChange(uri: change.uri, kind: change.kind == .deleted ? .deleted : .saved)
            })
    }
}
