import Engine
import JSON
import Models
import TestSupport

@testable import Agents

/// A question to a scripted provider: its answer is one word in a document.
struct ModelTrial {
    static let key = "sk-trial-0123456789abcdefghij"
    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["word"],
        "properties": ["word": ["type": "string", "minLength": 1, "maxLength": 40]],
    ]

    let provider: ModelProvider
    let server: ModelServer
    let endpoints: ModelEndpoints
    var timeouts = ModelTimeouts(connect: .seconds(5), firstData: .seconds(20), idle: .seconds(20), total: .seconds(20))
    var caFile = ""
    var address: String

    init(
        _ provider: ModelProvider, _ script: [ModelServer.Step],
        certificate: (certificate: String, key: String)? = nil
    ) throws {
        self.provider = provider
        server = try ModelServer(script, certificate: certificate)
        address = server.address + "/v1"
        endpoints = ModelEndpoints { name in
            ["OPENAI_API_KEY": Self.key, "ANTHROPIC_API_KEY": Self.key, "GEMINI_API_KEY": Self.key][name]
        }
    }

    func client() throws -> ModelClient {
        var settings = ModelSettings()
        (settings.provider, settings.name, settings.baseURL, settings.caFile) = (provider, "trial-1", address, caFile)
        guard let route = try settings.defaultRoute() else { throw UnexpectedOutcome() }
        return ModelClient(route: route, endpoints: endpoints, timeouts: timeouts, firstPause: 0.001)
    }

    /// The word, or why there is none.
    func ask() async throws -> Result<String, AgentError> {
        let answer = StructuredAnswer(client: try client(), allow: { $0 }, spend: { _ in }, progress: { _ in })
        let request = ModelRequest(
            system: "Answer.", messages: [.init(.user, "Which word?")], schemaName: "trial_answer", schema: Self.schema,
            maxOutputTokens: 500)
        do throws(AgentError) {
            return .success(
                try await answer.ask(request) { json -> Verdict<String> in
                    json["word"]?.string.map { .valid($0) } ?? .invalid(["word: must be a text."])
                })
        } catch {
            return .failure(error)
        }
    }

    /// Asks, and closes what was opened.
    func finish() async throws -> Result<String, AgentError> {
        let result = try await ask()
        await endpoints.shutDown()
        return result
    }
}
