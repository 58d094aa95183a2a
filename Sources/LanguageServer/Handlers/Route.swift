import JSON
import JSONRPC
import LanguageServerProtocol

/// A handler of requests, whatever its message's type.
protocol RequestRoute: Sendable {
    var isCancellable: Bool { get }
    /// Answers the request, now or later, or throws; never both.
    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError)
}

/// A handler of notifications, whatever its message's type.
protocol NotificationRoute: Sendable {
    func run(_ parameters: JSONNode?, in session: inout Session) throws(InvalidParameters)
}

struct SessionRoute<H: SessionHandler>: RequestRoute {
    let handler: H
    var isCancellable: Bool { handler.isCancellable }

    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let answer = try handler.handle(try .decoding(parameters), in: &session)
        session.outbox.respond(to: id) { answer.write(to: &$0) }
    }
}

struct SnapshotRoute<H: SnapshotHandler>: RequestRoute {
    let handler: H
    var isCancellable: Bool { true }

    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let request = try H.Incoming.decoding(parameters)
        if let uri = handler.reviewedDocument(for: request) { session.reviewIfChanged(uri) }
        let answer = try handler.handle(request, in: session.snapshot)
        session.outbox.respond(to: id) { answer.write(to: &$0) }
    }
}

struct BackgroundRoute<H: BackgroundHandler>: RequestRoute {
    let handler: H
    var isCancellable: Bool { true }

    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        let (handler, request) = (handler, try H.Incoming.decoding(parameters))
        session.answerLater(id) { snapshot async throws(ResponseError) -> H.Incoming.Answer in
            try await handler.handle(request, in: snapshot)
        }
    }
}

struct DeferringRoute<H: DeferringHandler>: RequestRoute {
    let handler: H
    var isCancellable: Bool { true }

    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        try handler.handle(try .decoding(parameters), id, in: &session)
    }
}

struct NotifiedRoute<H: NotificationHandler>: NotificationRoute {
    let handler: H

    func run(_ parameters: JSONNode?, in session: inout Session) throws(InvalidParameters) {
        handler.handle(try H.Incoming(parameters: parameters), in: &session)
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
