import JSON

/// Takes secrets out of what a person wrote before it is kept: in ideas, answers and questions they are of no use.
///
/// The same secret reads the same in all texts of one value. Nothing can put them back.
package struct WithheldSecrets: Sendable {
    private var secrets = SecretPlaceholders()

    package init() {}

    /// A text in which each secret that the rules know reads `withheld value 1`.
    package mutating func taken(from text: String) -> String {
        guard let safe = secrets.hide(text, path: "text.md") else { return "withheld text that is a credential" }
        return secrets.masked(safe)
    }

    /// One text for people without the secrets that the rules know: a step of a job, a line of a log.
    package static func text(_ text: String) -> String {
        // Shorter than any token.
        guard text.utf8.count >= 12 else { return text }
        var withheld = WithheldSecrets()
        return withheld.taken(from: text)
    }

    /// A file's path without a secret in it, which may be any of its parts or stand over several.
    static func path(_ path: String) -> String {
        let whole = text(path)
        if whole != path { return whole }
        return path.split(separator: "/", omittingEmptySubsequences: false).map { text(String($0)) }
            .joined(separator: "/")
    }

    /// As above, of every text in a value.
    package mutating func taken(from value: JSONValue) -> JSONValue {
        if let text = value.string { return .string(taken(from: text)) }
        if let items = value.array { return .array(items.map { taken(from: $0) }) }
        guard let object = value.object else { return value }
        return .object(JSONObject(object.map { (taken(from: $0.key), taken(from: $0.value)) }))
    }
}
