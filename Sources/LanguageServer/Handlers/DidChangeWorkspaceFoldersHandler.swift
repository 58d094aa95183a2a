import LanguageServerProtocol

/// `workspace/didChangeWorkspaceFolders`: folders come and go.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeWorkspaceFolders
struct DidChangeWorkspaceFoldersHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.followsWorkspaceFolders = true
    }

    func handle(_ notification: DidChangeWorkspaceFoldersNotification, in session: inout Session) {
        let removed = Set(notification.removed.map { DocumentURI($0.uri) })
        session.snapshot.folders.removeAll { removed.contains(DocumentURI($0.uri)) }
        for folder in notification.added
        where !session.snapshot.folders.contains(where: { DocumentURI($0.uri) == DocumentURI(folder.uri) }) {
            session.snapshot.folders.append(folder)
        }
        session.openingFolders.subtract(removed)
        session.foldersChanged()
    }
}
