/// Names rules by their identifiers, in which `*` stands for anything: `sql/*`, `*`, `xss/dom-html`.
package struct RuleGlob: Sendable, Hashable {
    package let text: String

    /// - Returns: nil for what no identifier is like: empty, or with characters other than letters, digits and `/-_.*`.
    package init?(_ text: String) {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(Self.mayContain) else { return nil }
        self.text = text
    }

    private static func mayContain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "/-_.*".unicodeScalars.contains(scalar)
    }

    /// Whether the glob names a rule.
    ///
    /// - Complexity: O(identifier × glob); only the latest `*` is ever tried again.
    package func matches(_ id: String) -> Bool {
        let (pattern, name) = (Array(text.utf8), Array(id.utf8))
        var (place, position) = (0, 0)
        var star: (place: Int, position: Int)?
        while position < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                place += 1
                star = (place, position)
            } else if place < pattern.count, pattern[place] == name[position] {
                (place, position) = (place + 1, position + 1)
            } else if let last = star {
                star = (last.place, last.position + 1)
                (place, position) = (last.place, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
