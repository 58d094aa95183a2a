import JSON
import Models

/// Which model does an agent's work, and how it is reached.
package struct ModelRoute: Hashable, Sendable {
    package var provider: ModelProvider
    /// As the provider's list names it.
    package var model: String
    package var address: ModelAddress
    /// A command of the shell that prints the key; empty where there is none.
    package var keyCommand: String
    /// A PEM file with certificate authorities that are trusted besides the system's; empty where there is none.
    package var caFile: String

    /// What a document says made it.
    package var maker: String { "\(model) (\(provider.rawValue))" }

    /// The environment variables that may hold the key, the first that is set counting.
    package var keyVariables: [String] { provider.keyVariables + ["CODEFORGE_API_KEY"] }

    /// `codeforge/keys/PROVIDER` in the XDG configuration folder; nil without one.
    package func keyFile(_ environment: (String) -> String? = DatabaseLocation.environment) -> String? {
        SettingsFiles.userFile(environment).map { "\($0.dropLast("config.json".count))keys/\(provider.rawValue)" }
    }
}

/// The settings below `model`: the default provider, and what is routed elsewhere.
package struct ModelSettings: Hashable, Sendable {
    package var provider = ModelProvider.offline
    package var name = ""
    package var baseURL = ""
    package var keyCommand = ""
    package var caFile = ""
    /// Most tokens, in and out, of one day (UTC); 0 for no limit.
    package var dailyLimit = 0
    /// Most tokens of one answer; 0 for what each agent needs.
    package var maxTokens = 0
    /// Most requests to models at once, of all workers of a database on this machine.
    package var maxRequests = 4
    /// Whether an agent works offline where its model gives no answer.
    package var fallsBack = false
    /// What tokens cost, by `provider/model` or the model alone.
    package var prices: [String: TokenPrice] = [:]
    /// Agent → `provider/model`, or `offline`.
    package var routes: [String: String] = [:]
    /// What was set and could not be taken over, as sentences that name the file: by role, or no name for all.
    package private(set) var mistakes: [String: String] = [:]
    /// What is wrong with settings that were made and not taken over, by the setting's key.
    ///
    /// Only those where going on without them would send a person's texts or key elsewhere, or spend more: nothing is asked
    /// then.
    private var stops: [String: String] = [:]
    /// Those that hold for the default provider alone, and one that holds for all.
    private static let (ownStops, commonStop) = (
        ["model.baseURL", "model.keyCommand", "model.caFile"], "model.dailyLimit"
    )

    /// Notes what is wrong with a setting; nil where it is right.
    mutating func stop(for key: String, _ problem: String?) {
        if Self.ownStops.contains(key) || key == Self.commonStop { stops[key] = problem }
    }
    /// A folder that each exchange with a model is written to, without its secrets; empty for none.
    package var recordFolder = ""
    /// A folder of such exchanges that answer instead of a model; empty for none.
    package var replayFolder = ""

    package init() {}

    /// Whether every agent works offline.
    package var isOffline: Bool {
        provider == .offline && routes.values.allSatisfy { $0 == ModelProvider.offline.rawValue }
    }

    /// What does the agents' work, each once: `provider/model`, or `offline`.
    package var names: [String] {
        let usual = provider == .offline || name.isEmpty ? provider.rawValue : "\(provider.rawValue)/\(name)"
        return AgentType.allCases.map { routes[$0.rawValue] ?? usual }.reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// Where work goes; nil for what works offline.
    ///
    /// - Throws: `invalid_input` where no model, or no usable address is set.
    package func route(as role: ModelRole) throws(RequestFailure) -> ModelRoute? {
        var (provider, model) = (self.provider, name)
        if let text = routes[role.rawValue] ?? routes[role.agent.rawValue] {
            guard let named = Self.parse(route: text) else {
                throw .invalidInput(["model.routes"], "has '\(text.prefix(100))', which is no provider/model.")
            }
            (provider, model) = (named.provider, named.model ?? (named.provider == self.provider ? name : ""))
        }
        return try route(to: provider, model: model)
    }

    /// The way to the default provider's model; nil where that is `offline`.
    package func defaultRoute() throws(RequestFailure) -> ModelRoute? { try route(to: provider, model: name) }

    /// The way to a provider, with what is set for the default one where it is that.
    package func route(to provider: ModelProvider, model: String) throws(RequestFailure) -> ModelRoute? {
        guard provider != .offline else { return nil }
        let isDefault = provider == self.provider
        for key in (isDefault ? Self.ownStops : []) + [Self.commonStop] {
            guard let problem = stops[key] else { continue }
            throw .invalidInput([key], "is not taken over, and nothing is sent without it: \(problem)")
        }
        let text = isDefault && !baseURL.isEmpty ? baseURL : provider.baseURL
        do {
            return ModelRoute(
                provider: provider, model: model, address: try ModelAddress(validating: text),
                keyCommand: isDefault ? keyCommand : "", caFile: caFile)
        } catch {
            throw .invalidInput(["model.baseURL"], "\(error).")
        }
    }

    /// What the tokens of a model cost; nil where no price is set.
    package func price(of route: ModelRoute) -> TokenPrice? {
        prices["\(route.provider.rawValue)/\(route.model)"] ?? prices[route.model]
    }

    /// Every provider that some agent's work goes to.
    package var providers: [ModelProvider] {
        let routed = ModelRole.allCases.map { role in
            (routes[role.rawValue] ?? routes[role.agent.rawValue]).flatMap { Self.parse(route: $0)?.provider }
                ?? provider
        }
        return ModelProvider.allCases.filter { $0 != .offline && routed.contains($0) }
    }

    /// `provider/model`, a provider alone, or `offline`.
    static func parse(route: String) -> (provider: ModelProvider, model: String?)? {
        let parts = route.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let provider = ModelProvider(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty,
            parts.count == 1 || provider != .offline
        else { return nil }
        return (provider, parts.count == 2 ? parts[1] : nil)
    }

    /// What is wrong with a role's route, as the rest of a sentence; nil where it fits.
    static func problem(withRoute route: JSONValue, of role: String) -> String? {
        let roles = ModelRole.allCases.map(\.rawValue)
        guard roles.contains(role) else {
            return "has no agent '\(role.prefix(50))'; the agents are \(roles.joined(separator: ", "))."
                + NearestName.suggestion(for: role.lowercased(), among: roles)
        }
        guard let text = route.string else {
            return "must name a provider and its model for '\(role)', such as 'ollama/qwen3', or 'offline'."
        }
        guard parse(route: text) == nil else { return nil }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let providers = ModelProvider.allCases.map(\.rawValue)
        let nearest = NearestName.of(String(parts[0].lowercased().prefix(100)), among: providers) ?? ""
        let meant = nearest == ModelProvider.offline.rawValue ? nearest : "\(nearest)/\(parts.dropFirst().first ?? "")"
        let suggestion = parse(route: meant) == nil ? "" : " Did you mean '\(meant.prefix(100))'?"
        return
            "has '\(text.prefix(100))' for '\(role)', which must name a provider and its model, such as 'ollama/qwen3', "
            + "or be 'offline'. The providers are \(providers.joined(separator: ", ")).\(suggestion)"
    }
}

/// Settings that a person made and that could not be taken over.
extension ModelSettings {
    /// Where what is wrong with no role's own route is kept.
    private static let common = ""

    /// Where what is wrong with anything but the choice of a model is kept.
    private static let others = "settings"

    /// Where it is kept that a model is named and no provider.
    private static let missingProvider = "provider"

    mutating func noteMissingProvider(_ mistake: String) { mistakes[Self.missingProvider] = mistake }

    mutating func forgetMissingProvider() { mistakes[Self.missingProvider] = nil }

    mutating func note(_ mistake: String, of role: ModelRole?, choosesModel: Bool = true) {
        let key = role?.rawValue ?? (choosesModel ? Self.common : Self.others)
        mistakes[key] = mistakes[key].map { "\($0) \(mistake)" } ?? mistake
    }

    /// Why a role works offline without anybody having chosen that; nil where somebody did, or a model does its work.
    package func mistake(for role: ModelRole) -> String? {
        for name in [role.rawValue, role.agent.rawValue] {
            if let own = mistakes[name] { return own }
            if routes[name] != nil { return nil }
        }
        return provider == .offline ? mistakes[Self.common] ?? mistakes[Self.missingProvider] : nil
    }

    /// What was not taken over, with the roles that work offline for it.
    package var allMistakes: [(roles: [String], sentence: String)] {
        mistakes.sorted { $0.key < $1.key }.map { key, sentence in
            let roles = ModelRole.allCases.filter { mistake(for: $0) == sentence }.map(\.rawValue)
            return (roles, sentence)
        }
    }

    /// Why every agent works offline without anybody having chosen that.
    package var offlineReason: String? {
        guard isOffline else { return nil }
        let reasons = mistakes.filter { $0.key != Self.others }.sorted { $0.key < $1.key }.map(\.value)
        return reasons.isEmpty ? nil : reasons.joined(separator: " ")
    }
}

/// Beside a job it is kept which models it was submitted with; the worker reads it there.
extension ModelSettings {
    package var json: JSONValue {
        [
            "provider": .string(provider.rawValue), "name": .string(name), "base_url": .string(baseURL),
            "key_command": .string(keyCommand), "ca_file": .string(caFile), "daily_limit": .integer(dailyLimit),
            "max_tokens": .integer(maxTokens), "max_requests": .integer(maxRequests), "falls_back": .bool(fallsBack),
            "record_folder": .string(recordFolder), "replay_folder": .string(replayFolder),
            "stops": .object(JSONObject(stops.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            "mistakes": .object(JSONObject(mistakes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            "prices": .object(JSONObject(prices.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })),
            "routes": .object(JSONObject(routes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
        ]
    }

    package init(json: JSONValue) {
        self.init()
        provider = json["provider"]?.string.flatMap(ModelProvider.init) ?? .offline
        name = json["name"]?.string ?? ""
        baseURL = json["base_url"]?.string ?? ""
        for (key, problem) in json["stops"]?.object ?? JSONObject() { stops[key] = problem.string }
        keyCommand = json["key_command"]?.string ?? ""
        caFile = json["ca_file"]?.string ?? ""
        dailyLimit = json["daily_limit"]?.int ?? 0
        maxTokens = json["max_tokens"]?.int ?? 0
        maxRequests = json["max_requests"]?.int ?? maxRequests
        fallsBack = json["falls_back"]?.bool ?? false
        recordFolder = json["record_folder"]?.string ?? ""
        replayFolder = json["replay_folder"]?.string ?? ""
        for (model, price) in json["prices"]?.object ?? JSONObject() { prices[model] = TokenPrice(json: price) }
        for (role, mistake) in json["mistakes"]?.object ?? JSONObject() { mistakes[role] = mistake.string }
        for (agent, route) in json["routes"]?.object ?? JSONObject() { routes[agent] = route.string }
    }
}
