import LanguageServerProtocol

/// `textDocument/didSave`: the file now holds the document's text.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didSave
struct DidSaveHandler: NotificationHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.savesText = true
    }

    func handle(_ notification: DidSaveNotification, in session: inout Session) {
        guard let document = session.snapshot.documents[notification.document.uri] else { return }
        session.filesChanged([FileChange(uri: document.uri, kind: .savedInEditor)])
        session.lint(document.uri)
        session.confirmSolved(in: document.uri)
    }
}
