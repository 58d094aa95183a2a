import LanguageServerProtocol

/// `exit`: the loop ends; the exit code is 0 after `shutdown`, else 1.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#exit
struct ExitHandler: NotificationHandler {
    func handle(_ notification: ExitNotification, in session: inout Session) {
        session.end()
    }
}
