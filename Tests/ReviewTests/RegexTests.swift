import TestSupport
import Testing

@testable import Review

/// Regular expressions over bytes.
@Suite struct RegexTests {
    private func check(_ expression: String, _ text: String, _ expected: Bool) throws {
        let regex = try ByteRegex(expression)
        #expect(regex.matches(text) == expected, "\(expression) in \(text)")
    }

    @Test func `an expression that starts with an assertion matches later than at the start, too`() throws {
        try check("\\bselect", "  select", true)
        try check("\\bselect", "  preselect", false)
        try check("\\Belect", "select", true)
        try check("(?i)\\b(a|b)\\b", "xa, b", true)
        try check("^a", "ba", false)
    }

    @Test func `all but some letters is all but both cases of each where case does not count`() throws {
        try check("(?i)[^a-z]code", "postCode", false)
        try check("(?i)[^a-z]code", "post-Code", true)
        try check("(?i)x[^A]", "xa", false)
        try check("[^A]", "a", true)
    }

    @Test func `random expressions match what the standard library's match`() throws {
        var random = SeededRandom(seed: 20_261_125)
        for _ in 0..<3_000 {
            let expression = RegexTests.expression(&random, depth: 3)
            let (ours, theirs) = (try ByteRegex(expression), try Regex(expression).wordBoundaryKind(.simple))
            for _ in 0..<8 {
                var text = String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in "ab -".randomElement(using: &random) ?? "a" }
                )
                let expected = text.firstMatch(of: theirs).map { match in
                    let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
                    return start..<start + text[match.range].utf8.count
                }
                #expect(ours.matches(text) == (expected != nil), "\(expression) in '\(text)'")
                let found = text.withUTF8 { text in
                    (0...text.count).lazy.compactMap { start in
                        ours.matchEnd(in: text, at: start).map { start..<$0 }
                    }.first
                }
                #expect(found == expected, "\(expression) in '\(text)'")
            }
        }
    }

    /// An expression without a repetition of what may be empty, where engines differ.
    private static func expression(_ random: inout SeededRandom, depth: Int) -> String {
        let atoms = ["a", "b", "[ab]", "[^a]", ".", "\\w", "\\s", "ab"]
        switch Int.random(in: 0..<(depth > 0 ? 9 : 4), using: &random) {
        case 0, 1: return atoms.randomElement(using: &random) ?? "a"
        case 2:
            return (atoms.dropLast().randomElement(using: &random) ?? "a")
                + (["*", "+", "?", "{1,2}"].randomElement(using: &random) ?? "")
        case 3: return ["^", "$", "\\b", "\\B"].randomElement(using: &random) ?? "^"
        case 4, 5, 6: return expression(&random, depth: depth - 1) + expression(&random, depth: depth - 1)
        case 7: return "(" + expression(&random, depth: depth - 1) + "|" + expression(&random, depth: depth - 1) + ")"
        default: return "(" + expression(&random, depth: depth - 1) + ")?"
        }
    }

    @Test func `NUL is written as backslash zero`() throws {
        try check("= '\\0", "x = '\0'", true)
        try check("= '\\0", "x = '0'", false)
    }
}
