import Engine
import JSON

/// Chat completions, as OpenAI documents them and as the compatible servers understand them.
///
/// Spec: https://platform.openai.com/docs/api-reference/chat/create
struct OpenAIChat: ModelAPI {
    let provider: ModelProvider

    var firstForm: RequestForm { RequestForm(length: provider == .openai ? .maxCompletionTokens : .maxTokens) }
    var path: String { "/chat/completions" }

    /// Whether its servers keep to bounds of texts and lists: those that are made of llama.cpp.
    private var boundsHelp: Bool { provider == .llamacpp || provider == .ollama }

    func headers(key: String?) -> [(String, String)] { key.map { [("Authorization", "Bearer \($0)")] } ?? [] }

    func body(of request: ModelRequest, model: String, form: RequestForm) -> JSONValue {
        let messages: [JSONValue] =
            [["role": "system", "content": .string(request.system)]]
            + request.messages.map { ["role": .string($0.role.rawValue), "content": .string($0.text)] }
        var body: JSONObject = ["model": .string(model), "messages": .array(messages), "stream": true]
        if form.asksForUsage { body["stream_options"] = ["include_usage": true] }
        if form.length != .none { body[form.length.rawValue] = .integer(request.maxOutputTokens) }
        switch form.structure {
        case .schema:
            body["response_format"] = [
                "type": "json_schema",
                "json_schema": [
                    "name": .string(request.schemaName), "strict": true,
                    "schema": boundsHelp
                        ? SchemaLowering.bounded(request.schema) : SchemaLowering.strict(request.schema),
                ],
            ]
        case .json: body["response_format"] = ["type": "json_object"]
        case .prompt: break
        }
        return .object(body)
    }

    func add(_ event: JSONValue, to reply: inout ModelReply) throws(ModelFault) -> Bool {
        // Gemini wraps its errors into a list.
        let event = event.array?.first ?? event
        if let error = event["error"], !error.isNull { throw fault(of: event, in: reply) }
        add(usage: event["usage"], to: &reply)
        // The last chunk with usage has no choices.
        guard let choice = event["choices"]?.array?.first(where: { ($0["index"]?.int ?? 0) == 0 }) else { return false }
        add(choice["delta"] ?? choice["message"], to: &reply)
        if let finish = choice["finish_reason"]?.string { reply.finish = Self.finish(finish) }
        return false
    }

    func reply(whole: JSONValue) throws(ModelFault) -> ModelReply {
        var reply = ModelReply()
        _ = try add(whole, to: &reply)
        guard whole["choices"]?.array?.isEmpty == false else { throw fault(ofAnswer: whole, lacking: "no choices") }
        if reply.finish == .cut { reply.finish = .stop }
        return reply
    }

    private func add(_ message: JSONValue?, to reply: inout ModelReply) {
        guard let message else { return }
        reply.text += Self.text(message["content"])
        reply.reasoning += message["reasoning_content"]?.string ?? Self.text(message["reasoning"])
        reply.refusal += message["refusal"]?.string ?? ""
    }

    /// A text, or a list of parts with texts.
    private static func text(_ content: JSONValue?) -> String {
        content?.string ?? content?.array?.compactMap { $0["text"]?.string }.joined() ?? ""
    }

    private func add(usage: JSONValue?, to reply: inout ModelReply) {
        guard let usage, !usage.isNull else { return }
        if let input = usage["prompt_tokens"]?.int { reply.inputTokens = input }
        if let output = usage["completion_tokens"]?.int { reply.outputTokens = output }
    }

    private static func finish(_ reason: String) -> ModelReply.Finish {
        switch reason {
        case "length", "max_tokens": .length
        case "content_filter": .filtered
        default: .stop
        }
    }
}
