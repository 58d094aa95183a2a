import JSON
import JSONRPC
import LanguageServerProtocol

/// A type that deals with one message, and announces that the server does.
package protocol Handler: Sendable {
    /// The message that it deals with.
    var method: String { get }
    /// Adds what this handler can do to the answer of `initialize`.
    ///
    /// Nothing by default, except that `codeforge/...` messages are announced under `experimental`.
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities)
}

extension Handler {
    package func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        guard method.hasPrefix("codeforge/") else { return }
        capabilities.experimental.append(method)
    }
}

/// Answers requests of any type; see the protocols that refine it.
///
/// The table holds handlers as this protocol and not in generic wrappers: the runtime would look up a conformance for
/// each wrapper before `initialize` is answered, which takes longer than everything else until then.
package protocol RequestHandler: Handler {
    /// Whether `$/cancelRequest` may answer the request in the handler's place.
    var isCancellable: Bool { get }
    /// Answers the request `id`, now or later, or throws; never both.
    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError)
}

extension RequestHandler {
    package var isCancellable: Bool { true }
}

/// Answers a request and may change the session; the next message is read when it is done.
package protocol SessionHandler: RequestHandler {
    associatedtype Incoming: Request
    /// The documents whose findings must be up to date, if the answer depends on them.
    func reviewedDocuments(for request: Incoming, in snapshot: Snapshot) -> [String]
    func handle(_ request: Incoming, in session: inout Session) throws(ResponseError) -> Incoming.Answer
}

extension SessionHandler {
    package var method: String { Incoming.method }

    package func reviewedDocuments(for request: Incoming, in snapshot: Snapshot) -> [String] { [] }

    package func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let request = try Incoming.decoding(parameters)
        let documents = reviewedDocuments(for: request, in: session.snapshot)
        guard documents.isEmpty || session.isReviewed(documents) else {
            return session.whenReviewed(documents, id) { session throws(ResponseError) in
                try answer(request, id, in: &session)
            }
        }
        try answer(request, id, in: &session)
    }

    private func answer(_ request: Incoming, _ id: RequestID, in session: inout Session) throws(ResponseError) {
        let answer = try handle(request, in: &session)
        session.outbox.respond(to: id) { answer.write(to: &$0) }
    }
}

/// Answers a request from a copy of what the session knows, at once: it must need well under a millisecond.
package protocol SnapshotHandler: RequestHandler {
    associatedtype Incoming: Request
    /// The document whose findings must be up to date, if the answer depends on them.
    func reviewedDocument(for request: Incoming) -> String?
    /// Whether a document that has changed is reviewed once the messages that are there are taken in, together with the
    /// others that they ask about.
    var isAnsweredWithOthers: Bool { get }
    func handle(_ request: Incoming, in snapshot: Snapshot) throws(ResponseError) -> Incoming.Answer
}

extension SnapshotHandler {
    package var method: String { Incoming.method }
    package func reviewedDocument(for request: Incoming) -> String? { nil }
    package var isAnsweredWithOthers: Bool { false }

    package func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let request = try Incoming.decoding(parameters)
        if let uri = reviewedDocument(for: request),
            isAnsweredWithOthers ? session.snapshot.documents.awaitsReview(uri) : !session.isReviewed([uri])
        {
            return session.whenReviewed([uri], id) { session throws(ResponseError) in
                try answer(request, id, in: &session)
            }
        }
        try answer(request, id, in: &session)
    }

    private func answer(_ request: Incoming, _ id: RequestID, in session: inout Session) throws(ResponseError) {
        let answer = try handle(request, in: session.snapshot)
        session.outbox.respond(to: id) { answer.write(to: &$0) }
    }
}

/// Answers a request beside the loop, because it waits for something: the store, another process, the client.
///
/// It runs as a task, which `$/cancelRequest` cancels.
package protocol BackgroundHandler: RequestHandler {
    associatedtype Incoming: Request
    func handle(_ request: Incoming, in snapshot: Snapshot) async throws(ResponseError) -> Incoming.Answer
}

extension BackgroundHandler {
    package var method: String { Incoming.method }

    package func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let request = try Incoming.decoding(parameters)
        session.answerLater(id) { snapshot async throws(ResponseError) -> Incoming.Answer in
            try await handle(request, in: snapshot)
        }
    }
}

/// Answers a request by itself, at once or later with `Session.answerLater`, because which of the two depends on it.
package protocol DeferringHandler: RequestHandler {
    associatedtype Incoming: Request
    /// Answers the request `id`, or throws; never both.
    func handle(_ request: Incoming, _ id: RequestID, in session: inout Session) throws(ResponseError)
}

extension DeferringHandler {
    package var method: String { Incoming.method }

    package func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        try handle(try .decoding(parameters), id, in: &session)
    }
}

/// Deals with notifications of any type; see `NotificationHandler`.
package protocol AnyNotificationHandler: Handler {
    /// Deals with the notification.
    ///
    /// - Throws: where its parameters have another shape.
    func run(_ parameters: JSONNode?, in session: inout Session) throws(InvalidParameters)
}

/// Deals with a notification.
package protocol NotificationHandler: AnyNotificationHandler {
    associatedtype Incoming: Notification
    func handle(_ notification: Incoming, in session: inout Session)
}

extension NotificationHandler {
    package var method: String { Incoming.method }

    package func run(_ parameters: JSONNode?, in session: inout Session) throws(InvalidParameters) {
        let notification = try Incoming(parameters: parameters)
        handle(notification, in: &session)
    }
}

extension Request {
    /// The request with these parameters.
    ///
    /// - Throws: `InvalidParams` where they have another shape.
    fileprivate static func decoding(_ parameters: JSONNode?) throws(ResponseError) -> Self {
        do throws(InvalidParameters) {
            return try Self(parameters: parameters)
        } catch {
            throw ResponseError(.invalidParams, error.message)
        }
    }
}
