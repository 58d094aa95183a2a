import JSON

/// A failed answer of a provider, read whatever its shape: an object, a list of one, a text, a page, or nothing.
struct ServerError: Sendable, Hashable {
    /// The server's own words, on one line and not long.
    let message: String
    /// `type`, `code` and the like, in small letters.
    let kinds: Set<String>
    /// The status that it tells itself, where it does; some servers send their errors with status 200.
    private(set) var status: Int?
    /// Whether it is a page for people.
    private(set) var isPage = false

    /// What is known to be secret is gone before anything is shortened: of half a key nobody could tell.
    init(body: [UInt8], without mask: KeyMask) {
        guard let json = try? JSONValue(parsing: body) else {
            let text = String(mask.masked(String(decoding: body, as: UTF8.self)).prefix(2_000))
            let isPage = text.lowercased().contains("<html") || text.lowercased().contains("<!doctype")
            self.init(isPage ? "it answered with a web page" : Self.line(text, orSay: "it gave no reason"), [])
            self.isPage = isPage
            return
        }
        self.init(json: mask.masked(json))
    }

    private init(_ message: String, _ kinds: Set<String>) {
        self.message = message
        self.kinds = kinds
    }

    /// Reads one without secrets.
    init(json: JSONValue) {
        let body = json.array?.first ?? json
        let error = body["error"] ?? body
        var words = error.string ?? error["message"]?.string ?? body["message"]?.string ?? body["detail"]?.string ?? ""
        if words.isEmpty, let detail = body["detail"] { words = detail.serialized }
        let members = [error["type"], error["code"], error["status"], error["details"]?["error_code"], error["param"]]
        self.init(
            Self.line(words, orSay: "it gave no reason"), Set(members.compactMap { $0?.string?.lowercased() }))
        let told = [error["code"], error["status"], error["status_code"], body["code"], body["status"]]
        status = told.lazy.compactMap { $0?.int }.first { (400...599).contains($0) }
    }

    private static func line(_ text: String, orSay fallback: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? fallback : String(words.prefix(300))
    }

    /// What a status and these words mean.
    func fault(status: Int, retryAfter: Double? = nil) -> ModelFault {
        let words = message.lowercased()
        let reason = "\(status), \(message)"
        let said = { (parts: [String]) in parts.contains { words.contains($0) || kinds.contains($0) } }
        if said(["enforced_spend_limit_reached", "insufficient_quota", "billing_hard_limit_reached", "credit balance"])
        {
            return .exhausted(reason)
        }
        if isPage, status < 500, status != 401, status != 403, status != 429 {
            return .noAPI("\(reason), which is none")
        }
        if said(["unexpected endpoint", "unknown endpoint", "cannot post", "method not allowed"]) {
            return .noAPI(reason)
        }
        switch status {
        case 401, 403: return .refusedKey(reason)
        case 402: return .exhausted(reason)
        case 404: return said(["model"]) ? .noModel(reason) : .noAPI(reason)
        case 405, 410, 501: return .noAPI(reason)
        case 408, 409: return .server(reason, retryAfter: retryAfter)
        case 413: return .tooLong(reason)
        case 429: return .busy(reason, retryAfter: retryAfter)
        case 500...:
            // A server that fails over the shape it was asked for goes on failing.
            return RequestForm.Structure.isMeant(by: words) && !words.contains("overloaded")
                ? .malformed(reason) : .server(reason, retryAfter: retryAfter)
        default: break
        }
        if said(["api key", "api_key", "invalid_api_key", "authentication_error"]) {
            return .refusedKey(reason)
        }
        if said([
            "context_length_exceeded", "context length", "context window", "maximum context", "too long",
            "exceed_context_size_error", "context size", "too many tokens",
        ]) {
            return .tooLong(reason)
        }
        if said(["model_not_found"])
            || words.contains("model") && (words.contains("not found") || words.contains("does not exist"))
        {
            return .noModel(reason)
        }
        return .malformed(reason)
    }
}
