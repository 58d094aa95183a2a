import Review

/// The identifiers that findings may have, for whoever checks a name that a person wrote.
package enum KnownRules {
    /// Those of rules, and what the review says of itself.
    package static let ids = RuleSet.builtIn.rules.map(\.id) + RuleSet.ofReview.map(\.id)

    /// Whether a name or a pattern can be that of a rule, or of something that a linter finds.
    package static func may(_ glob: RuleGlob) -> Bool {
        ids.contains(where: glob.matches) || Linter.names.contains { glob.text.hasPrefix($0 + "/") }
    }

    /// ` Did you mean '…'?`, with the nearest identifier; empty where none is near.
    static func suggestion(for name: String) -> String { NearestName.suggestion(for: name, among: ids) }
}
