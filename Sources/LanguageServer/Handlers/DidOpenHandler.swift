import LanguageServerProtocol

/// `textDocument/didOpen`: takes the text over and has it reviewed.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didOpen
struct DidOpenHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.synchronizesText = true
    }

    func handle(_ notification: DidOpenNotification, in session: inout Session) {
        let document = OpenDocument(
            uri: notification.uri, languageID: notification.languageID, version: notification.version,
            text: notification.text.utf8, folders: session.snapshot.folderPaths)
        session.snapshot.documents.open(document)
        session.setReviewLimit(of: document.uri)
        session.findRules(of: document.uri)
        session.lookForDecisions(about: document)
        session.ownDocumentOpened(document)
        session.lintOpened(document.uri)
        session.settleSoon()
        session.followRenamedProblems(in: [document.uri])
        session.followRenamedFile(document)
    }
}
