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

    @Test func `NUL is written as backslash zero`() throws {
        try check("= '\\0", "x = '\0'", true)
        try check("= '\\0", "x = '0'", false)
    }
}
