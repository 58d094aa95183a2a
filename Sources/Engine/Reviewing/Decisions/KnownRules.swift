import Review

/// The identifiers that findings may have, for whoever checks a name that a person wrote.
package enum KnownRules {
    /// Those of rules, and what the review says of itself.
    package static let ids = RuleSet.builtIn.rules.map(\.id) + RuleSet.ofReview.map(\.id)

    /// Whether a name or a pattern can be that of a rule, or of something that a linter finds.
    package static func may(_ glob: RuleGlob) -> Bool {
        ids.contains(where: glob.matches) || Linter.names.contains { glob.text.hasPrefix($0 + "/") }
    }

    /// What is wrong with a name or a pattern that is to name rules of the program or of linters; nil for one that does,
    /// and for what may be of a team's own.
    static func problem(with name: String) -> String? {
        guard let glob = RuleGlob(name) else {
            return "'\(name)' can name no rule: it is a rule's identifier, or a pattern such as 'sql/*'."
        }
        if may(glob) || name.hasPrefix("agent/") { return nil }
        let suggestion = suggestion(for: name)
        let category = name.prefix { $0 != "/" } + "/"
        guard !name.contains("/") || !suggestion.isEmpty || ids.contains(where: { $0.hasPrefix(category) }) else {
            return nil
        }
        return "No rule is called '\(name)'.\(suggestion)"
    }

    /// ` Did you mean '…'?`, with the nearest identifier; empty where none is near.
    static func suggestion(for name: String) -> String { NearestName.suggestion(for: name, among: ids) }
}
