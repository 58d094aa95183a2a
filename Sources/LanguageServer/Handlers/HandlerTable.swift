import JSON
import JSONRPC
import LanguageServerProtocol

/// Finds the handler of a message by its method and runs it; sees to it that each request is answered exactly once.
package struct HandlerTable: Sendable {
    private var requests = MethodTable<any RequestHandler>()
    private var notifications = MethodTable<any AnyNotificationHandler>()
    private var handlers: [any Handler] = []

    init() {}

    // MARK: - Adding handlers

    mutating func add(_ handler: any RequestHandler) {
        requests[handler.method] = handler
        handlers.append(handler)
    }

    mutating func add(_ handler: any AnyNotificationHandler) {
        notifications[handler.method] = handler
        handlers.append(handler)
    }

    // MARK: - Running them

    /// What all handlers together announce to a client.
    func capabilities(for client: ClientCapabilities) -> ServerCapabilities {
        var capabilities = ServerCapabilities()
        for handler in handlers { handler.advertise(in: &capabilities, to: client) }
        return capabilities
    }

    /// Deals with one message.
    func handle(_ message: QueuedMessage, in session: inout Session) {
        switch message.content {
        case .request(let id, let method, let parameters):
            handle(id, method, parameters, isCancelled: message.isCancelled, in: &session)
        case .notification(let method, let parameters):
            handle(method, parameters, in: &session)
        case .response(let id, let result):
            guard let then = session.asked.take(id) else { return }
            then(&session, result.map { $0?.value ?? .null })
        case .invalid(let id, let error):
            session.outbox.respond(to: id, error: error)
        }
    }

    private func handle(
        _ id: RequestID, _ method: String, _ parameters: JSONNode?, isCancelled: Bool, in session: inout Session
    ) {
        do throws(ResponseError) {
            try session.checkPhase(for: method)
            guard let route = requests[method] else {
                throw ResponseError(.methodNotFound, "The method '\(method)' is not known.")
            }
            guard !session.running.contains(id) else {
                throw ResponseError(.invalidRequest, "A request with this id is not answered yet. Use another id.")
            }
            if isCancelled, route.isCancellable { throw .cancelled }
            try route.run(id, parameters, in: &session)
        } catch {
            session.outbox.respond(to: id, error: error)
        }
        session.tell("request", method)
    }

    private func handle(_ method: String, _ parameters: JSONNode?, in session: inout Session) {
        guard session.phase == .initialized || method == ExitNotification.method else { return }
        guard let route = notifications[method] else { return }
        do throws(InvalidParameters) {
            try route.run(parameters, in: &session)
        } catch {
            session.log.write(.warning, "a notification was ignored", ["lsp.method": method, "problem": error.message])
        }
        session.tell("notification", method)
    }
}
