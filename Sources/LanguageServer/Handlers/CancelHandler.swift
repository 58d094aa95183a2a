import JSONRPC
import LanguageServerProtocol

/// `$/cancelRequest`: ends a request that runs beside the loop.
///
/// Those that wait in the queue are dealt with there.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#cancelRequest
struct CancelHandler: NotificationHandler {
    func handle(_ notification: CancelNotification, in session: inout Session) {
        guard session.running.cancel(notification.id) else { return }
        session.outbox.respond(to: notification.id, error: .cancelled)
    }
}
