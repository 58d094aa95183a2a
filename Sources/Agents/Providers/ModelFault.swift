import Engine

/// Why a model gave no answer, in words that say what to do.
enum ModelFault: Error, Sendable, Hashable {
    case cancelled
    /// The server cannot be reached, or its certificate is refused.
    case unreachable(String)
    case timedOut(String)
    /// No key, or one that the server does not take.
    case key(String)
    /// The server's words about a key that it got, or did not get.
    case refusedKey(String)
    case noModel(String)
    /// The request is malformed in the server's eyes.
    case malformed(String)
    /// The prompt does not fit into the model's context.
    case tooLong(String)
    /// Too many requests; seconds that the server asks to wait.
    case busy(String, retryAfter: Double?)
    /// No more money, or another limit that no waiting lifts.
    case exhausted(String)
    case server(String, retryAfter: Double?)
    /// The server failed, and says itself that asking again does not help.
    case final(String)
    /// What answers there is not the provider's API.
    case noAPI(String)
    case redirected(String)
    /// The stream broke off, or what came is not the API's.
    case broken(String)
    /// An error in a stream after a part of the answer had come.
    case brokenOff(String)
    /// The circuit breaker is open for so many seconds.
    case resting(Int)

    /// How the sentence about a prompt that is too long begins.
    static let contextMark = "The request does not fit into the context of"

    /// Whether the same request may succeed a little later.
    var mayPass: Bool {
        switch self {
        case .unreachable, .busy, .server: true
        case .cancelled, .timedOut, .key, .refusedKey, .noModel, .malformed, .tooLong, .exhausted, .final, .noAPI,
            .redirected, .broken, .brokenOff, .resting:
            false
        }
    }

    /// Whether it speaks against the endpoint, rather than against the request or the caller.
    var isEndpointsFault: Bool {
        switch self {
        case .unreachable, .timedOut, .server, .final, .broken, .brokenOff, .busy: true
        case .cancelled, .key, .refusedKey, .noModel, .malformed, .tooLong, .exhausted, .noAPI, .redirected, .resting:
            false
        }
    }

    /// As the server's header `x-should-retry` has it, where it has one.
    func asked(toRetry answer: String?) -> ModelFault {
        switch (answer, self) {
        case ("false", .busy(let reason, _)), ("false", .server(let reason, _)): .final(reason)
        case ("true", .malformed(let reason)), ("true", .final(let reason)): .server(reason, retryAfter: nil)
        default: self
        }
    }

    var retryAfter: Double? {
        switch self {
        case .busy(_, let seconds), .server(_, let seconds): seconds
        default: nil
        }
    }

    /// What a request that ended so is likely to have taken: a server that began to answer counts what it read.
    func usage(of request: ModelRequest) -> TokenUsage {
        var usage = TokenUsage()
        switch self {
        case .cancelled, .timedOut, .broken, .brokenOff: usage.estimated = request.estimatedTokens
        case .unreachable, .key, .refusedKey, .noModel, .malformed, .tooLong, .busy, .exhausted, .server, .final,
            .noAPI, .redirected, .resting:
            break
        }
        return usage
    }

    /// A sentence about a provider, and what to do next.
    func sentence(_ route: ModelRoute) -> String {
        let name = "\(route.provider.rawValue) (\(route.address.host))"
        return switch self {
        case .cancelled: "The request was cancelled."
        case .unreachable(let reason):
            "\(name) cannot be reached: \(reason). "
                + (route.provider.needsKey ? "Look at the network, then run the job again." : "Is it running?")
        case .timedOut(let what): "\(name) gave no answer: \(what). Run the job again, or set another model."
        case .key(let reason): "\(name): \(reason)"
        case .refusedKey(let reason): "\(name): the key was refused (\(reason))."
        case .noModel(let reason):
            "\(name) has no model '\(route.model)' (\(reason)). `codeforge models list` shows what it has."
        case .malformed(let reason): "\(name) refused the request: \(reason)"
        case .tooLong(let reason):
            "\(Self.contextMark) \(route.model): \(reason). Name a single file, or set a model "
                + "with a larger context."
        case .busy(let reason, let seconds):
            "\(name) takes no more requests now: \(reason). "
                + (seconds.map { $0 > 0 ? "It asks to wait \(Int($0.rounded(.up))) s. " : "" } ?? "")
                + "Run the job again later."
        case .exhausted(let reason): "\(name) answers no more for this account: \(reason). Look at its limits there."
        case .server(let reason, _): "\(name) failed: \(reason). Run the job again later."
        case .final(let reason): "\(name) failed: \(reason). It says that asking again does not help."
        case .noAPI(let reason):
            "\(name) has no API of \(route.provider.rawValue) at \(route.address.text): asked at "
                + "\(route.address.text)\(route.api.path), it said \(reason). Set codeforge.model.baseURL to the address "
                + "that the API's paths stand below\(route.address.text.hasSuffix("/v1") ? "" : ", which mostly ends with /v1")."
        case .redirected(let target):
            "\(name) points to \(target). Nothing was sent there; where that is right, set codeforge.model.baseURL to it."
        case .broken(let reason): "\(name) sent what is no answer of its API: \(reason)."
        case .brokenOff(let reason):
            "\(name) broke off in the middle of an answer: \(reason). Nothing of it was used. Run the job again."
        case .resting(let seconds):
            "\(name) failed several times in a row and is left alone for \(seconds) s. Run the job again then."
        }
    }
}
