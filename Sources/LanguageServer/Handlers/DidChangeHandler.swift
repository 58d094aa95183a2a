import LanguageServerProtocol

/// `textDocument/didChange`: edits the text in place; the review waits until no more edits are there.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_didChange
struct DidChangeHandler: NotificationHandler {
    func handle(_ notification: DidChangeNotification, in session: inout Session) {
        let encoding = session.snapshot.encoding
        var (hasOutgrown, ruleFile): (Bool, String?) = (false, nil)
        let isOpen = session.snapshot.documents.edit(notification.document.uri) { document in
            let wasTooLong = document.isTooLong
            document.apply(notification.changes, encoding: encoding)
            if let version = notification.document.version { document.version = version }
            if document.isRuleFile { ruleFile = document.path }
            hasOutgrown = !wasTooLong && document.isTooLong
        }
        if let ruleFile { session.ruleFileEdited(ruleFile) }
        if hasOutgrown { session.tellTooLong(notification.document.uri) }
        if !isOpen { session.log.write(.warning, "a change of a document that is not open was ignored") }
    }
}
