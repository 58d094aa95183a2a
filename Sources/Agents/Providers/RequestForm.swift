/// How an endpoint wants its requests: found out once, from what it refuses, and remembered.
struct RequestForm: Sendable, Hashable {
    /// How the shape of an answer is asked for, the strictest first.
    enum Structure: String, Sendable, CaseIterable {
        /// The API holds the model to the schema.
        case schema
        /// The API holds the model to JSON; of Anthropic's API, to a tool's input.
        case json
        /// The prompt alone asks for it.
        case prompt
    }

    enum LengthField: String, Sendable {
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
        case none = ""
    }

    var structure = Structure.schema
    var length: LengthField
    /// Whether usage is asked for at a stream's end.
    var asksForUsage = true

    init(length: LengthField) { self.length = length }

    /// What to leave out after a request was refused as malformed, by the server's words; nil where nothing is left.
    ///
    /// Where they name no field that was sent, the likeliest goes first.
    func mended(after message: String) -> RequestForm? {
        let words = message.lowercased()
        var form = self
        if length == .maxTokens, words.contains("max_completion_tokens") {
            form.length = .maxCompletionTokens
        } else if length == .maxCompletionTokens, words.contains("max_completion_tokens") {
            form.length = .maxTokens
        } else if length != .none, words.contains(length.rawValue) {
            form.length = length == .maxTokens ? .maxCompletionTokens : .maxTokens
        } else if asksForUsage, words.contains("stream_options") || words.contains("include_usage") {
            form.asksForUsage = false
        } else if let next = structure.next {
            form.structure = next
        } else if asksForUsage {
            form.asksForUsage = false
        } else if length != .none {
            form.length = .none
        } else {
            return nil
        }
        return form
    }
}

extension RequestForm.Structure {
    var next: RequestForm.Structure? {
        switch self {
        case .schema: .json
        case .json: .prompt
        case .prompt: nil
        }
    }

    /// Whether a server's words are about this, rather than about anything else.
    static func isMeant(by message: String) -> Bool {
        let words = message.lowercased()
        return [
            "response_format", "json_schema", "json_object", "schema", "grammar", "structured", "output_config",
            "output_format", "tool",
        ].contains(where: words.contains)
    }
}
