import Engine

/// What is left of a day's tokens, before a request goes.
struct TokenBudget: Sendable {
    /// Shortest answer that is worth a request, in tokens.
    private static let leastAnswer = 200

    /// Most tokens of a day; 0 for no limit.
    let limit: Int
    /// What is used up, or set aside for requests under way.
    let used: Int

    /// A request that fits: as it was, or with a shorter answer where the server keeps to its length.
    ///
    /// - Throws: `AgentError.cannot` with the numbers where it does not fit.
    func fitted(_ request: ModelRequest, isLengthKept: Bool) throws(AgentError) -> ModelRequest {
        guard limit > 0 else { return request }
        let prompt = request.estimatedTokens
        let answer = isLengthKept ? min(Self.leastAnswer, request.maxOutputTokens) : request.maxOutputTokens
        let left = limit - used - prompt
        guard left >= answer else {
            throw .cannot(
                reason:
                    "The day's limit of \(limit) tokens has no room for this request, and nothing was sent: \(used) "
                    + "were used since midnight (UTC), its prompt takes about \(prompt), and its answer \(answer) or "
                    + "more. Raise codeforge.model.dailyLimit, or run the job again tomorrow.")
        }
        var request = request
        request.maxOutputTokens = min(request.maxOutputTokens, left)
        return request
    }
}

extension ModelRequest {
    /// What the prompt takes, rather too much than too little: no tokenizer is known here.
    var estimatedTokens: Int {
        let texts = [system, schema.serialized] + messages.map(\.text)
        // A few for each turn of the conversation.
        return texts.reduce(0) { $0 + TokenUsage.estimate($1) } + 8 * (messages.count + 1)
    }
}
