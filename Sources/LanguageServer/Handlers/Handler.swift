import JSONRPC
import LanguageServerProtocol

/// A type that deals with one message, and announces that the server does.
package protocol Handler: Sendable {
    /// The message that it deals with.
    static var method: String { get }
    /// Adds what this handler can do to the answer of `initialize`; nothing by default, except that `codeforge/...`
    /// messages are announced under `experimental`.
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities)
}

extension Handler {
    package func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        guard Self.method.hasPrefix("codeforge/") else { return }
        capabilities.experimental.append(Self.method)
    }
}

/// Answers a request and may change the session; the next message is read when it is done.
package protocol SessionHandler: Handler {
    associatedtype Incoming: Request
    /// Whether `$/cancelRequest` may answer the request in the handler's place.
    var isCancellable: Bool { get }
    func handle(_ request: Incoming, in session: inout Session) throws(ResponseError) -> Incoming.Answer
}

extension SessionHandler {
    package static var method: String { Incoming.method }
    package var isCancellable: Bool { true }
}

/// Answers a request from a copy of what the session knows, at once: it must need well under a millisecond.
package protocol SnapshotHandler: Handler {
    associatedtype Incoming: Request
    /// The document whose findings must be up to date, if the answer depends on them.
    func reviewedDocument(for request: Incoming) -> String?
    func handle(_ request: Incoming, in snapshot: Snapshot) throws(ResponseError) -> Incoming.Answer
}

extension SnapshotHandler {
    package static var method: String { Incoming.method }
    package func reviewedDocument(for request: Incoming) -> String? { nil }
}

/// Answers a request beside the loop, because it waits for something: the store, another process, the client.
///
/// It runs as a task, which `$/cancelRequest` cancels.
package protocol BackgroundHandler: Handler {
    associatedtype Incoming: Request
    func handle(_ request: Incoming, in snapshot: Snapshot) async throws(ResponseError) -> Incoming.Answer
}

extension BackgroundHandler {
    package static var method: String { Incoming.method }
}

/// Deals with a notification.
package protocol NotificationHandler: Handler {
    associatedtype Incoming: Notification
    func handle(_ notification: Incoming, in session: inout Session)
}

extension NotificationHandler {
    package static var method: String { Incoming.method }
}

/// Answers a request by itself, at once or later with `Session.answerLater`, because which of the two depends on it.
package protocol DeferringHandler: Handler {
    associatedtype Incoming: Request
    /// Answers the request `id`, or throws; never both.
    func handle(_ request: Incoming, _ id: RequestID, in session: inout Session) throws(ResponseError)
}

extension DeferringHandler {
    package static var method: String { Incoming.method }
}
