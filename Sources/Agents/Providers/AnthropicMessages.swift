import JSON

/// Anthropic's Messages API.
///
/// Spec: https://platform.claude.com/docs/en/api/messages
struct AnthropicMessages: ModelAPI {
    var firstForm: RequestForm { RequestForm(length: .maxTokens) }
    var path: String { "/messages" }

    func headers(key: String?) -> [(String, String)] {
        [("anthropic-version", "2023-06-01")] + (key.map { [("x-api-key", $0)] } ?? [])
    }

    func body(of request: ModelRequest, model: String, form: RequestForm) -> JSONValue {
        var body: JSONObject = [
            // The one length that the API demands whatever it refused before.
            "model": .string(model), "max_tokens": .integer(request.maxOutputTokens), "stream": true,
            "system": .string(request.system),
            "messages": .array(
                request.messages.map { ["role": .string($0.role.rawValue), "content": .string($0.text)] }),
        ]
        switch form.structure {
        case .schema:
            body["output_config"] = [
                "format": ["type": "json_schema", "schema": SchemaLowering.closed(request.schema)]
            ]
        case .json:
            body["tools"] = [
                [
                    "name": .string(request.schemaName), "description": "Takes the answer.",
                    "input_schema": SchemaLowering.closed(request.schema),
                ]
            ]
            body["tool_choice"] = ["type": "tool", "name": .string(request.schemaName)]
        case .prompt: break
        }
        return .object(body)
    }

    func add(_ event: JSONValue, to reply: inout ModelReply) throws(ModelFault) -> Bool {
        switch event["type"]?.string {
        case "error": throw fault(of: event, in: reply)
        case "message_start": add(usage: event["message"]?["usage"], to: &reply)
        case "content_block_start": reply.text += event["content_block"]?["text"]?.string ?? ""
        case "content_block_delta":
            let delta = event["delta"]
            reply.text += delta?["text"]?.string ?? delta?["partial_json"]?.string ?? ""
            reply.reasoning += delta?["thinking"]?.string ?? ""
        case "message_delta":
            if let reason = event["delta"]?["stop_reason"]?.string { reply.finish = Self.finish(reason) }
            add(usage: event["usage"], to: &reply)
        case "message_stop": return true
        default: break
        }
        return false
    }

    func reply(whole: JSONValue) throws(ModelFault) -> ModelReply {
        if whole["type"]?.string == "error" { throw fault(of: whole, in: ModelReply()) }
        guard let content = whole["content"]?.array else { throw fault(ofAnswer: whole, lacking: "no content") }
        var reply = ModelReply()
        for block in content {
            reply.text += block["text"]?.string ?? block["input"]?.serialized ?? ""
            reply.reasoning += block["thinking"]?.string ?? ""
        }
        add(usage: whole["usage"], to: &reply)
        reply.finish = Self.finish(whole["stop_reason"]?.string ?? "end_turn")
        return reply
    }

    /// What was read from a cache, or written to one, is input too.
    private func add(usage: JSONValue?, to reply: inout ModelReply) {
        guard let usage, !usage.isNull else { return }
        if let input = usage["input_tokens"]?.int {
            reply.inputTokens =
                input + (usage["cache_read_input_tokens"]?.int ?? 0) + (usage["cache_creation_input_tokens"]?.int ?? 0)
        }
        if let output = usage["output_tokens"]?.int { reply.outputTokens = output }
    }

    private static func finish(_ reason: String) -> ModelReply.Finish {
        switch reason {
        case "max_tokens", "model_context_window_exceeded": .length
        case "refusal": .refused
        default: .stop
        }
    }
}
