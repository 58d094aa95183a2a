import LanguageServerProtocol

/// `textDocument/didClose`: the file on disk is the truth again; nothing of the document is shown any more, only what is
/// known of the file.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didClose
struct DidCloseHandler: NotificationHandler {
    func handle(_ notification: DidCloseNotification, in session: inout Session) {
        session.answerWaiting(for: notification.document.uri)
        guard let document = session.snapshot.documents.close(notification.document.uri) else { return }
        session.toldTooLong.remove(document.uri)
        session.linters.stop(document.uri)
        session.forgetUnsavedEdit(of: document)
        // A file that was renamed is closed under its old name; where nobody watches, nobody else tells of it.
        if !session.snapshot.client.registersWatchedFiles, let path = document.path {
            for folder in session.snapshot.openFolders {
                folder.mirror.filesChanged([path].compactMap(folder.mirror.folder.relativePath))
            }
        }
        if document.mayBeOwn { session.documentsOutdated() }
        if document.isRuleFile, let path = document.path { session.ruleFileEdited(path) }
        guard !session.snapshot.client.pullsDiagnostics, !document.isReadOnly else { return }
        session.publish(uri: document.uri, version: nil, session.snapshot.fileDiagnostics[document.uri])
    }
}
