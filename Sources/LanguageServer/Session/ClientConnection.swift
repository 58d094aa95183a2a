import JSON
import JSONRPC
import LanguageServerProtocol

/// The way to the client for code that runs beside the loop: what it sends goes through the session's inbox.
package struct ClientConnection: Sendable {
    private let inbox: Inbox<SessionEvent>

    init(inbox: Inbox<SessionEvent>) {
        self.inbox = inbox
    }

    /// Has the loop change the session.
    package func perform(_ event: @escaping SessionEvent) {
        inbox.post(event)
    }

    /// Asks the client something and waits for its answer.
    ///
    /// - Throws: the error that the client answers with.
    package func request(
        _ method: String, _ parameters: some JSONEncodable & Sendable
    ) async throws(ResponseError) -> JSONValue {
        let result = await withCheckedContinuation { continuation in
            inbox.post { session in
                session.ask(method, parameters) { _, result in continuation.resume(returning: result) }
            }
        }
        return try result.get()
    }
}
