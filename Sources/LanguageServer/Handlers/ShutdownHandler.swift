import JSONRPC
import LanguageServerProtocol

/// `shutdown`: answers what still runs, and waits for `exit`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#shutdown
struct ShutdownHandler: SessionHandler {
    var isCancellable: Bool { false }

    func handle(_ request: ShutdownRequest, in session: inout Session) throws(ResponseError) -> NoAnswer {
        for id in session.running.cancelAll() { session.outbox.respond(to: id, error: .cancelled) }
        session.phase = .shutDown
        return NoAnswer()
    }
}
