import LanguageServerProtocol

/// `$/setTrace`: whether `$/logTrace` tells what is handled.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#setTrace
struct SetTraceHandler: NotificationHandler {
    func handle(_ notification: SetTraceNotification, in session: inout Session) {
        session.trace = notification.level
    }
}
