import Engine
import JSON
import Models

/// `codeforge models list` and `test`: what providers have, and whether they answer.
///
/// No text of a project is sent.
package struct ModelCheck: Sendable {
    private static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["word"],
        "properties": ["word": ["type": "string"]],
    ]

    let settings: ModelSettings
    let endpoints: ModelEndpoints
    /// The day's tokens before this.
    let used: Int

    package init(_ settings: ModelSettings, endpoints: ModelEndpoints, used: Int = 0) {
        self.settings = settings
        self.used = used
        self.endpoints = endpoints
    }

    /// Each provider that some agent's work goes to, with its models.
    ///
    /// - Returns: `[{provider, base_url, models}]`, or `error` instead of the models.
    package func list() async -> JSONValue {
        var entries: [JSONValue] = []
        for provider in settings.providers {
            var entry: JSONObject = ["provider": .string(provider.rawValue)]
            do {
                if let route = try settings.route(to: provider, model: "") {
                    entry["base_url"] = .string(route.address.text)
                    do throws(ModelFault) {
                        let models = try await ModelClient(route: route, endpoints: endpoints).models()
                        entry["models"] = .array(models.map { .string($0) })
                    } catch {
                        entry["error"] = .string(error.sentence(route))
                    }
                }
            } catch {
                entry["error"] = .string("\(error)")
            }
            entries.append(.object(entry))
        }
        return .array(entries)
    }

    /// Asks each model that some agent's work goes to for one word.
    ///
    /// - Returns: `[{agents, provider, model, base_url, latency_ms, input_tokens, output_tokens, structure}]`, where
    ///   `structure` is how the shape of the answer is asked for by now; or `error`.
    package func test() async -> JSONValue {
        var entries: [JSONValue] = []
        var known: [ModelRoute: [String]] = [:]
        var order: [ModelRoute] = []
        var failures: [JSONValue] = []
        for role in ModelRole.allCases
        where role.rawValue == role.agent.rawValue || settings.routes[role.rawValue] != nil {
            do throws(RequestFailure) {
                guard let route = try settings.route(as: role) else { continue }
                if known[route] == nil { order.append(route) }
                known[route, default: []].append(role.rawValue)
            } catch {
                failures.append(["agents": [.string(role.rawValue)], "error": .string(error.message)])
            }
        }
        let meter = UsageMeter()
        for route in order { entries.append(await test(route, for: known[route] ?? [], meter)) }
        return .array(entries + failures)
    }

    private func test(_ route: ModelRoute, for agents: [String], _ total: UsageMeter) async -> JSONValue {
        var entry: JSONObject = [
            "agents": .array(agents.map { .string($0) }), "provider": .string(route.provider.rawValue),
            "model": .string(route.model), "base_url": .string(route.address.text),
        ]
        guard !route.model.isEmpty else {
            entry["error"] = .string(
                "No model of \(route.provider.rawValue) is set. Set codeforge.model.name to one that `codeforge models list` "
                    + "shows.")
            return .object(entry)
        }
        let client = ModelClient(route: route, endpoints: endpoints)
        let request = ModelRequest(
            system: PromptFile.test.system(schema: Self.schema),
            messages: [.init(.user, "<data name=\"the word\">\nready\n</data>\n")], schemaName: "test_answer",
            schema: Self.schema, maxOutputTokens: 1_000)
        let meter = UsageMeter()
        let start = ContinuousClock.now
        do throws(AgentError) {
            let answer = StructuredAnswer(
                client: client,
                allow: { request async throws(AgentError) in
                    let usage = await total.usage
                    return try TokenBudget(limit: settings.dailyLimit, used: used + usage.total + usage.estimated)
                        .fitted(request, isLengthKept: await client.keepsLength())
                },
                spend: { usage async throws(AgentError) in
                    var usage = usage
                    usage.cost = settings.price(of: route)?.microdollars(input: usage.input, output: usage.output) ?? 0
                    await meter.add(usage)
                    await total.add(usage)
                }, progress: { _ in })
            _ = try await answer.ask(request) { json -> Verdict<Bool> in
                json["word"]?.string == nil ? .invalid(["word: must be a text."]) : .valid(true)
            }
        } catch {
            entry["error"] = .string(error.description)
        }
        let time = (ContinuousClock.now - start).components
        let usage = await meter.usage
        entry["latency_ms"] = .integer(Int(time.seconds) * 1_000 + Int(time.attoseconds / 1_000_000_000_000_000))
        entry["input_tokens"] = .integer(usage.input)
        entry["output_tokens"] = .integer(usage.output)
        entry["requests"] = .integer(usage.requests)
        entry["usage"] = usage.json
        entry["structure"] = .string(await client.structure().rawValue)
        return .object(entry)
    }
}

private actor UsageMeter {
    private(set) var usage = TokenUsage()

    func add(_ more: TokenUsage) { usage = usage + more }
}
