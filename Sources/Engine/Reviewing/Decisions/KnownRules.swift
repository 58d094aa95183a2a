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
    static func suggestion(for name: String) -> String {
        let distances = ids.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
        guard let (nearest, changes) = distances.min(by: { $0.1 < $1.1 }), changes * 2 <= max(name.utf8.count, 1) else {
            return ""
        }
        return " Did you mean '\(nearest)'?"
    }

    /// How many bytes have to be inserted, removed or replaced (Levenshtein 1966).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (other, otherByte) in right.enumerated() {
                let replaced = diagonal + (byte == otherByte ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
