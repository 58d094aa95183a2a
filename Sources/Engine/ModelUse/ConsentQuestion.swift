import JSON
import Models

/// What an agent asks before the first byte of a project goes to a provider: a question like any other, so that every
/// editor shows it and every way of answering works.
package struct ConsentQuestion: Sendable {
    package static let yes = "Send it"
    package static let no = "Do not send it"
    private static let prefix = "allow-"

    package enum Answer: Sendable {
        case yes, no, none
    }

    /// Whether a question is about consent, so that it is none of an agent's own.
    package static func isConsent(_ id: String) -> Bool { id.hasPrefix(prefix) }

    package static func id(of provider: ModelProvider) -> String { prefix + provider.rawValue }

    /// What was last said about a provider; words that are neither option send nothing.
    package static func answer(about provider: ModelProvider, in responses: [ClarificationResponse]) -> Answer {
        guard let last = responses.last(where: { $0.questionID == id(of: provider) }) else { return .none }
        return last.answer == yes ? .yes : .no
    }

    /// The question about a request that is ready to go.
    package static func about(_ route: ModelRoute, agent: AgentType) -> ClarificationQuestion {
        let command = route.keyCommand.isEmpty ? "" : " The key comes from the command `\(route.keyCommand)`."
        return ClarificationQuestion(
            id: id(of: route.provider),
            question: "May the \(agent.rawValue) agent send what it works on, texts of this folder among it, to "
                + "\(route.provider.rawValue) at \(route.address.text), model \(route.model)?\(command) The exact text "
                + "of the first request is in \(DocumentKind.consent.path). The answer holds for this folder, this "
                + "provider and the settings that the job was started with, until you take it back with: codeforge models revoke \(route.provider.rawValue)",
            options: [yes, no])
    }
}

/// The first request to a provider, as it is to be sent.
package struct ConsentPreview: Hashable, Sendable {
    package var job: String
    package var agent: String
    package var provider: String
    package var model: String
    /// The address of the request.
    package var url: String
    /// The body, to the byte; the key is no part of it.
    package var payload: String
    /// How many texts were replaced by placeholders because they looked like secrets.
    package var secretsReplaced: Int

    package init(
        job: String, agent: String, provider: String, model: String, url: String, payload: String, secretsReplaced: Int
    ) {
        self.job = job
        self.agent = agent
        self.provider = provider
        self.model = model
        self.url = url
        self.payload = payload
        self.secretsReplaced = secretsReplaced
    }

    package var json: JSONValue {
        [
            "job_id": .string(job), "agent_type": .string(agent), "provider": .string(provider),
            "model": .string(model), "url": .string(url), "payload": .string(payload),
            "secrets_replaced": .integer(secretsReplaced),
        ]
    }

    init?(json: JSONValue?) {
        guard let json, let job = json["job_id"]?.string, let payload = json["payload"]?.string else { return nil }
        self.init(
            job: job, agent: json["agent_type"]?.string ?? "", provider: json["provider"]?.string ?? "",
            model: json["model"]?.string ?? "", url: json["url"]?.string ?? "", payload: payload,
            secretsReplaced: json["secrets_replaced"]?.int ?? 0)
    }

    static let keyPrefix = "consent/"
}
