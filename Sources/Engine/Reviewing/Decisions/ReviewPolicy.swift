import Review

/// What a folder's `.codeforge/review.json` says of the findings in its files: which rules count, how much, and where.
package struct ReviewPolicy: Sendable, Hashable {
    /// Where a folder has it.
    package static let path = ".codeforge/review.json"

    /// What becomes of a rule's findings.
    enum Verdict: Sendable, Hashable {
        case off
        /// As the rule itself says, whatever was said before.
        case on
        case severity(Severity)

        init?(_ text: String) {
            switch text {
            case "off": self = .off
            case "on": self = .on
            default:
                guard let severity = Severity(rawValue: text) else { return nil }
                self = .severity(severity)
            }
        }

        static let names = ["off", "on"] + Severity.allCases.map(\.rawValue)
    }

    struct RuleLine: Sendable, Hashable {
        let rules: RuleGlob
        let verdict: Verdict
    }

    struct Part: Sendable, Hashable {
        var files = PathGlobs()
        var rules: [RuleLine] = []
    }

    /// For all files.
    var rules: [RuleLine] = []
    /// For some files; a later one goes before an earlier one and before `rules`.
    var parts: [Part] = []
    /// Files that are not reviewed.
    var excluded = PathGlobs()

    /// What becomes of rules in a file, by its path in the folder.
    func lines(forFileAt path: String) -> [RuleLine] {
        rules + parts.filter { $0.files.match(path) }.flatMap(\.rules)
    }
}
