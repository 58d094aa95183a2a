import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import Agents

/// What providers and servers are known to do wrong, each with what comes of it.
@Suite struct ModelFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        enum Outcome: Sendable {
            case word(String)
            /// A part of the reason.
            case failure(String)
        }

        let name: String
        var provider = ModelProvider.vllm
        let script: [ModelServer.Step]
        var outcome = Outcome.word("ready")
        /// How many requests come.
        var requests = 1

        var testDescription: String { name }
    }

    private typealias Step = ModelServer.Step

    static let shapes: [Fault] = [
        Fault(
            name: "prose around", script: [ModelStream.chat("Sure, here you go:\n", ModelStream.word, "\nHave fun!")]),
        Fault(name: "a fence", script: [ModelStream.chat("```json\n", ModelStream.word, "\n```")]),
        Fault(
            name: "JSON in reasoning_content",
            script: [ModelStream.chat(deltas: [["content": .null, "reasoning_content": .string(ModelStream.word)]])]),
        Fault(
            name: "JSON in reasoning",
            script: [ModelStream.chat(deltas: [["content": "", "reasoning": .string(ModelStream.word)]])]),
        Fault(
            name: "thoughts before",
            script: [ModelStream.chat("<think>{\"word\": \"not this one\"} hm</think>", ModelStream.word)]),
        Fault(name: "thoughts without an end", script: [ModelStream.chat("<think>hm, maybe ", ModelStream.word)]),
        Fault(
            name: "cut off by the length, then shorter",
            script: [ModelStream.chat("{\"word\": \"rea", finish: "length"), ModelStream.right], requests: 2),
        Fault(
            name: "cut off without a word", script: [ModelStream.chat("{\"word\": \"rea")],
            outcome: .failure("no valid answer in 3 tries. The last one: There is no JSON object"), requests: 3),
        Fault(
            name: "all of the budget in reasoning",
            script: [ModelStream.chat(deltas: [["content": "", "reasoning": "hm"]], finish: "length")],
            outcome: .failure("went into reasoning"), requests: 3),
        Fault(
            name: "another shape, then the right one", script: [ModelStream.chat("{\"name\": 1}"), ModelStream.right],
            requests: 2),
        Fault(
            name: "a refusal", script: [ModelStream.chat(deltas: [["refusal": "I will not."]])],
            outcome: .failure("refused to answer: “I will not.”")),
        Fault(
            name: "a filter", script: [ModelStream.chat("{", finish: "content_filter")],
            outcome: .failure("filter stopped")),
        Fault(
            name: "a document instead of a stream",
            script: [
                .failure(
                    200,
                    "{\"choices\": [{\"message\": {\"content\": \"{\\\"word\\\": \\\"ready\\\"}\"}, \"finish_reason\": \"stop\"}]}"
                )
            ]),
    ]

    static let streams: [Fault] = [
        Fault(
            name: "comments of every kind",
            script: [
                Step([
                    ": ping\n\n", ":\n\n",
                    ": glued\n" + ModelStream.data(ModelStream.chunk(["content": .string(ModelStream.word)])),
                    "id: 7\n: comment\n\n", ModelStream.data(ModelStream.chunk([:], finish: "stop")),
                    "data: [DONE]\n\n",
                ])
            ]),
        Fault(
            name: "a comment that is called data",
            script: [Step(["data: : OPENROUTER PROCESSING\n\n"] + ModelStream.right.pieces)]),
        Fault(
            name: "usage in the last chunk with text, and choices that are empty",
            script: [
                Step([
                    ModelStream.data(["choices": []]),
                    ModelStream.data([
                        "choices": [
                            ["index": 0, "delta": ["content": .string(ModelStream.word)], "finish_reason": "stop"]
                        ],
                        "usage": ["prompt_tokens": 1, "completion_tokens": 1],
                    ]), "data: [DONE]\n\n",
                ])
            ]),
        Fault(name: "no [DONE]", script: [Step(Array(ModelStream.right.pieces.dropLast()))]),
        Fault(
            name: "bytes after [DONE]", script: [Step(ModelStream.right.pieces + ["data: {\"error\": \"late\"}\n\n"])]),
        Fault(
            name: "no blank line at the end",
            script: [Step([ModelStream.data(ModelStream.chunk(["content": .string(ModelStream.word)]), "")])]),
        Fault(
            name: "an error after a part of the answer",
            script: [
                Step([
                    ModelStream.data(ModelStream.chunk(["content": "{\"wo"])),
                    ModelStream.data(["error": ["message": "worker died", "code": 502]]),
                ]), ModelStream.right,
            ], outcome: .failure("broke off in the middle of an answer: worker died. Nothing of it was used.")),
        Fault(
            name: "an overload before the answer",
            script: [
                Step([ModelStream.data(["error": ["message": "Overloaded", "type": "overloaded_error"]])]),
                ModelStream.right,
            ],
            requests: 2),
        Fault(
            name: "a connection that ends in the middle",
            script: [
                Step([ModelStream.data(ModelStream.chunk(["content": "{\"wo"]))], then: "cut"), ModelStream.right,
            ], requests: 2),
        Fault(
            name: "unknown members, tool_calls null, a first chunk with the role alone",
            script: [
                ModelStream.chat(deltas: [
                    ["role": "assistant", "tool_calls": .null, "obfuscation": "xyz"],
                    ["content": .string(ModelStream.word), "new_member": [1]],
                ])
            ]),
        Fault(
            name: "data that is no JSON", script: [Step(["data: <html>\n\n"])],
            outcome: .failure("sent what is no answer of its API")),
    ]

    static let statuses: [Fault] = [
        Fault(
            name: "max_tokens refused",
            script: [
                .failure(
                    400,
                    "{\"error\": {\"message\": \"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.\", \"type\": \"invalid_request_error\", \"param\": \"max_tokens\", \"code\": \"unsupported_parameter\"}}"
                ), ModelStream.right,
            ], requests: 2),
        Fault(
            name: "an unknown field, told in a list", provider: .gemini,
            script: [
                .failure(
                    400,
                    "[{\"error\": {\"code\": 400, \"message\": \"Invalid JSON payload received. Unknown name \\\"stream_options\\\": Cannot find field.\", \"status\": \"INVALID_ARGUMENT\"}}]"
                ), ModelStream.right,
            ], requests: 2),
        Fault(
            name: "schema and JSON mode refused, told as a text", provider: .lmstudio,
            script: [
                .failure(400, "{\"error\": \"'response_format.json_schema' is not supported\"}"),
                .failure(400, "{\"error\": \"'response_format.type' must be 'text'\"}"), ModelStream.right,
            ], requests: 3),
        Fault(
            name: "a schema that makes the server fail", provider: .openai,
            script: [.failure(500, "{\"error\": {\"message\": \"json_schema grammar error\"}}"), ModelStream.right],
            requests: 2),
        Fault(
            name: "a web page", script: [.failure(502, "<html><body>Bad gateway</body></html>", type: "text/html")],
            outcome: .failure("502, it answered with a web page"), requests: 3),
        Fault(
            name: "an empty body", script: [.failure(500, "")], outcome: .failure("500, it gave no reason"), requests: 3
        ),
        Fault(
            name: "an address without the API", script: [.failure(405, "")],
            outcome: .failure("has no API of vllm at")),
        Fault(
            name: "a web page that is called a success",
            script: [.failure(200, "<!doctype html><html></html>", type: "text/html")],
            outcome: .failure("it answered with a web page, which is none")),
        Fault(
            name: "an error that is called a success",
            script: [.failure(200, "{\"error\": {\"message\": \"No plan\", \"code\": 402}}")],
            outcome: .failure("answers no more for this account")),
        Fault(
            name: "a failure that asks not to be asked again",
            script: [.failure(503, "{\"error\": {\"message\": \"gone\"}}", headers: ["X-Should-Retry": "false"])],
            outcome: .failure("asking again does not help")),
        Fault(
            name: "too many requests, a moment",
            script: [.failure(429, "{}", headers: ["Retry-After": "0"]), ModelStream.right],
            requests: 2),
        Fault(
            name: "too many requests, a fraction",
            script: [.failure(429, "{}", headers: ["Retry-After": "0.01"]), ModelStream.right], requests: 2),
        Fault(
            name: "too many requests, milliseconds",
            script: [.failure(429, "{}", headers: ["Retry-After-Ms": "5", "Retry-After": "90"]), ModelStream.right],
            requests: 2),
        Fault(
            name: "too many requests, a date that is past",
            script: [
                .failure(429, "{}", headers: ["Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"]), ModelStream.right,
            ],
            requests: 2),
        Fault(
            name: "too many requests, for long",
            script: [.failure(429, "{\"error\": {\"message\": \"slow down\"}}", headers: ["Retry-After": "121"])],
            outcome: .failure("It asks to wait 121 s.")),
        Fault(name: "too many requests without a time", script: [.failure(429, "{}"), ModelStream.right], requests: 2),
        Fault(
            name: "no money", provider: .openai,
            script: [
                .failure(
                    429,
                    "{\"error\": {\"message\": \"You exceeded your current quota\", \"code\": \"insufficient_quota\"}}")
            ],
            outcome: .failure("answers no more for this account")),
        Fault(
            name: "a refused key", provider: .openai,
            script: [.failure(401, "{\"error\": {\"message\": \"Incorrect API key provided\"}}")],
            outcome: .failure("the key was refused (401")),
        Fault(
            name: "no such model",
            script: [.failure(404, "{\"error\": {\"message\": \"model 'trial-1' not found\"}}")],
            outcome: .failure("has no model 'trial-1'")),
        Fault(
            name: "a context that is too small",
            script: [.failure(400, "{\"error\": {\"message\": \"maximum context length is 4096 tokens\"}}")],
            outcome: .failure("does not fit into the context of trial-1")),
    ]

    /// A message among whose events are some that nobody knows.
    private static var strangeMessage: ModelServer.Step {
        var step = ModelStream.rightMessage
        let strange: [JSONValue] = [
            ["type": "something_new", "x": 1],
            ["type": "content_block_start", "index": 0, "content_block": ["type": "new_block", "y": 2]],
            ["type": "content_block_delta", "index": 0, "delta": ["type": "signature_delta", "signature": "x"]],
        ]
        step.pieces.insert(contentsOf: strange.map(ModelStream.event), at: 1)
        return step
    }

    static let anthropic: [Fault] = [
        Fault(name: "an answer", provider: .anthropic, script: [ModelStream.rightMessage]),
        Fault(
            name: "a grammar that is too large, then a tool", provider: .anthropic,
            script: [
                .failure(
                    400,
                    "{\"type\": \"error\", \"error\": {\"type\": \"invalid_request_error\", \"message\": \"The compiled grammar is too large\"}}"
                ),
                ModelStream.message(
                    "{\"wo", "rd\": \"ready\"}", stop: "tool_use",
                    block: ["type": "tool_use", "id": "t1", "name": "trial_answer", "input": [:]],
                    delta: { ["type": "input_json_delta", "partial_json": .string($0)] }),
            ], requests: 2),
        Fault(
            name: "overloaded within a stream", provider: .anthropic,
            script: [
                Step([
                    ModelStream.event([
                        "type": "error", "error": ["type": "overloaded_error", "message": "Overloaded"],
                    ])
                ]),
                ModelStream.rightMessage,
            ], requests: 2),
        Fault(
            name: "529", provider: .anthropic,
            script: [
                .failure(
                    529,
                    "{\"type\": \"error\", \"error\": {\"type\": \"overloaded_error\", \"message\": \"Overloaded\"}}"),
                ModelStream.rightMessage,
            ], requests: 2),
        Fault(
            name: "500 that is an overload", provider: .anthropic,
            script: [
                .failure(
                    500, "{\"type\": \"error\", \"error\": {\"type\": \"api_error\", \"message\": \"Overloaded\"}}"),
                ModelStream.rightMessage,
            ], requests: 2),
        Fault(
            name: "a spend limit that no waiting lifts", provider: .anthropic,
            script: [
                .failure(
                    429,
                    "{\"type\": \"error\", \"error\": {\"type\": \"rate_limit_error\", \"message\": \"limit\", \"details\": {\"error_code\": \"enforced_spend_limit_reached\"}}}"
                )
            ], outcome: .failure("answers no more for this account")),
        Fault(
            name: "a refusal as the reason to stop", provider: .anthropic,
            script: [ModelStream.message("No.", stop: "refusal")],
            outcome: .failure("refused to answer: “No.”")),
        Fault(
            name: "unknown events, blocks and members", provider: .anthropic, script: [strangeMessage]),
        Fault(
            name: "a stream that ends at once", provider: .anthropic, script: [Step([]), ModelStream.rightMessage],
            requests: 2),
    ]

    @Test(arguments: shapes + streams + statuses + anthropic)
    func `a fault has its planned outcome, and every request is the API's`(fault: Fault) async throws {
        let trial = try ModelTrial(fault.provider, fault.script)
        let result = try await trial.finish()
        switch (result, fault.outcome) {
        case (.success(let word), .word(let expected)): #expect(word == expected)
        case (.failure(let error), .failure(let part)):
            #expect(error.description.contains(part), "\(error)")
            #expect(!error.description.contains(ModelTrial.key))
        default: Issue.record("\(result)")
        }
        let requests = await trial.server.requests(atLeast: fault.requests)
        #expect(requests.count == fault.requests)
        for request in requests { #expect(request["wrong"] == [], "\(request)") }
    }

    @Test func `the page of faults says what these tests see`() throws {
        let rows = (Self.shapes + Self.streams + Self.statuses + Self.anthropic).map { fault in
            let api = fault.provider == .anthropic ? "Anthropic" : "OpenAI"
            let outcome =
                switch fault.outcome {
                case .word: "the answer is taken"
                case .failure(let part): "the job fails: “… \(part) …”"
                }
            return "| \(fault.name) | \(api) | \(outcome) | \(fault.requests) |"
        }
        let page = try String(
            contentsOfFile: BuiltProgram.packageRoot + "/Tests/AgentsTests/Models/Faults.md", encoding: .utf8)
        let shown = page.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| ") }.dropFirst()
        #expect(Array(shown) == rows)
    }

    @Test func `what a server refused is left out from then on`() async throws {
        let trial = try ModelTrial(
            .lmstudio,
            [
                .failure(400, "{\"error\": \"Unsupported parameter: 'max_tokens'\"}"),
                .failure(400, "{\"error\": \"response_format is not supported\"}"),
                .failure(400, "{\"error\": \"response_format is not supported\"}"), ModelStream.right,
            ])
        _ = try await trial.ask()
        _ = try await trial.finish()
        let bodies = await trial.server.requests(atLeast: 5).compactMap { $0["body"]?.object }
        #expect(bodies.count == 5)
        #expect(bodies[0]["max_tokens"] != nil && bodies[0]["response_format"]?["type"] == "json_schema")
        #expect(bodies[1]["max_completion_tokens"] != nil && bodies[1]["max_tokens"] == nil)
        #expect(bodies[2]["response_format"] == ["type": "json_object"])
        for body in bodies[3...] { #expect(body["response_format"] == nil && body["max_completion_tokens"] != nil) }
    }

    @Test func `a request that nothing mends fails with the server's first words`() async throws {
        let trial = try ModelTrial(.vllm, [.failure(400, "{\"error\": {\"message\": \"the moon is full\"}}")])
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("refused the request: 400, the moon is full"))
    }

    @Test func `the key goes in the header of its API and nowhere else`() async throws {
        for (provider, header, value) in [
            (ModelProvider.openai, "authorization", "Bearer \(ModelTrial.key)"),
            (.anthropic, "x-api-key", ModelTrial.key),
        ] {
            let trial = try ModelTrial(provider, [provider == .openai ? ModelStream.right : ModelStream.rightMessage])
            _ = try await trial.finish()
            let request = try #require(await trial.server.requests(atLeast: 1).first)
            #expect(request["headers"]?[header] == .string(value))
            #expect(request["body"]?.serialized.contains(ModelTrial.key) == false)
        }
    }
}
