import Engine
import JSON
import Models

/// What a check says of an answer.
enum Verdict<Answer: Sendable>: Sendable {
    case valid(Answer)
    /// Of use, though it should be better: taken where it does not get so.
    case lacking(Answer, [String])
    /// Everything that is wrong with it.
    case invalid([String])
}

/// Asks a model for a document until one is valid: an answer, and at most two repairs with the errors in hand.
struct StructuredAnswer: Sendable {
    /// How often an answer goes back with its errors.
    static let repairs = 2
    /// Longest answer that goes back with its errors, in characters.
    private static let maxRepeated = 20_000

    let client: ModelClient
    /// Asked before each request; gives the request as it may go.
    let allow: @Sendable (ModelRequest) async throws(AgentError) -> ModelRequest
    /// Waits until a request may go, and gives what is to be called when its answer is there.
    var enter: @Sendable () async throws(AgentError) -> @Sendable () -> Void = { {} }
    /// Hears the tokens of each answer, valid or not.
    let spend: @Sendable (TokenUsage) async throws(AgentError) -> Void
    let progress: ModelClient.Progress
    /// Gets the last answer where none was valid, as the model gave it; says how a person gets to see it.
    var keepRaw: @Sendable (String) async -> String = Self.quoted

    /// - Throws: `AgentError.unavailable` with what was wrong at last; `cancelled`.
    func ask<Answer: Sendable>(
        _ request: ModelRequest, check: (JSONValue) -> Verdict<Answer>
    ) async throws(AgentError) -> Answer {
        var request = request
        var usable: Answer?
        var errors: [String] = []
        var raw = ""
        for round in 0...Self.repairs {
            let reply: ModelReply
            let leave: @Sendable () -> Void
            let allowed: ModelRequest
            do throws(AgentError) {
                leave = try await enter()
            } catch {
                if let usable { return usable }
                throw error
            }
            defer { leave() }
            do throws(AgentError) {
                // Last of all: what was agreed to, and what is left of the day, may change while a request waits.
                allowed = try await allow(request)
            } catch {
                if let usable { return usable }
                throw error
            }
            do throws(ModelFault) {
                reply = try await client.send(allowed, progress: progress)
            } catch {
                try? await spend(error.usage(of: allowed))
                // A first answer that is of use is better than none.
                if let usable, error != .cancelled { return usable }
                throw AgentError(error, client.route)
            }
            try await spend(reply.usage(of: allowed))
            raw = reply.text.isEmpty ? reply.reasoning : reply.text
            try Self.refuse(reply, client.route)
            switch Self.verdict(on: reply, to: allowed, check) {
            case .valid(let answer): return answer
            case .lacking(let answer, let reasons):
                usable = answer
                errors = reasons
            case .invalid(let reasons): errors = reasons
            }
            if round < Self.repairs { request = Self.repairing(request, reply, errors) }
        }
        if let usable { return usable }
        let place = await keepRaw(raw)
        throw .unavailable(
            reason: "\(client.route.maker) gave no valid answer in \(Self.repairs + 1) tries. The last one: "
                + errors.prefix(10).map(Self.told).joined(separator: " ") + " " + place)
    }

    /// An error for a person: of a path such as `core_features.0.name`, which the model is told, what it means.
    private static func told(_ error: String) -> String {
        let parts = error.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        let isPath = parts[0].utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
        guard parts.count == 2, isPath, !parts[0].isEmpty else { return error }
        return "\(ValueName.of(parts[0].split(separator: ".").map(String.init))): \(parts[1])"
    }

    /// For whoever can look nowhere else.
    private static func quoted(_ raw: String) async -> String {
        let words = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "It said nothing." : "It said: “\(Clip.text(words, 300))”"
    }

    /// A refusal is the model's own word, which asking again does not change.
    private static func refuse(_ reply: ModelReply, _ route: ModelRoute) throws(AgentError) {
        if reply.finish == .refused || !reply.refusal.isEmpty {
            let words = reply.refusal.isEmpty ? reply.text : reply.refusal
            let said = words.isEmpty ? "." : ": “\(Clip.text(words, 300))”."
            throw .cannot(reason: "\(route.maker) refused to answer\(said)")
        }
        if reply.finish == .filtered {
            throw .cannot(reason: "The provider's filter stopped the answer of \(route.maker).")
        }
    }

    private static func verdict<Answer>(
        on reply: ModelReply, to request: ModelRequest, _ check: (JSONValue) -> Verdict<Answer>
    ) -> Verdict<Answer> {
        var first: [String]?
        // A sign that stands in the material may be repeated.
        let mayRepeat = request.messages.contains { $0.text.unicodeScalars.contains(UnusableText.replacement) }
        for candidate in JSONExtraction.candidates(text: reply.text, reasoning: reply.reasoning) {
            let unusable = UnusableText.problems(in: candidate, mayHoldReplacements: mayRepeat)
            switch unusable.isEmpty ? check(candidate) : .invalid(unusable) {
            case .valid(let answer): return .valid(answer)
            case .lacking(let answer, let reasons): return .lacking(answer, reasons)
            case .invalid(let reasons): first = first ?? reasons
            }
        }
        if let first { return .invalid(first) }
        switch reply.finish {
        case .length:
            return .invalid([
                reply.text.isEmpty
                    ? "All of the answer's tokens went into reasoning, and no answer was left."
                    : "The answer was cut off before its end. Be much shorter."
            ])
        case .cut: return .invalid(["The stream ended before the answer did."])
        default: return .invalid(["There is no JSON object in the answer."])
        }
    }

    private static func repairing(_ request: ModelRequest, _ reply: ModelReply, _ errors: [String]) -> ModelRequest {
        var request = request
        let said = reply.text.isEmpty ? "(no answer)" : String(reply.text.prefix(maxRepeated))
        // Only the last attempt stands in the conversation: errors of the one before are mended or come again.
        request.messages = Array(request.messages.prefix(1))
        request.messages.append(.init(.assistant, said))
        request.messages.append(
            .init(
                .user,
                "That answer is not valid:\n" + errors.prefix(30).map { "- \($0)\n" }.joined()
                    + "Give the whole answer again as one JSON object, with these errors mended and nothing else changed."
            ))
        return request
    }
}

extension AgentError {
    init(_ fault: ModelFault, _ route: ModelRoute) {
        switch fault {
        case .cancelled: self = .cancelled
        default: self = .unavailable(reason: fault.sentence(route))
        }
    }
}

extension Verdict {
    /// Judges a document of the specification by its contract.
    init(_ json: JSONValue) where Answer: Contract {
        do throws(ValidationErrors) {
            self = .valid(try Answer(validating: json))
        } catch {
            self = .invalid(error.sentences)
        }
    }
}

extension ValidationErrors {
    /// Each as `place: what is wrong`.
    var sentences: [String] {
        errors.map { error in
            let place = error.location.map(\.text).joined(separator: ".")
            return place.isEmpty ? error.message : "\(place): \(error.message)"
        }
    }
}
