import Engine
import JSON

/// What a model is asked.
package struct ModelRequest: Sendable {
    package struct Message: Sendable, Hashable {
        package enum Role: String, Sendable { case user, assistant }

        package var role: Role
        package var text: String

        package init(_ role: Role, _ text: String) {
            self.role = role
            self.text = text
        }
    }

    package var system: String
    package var messages: [Message]
    /// Letters and underscores; names the schema.
    package var schemaName: String
    /// The answer's contract as JSON Schema 2020-12, before it is lowered to what an API takes.
    package var schema: JSONValue
    /// Most tokens of an answer, hidden reasoning among them.
    package var maxOutputTokens: Int

    package init(
        system: String, messages: [Message], schemaName: String, schema: JSONValue, maxOutputTokens: Int
    ) {
        self.system = system
        self.messages = messages
        self.schemaName = schemaName
        self.schema = schema
        self.maxOutputTokens = maxOutputTokens
    }
}

/// What a model answered.
struct ModelReply: Sendable, Hashable {
    enum Finish: Sendable, Hashable {
        case stop
        /// The limit of the answer, or of the context, was reached.
        case length
        case filtered
        case refused
        /// The stream ended without a word about why.
        case cut
    }

    var text = ""
    /// What the server kept apart from the answer; some put the answer itself there.
    var reasoning = ""
    /// The model's own words for why it will not answer.
    var refusal = ""
    var finish = Finish.cut
    /// Nil where the server told none.
    var inputTokens: Int?
    var outputTokens: Int?

    /// What it took; of an answer whose server told no number, what it is likely to have been.
    func usage(of request: ModelRequest) -> TokenUsage {
        let isUncounted = inputTokens == nil && outputTokens == nil
        var usage = TokenUsage(
            input: inputTokens ?? 0, output: outputTokens ?? 0, requests: 1, uncounted: isUncounted ? 1 : 0)
        if isUncounted { usage.estimated = request.estimatedTokens + TokenUsage.estimate(text + reasoning) }
        return usage
    }
}
