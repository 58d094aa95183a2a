import LanguageServerProtocol

/// `workspace/didChangeWorkspaceFolders`: folders come and go.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeWorkspaceFolders
struct DidChangeWorkspaceFoldersHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.followsWorkspaceFolders = true
    }

    func handle(_ notification: DidChangeWorkspaceFoldersNotification, in session: inout Session) {
        let removed = Set(notification.removed.map { DocumentURI(folder: $0.uri) })
        session.snapshot.folders.removeAll { removed.contains(DocumentURI(folder: $0.uri)) }
        var known = Set(session.snapshot.folders.map { DocumentURI(folder: $0.uri) })
        for folder in notification.added where known.insert(DocumentURI(folder: folder.uri)).inserted {
            session.snapshot.folders.append(folder)
        }
        session.openingFolders.subtract(removed)
        for uri in notification.removed.map(\.uri) { session.mirrorStates[uri] = nil }
        session.updateFileDiagnostics(removed.map { FileChange(uri: $0.text, kind: .deleted) })
        session.readSettingsFiles()
        session.readDecisions()
        if session.snapshot.documents.foldersChanged(session.snapshot.folderPaths) { session.askForDiagnosticPull() }
        session.foldersChanged()
        session.scopeChanged()
    }
}
