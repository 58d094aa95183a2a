import Engine
import JSON

/// One family of HTTP APIs: how a request is written, and how a stream of events becomes a reply.
protocol ModelAPI: Sendable {
    /// The form that is tried first.
    var firstForm: RequestForm { get }
    /// Below the base address.
    var path: String { get }
    func headers(key: String?) -> [(String, String)]
    func body(of request: ModelRequest, model: String, form: RequestForm) -> JSONValue
    /// Adds an event of the stream.
    ///
    /// - Returns: Whether it ends the stream.
    /// - Throws: `ModelFault` for an error in the stream.
    func add(_ event: JSONValue, to reply: inout ModelReply) throws(ModelFault) -> Bool
    /// Reads an answer that came whole, though a stream was asked for.
    func reply(whole: JSONValue) throws(ModelFault) -> ModelReply
}

extension ModelRoute {
    /// How its provider is spoken to.
    var api: any ModelAPI { provider == .anthropic ? AnthropicMessages() : OpenAIChat(provider: provider) }
}

extension ModelAPI {
    /// What an answer with a success for its status tells that holds none: an error in another shape, else `what` lacks.
    func fault(ofAnswer whole: JSONValue, lacking what: String) -> ModelFault {
        let words = ["message", "detail", "error", "msg"].contains { whole[$0].map { !$0.isNull } ?? false }
        return words ? fault(of: whole, in: ModelReply()) : .broken(what)
    }

    /// The fault that an error within an answer tells of.
    func fault(of error: JSONValue, in reply: ModelReply) -> ModelFault {
        let error = ServerError(json: error)
        guard reply.text.isEmpty, reply.reasoning.isEmpty else { return .brokenOff(error.message) }
        if error.kinds.contains("overloaded_error") || error.message.lowercased().contains("overloaded") {
            return .server(error.message, retryAfter: nil)
        }
        if error.kinds.contains("rate_limit_error") || error.kinds.contains("rate_limit_exceeded") {
            return .busy(error.message, retryAfter: nil)
        }
        return error.fault(status: error.status ?? 400)
    }
}
