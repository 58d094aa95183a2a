import JSON

/// Streams as providers write them.
package enum ModelStream {
    /// An event of data.
    package static func data(_ json: JSONValue, _ end: String = "\n\n") -> String { "data: \(json.serialized)\(end)" }

    package static func chunk(_ delta: JSONValue, finish: JSONValue = .null) -> JSONValue {
        [
            "id": "c1", "object": "chat.completion.chunk", "model": "trial-1", "usage": .null,
            "choices": [["index": 0, "delta": delta, "finish_reason": finish]],
        ]
    }

    package static let usage: JSONValue = [
        "choices": [], "usage": ["prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15],
    ]

    /// A chat completion with texts, one a chunk.
    package static func chat(_ texts: String..., finish: String = "stop") -> ModelServer.Step {
        ModelServer.Step(
            [data(chunk(["role": "assistant", "content": ""]))]
                + texts.map { data(chunk(["content": .string($0)])) }
                + [data(chunk([:], finish: .string(finish))), data(usage), "data: [DONE]\n\n"])
    }

    /// A chat completion whose deltas are these.
    package static func chat(deltas: [JSONValue], finish: String = "stop") -> ModelServer.Step {
        ModelServer.Step(
            deltas.map { data(chunk($0)) } + [data(chunk([:], finish: .string(finish))), "data: [DONE]\n\n"])
    }

    package static func event(_ json: JSONValue) -> String { "event: \(json["type"]?.string ?? "")\n" + data(json) }

    /// A message with texts, one a delta.
    package static func message(
        _ texts: String..., stop: String = "end_turn", block: JSONValue = ["type": "text", "text": ""],
        delta: (String) -> JSONValue = { ["type": "text_delta", "text": .string($0)] }
    ) -> ModelServer.Step {
        ModelServer.Step(
            [
                event([
                    "type": "message_start",
                    "message": ["id": "m1", "usage": ["input_tokens": 12, "cache_read_input_tokens": 4]],
                ]),
                event(["type": "content_block_start", "index": 0, "content_block": block]), event(["type": "ping"]),
            ]
                + texts.map { event(["type": "content_block_delta", "index": 0, "delta": delta($0)]) }
                + [
                    event(["type": "content_block_stop", "index": 0]),
                    event([
                        "type": "message_delta", "delta": ["stop_reason": .string(stop)], "usage": ["output_tokens": 3],
                    ]),
                    event(["type": "message_stop"]),
                ])
    }

    package static let word = "{\"word\": \"ready\"}"
    /// An answer that is right.
    package static let right = chat(word)
    package static let rightMessage = message(word)
}
