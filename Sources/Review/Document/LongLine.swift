/// Tells of lines that are too long to have tokens: only the forms of known secrets are looked for in them.
///
/// No rule of `RuleSet.builtIn`, for nobody wrote something wrong: it says what the review did not do.
package enum LongLine {
    package static let rule = Rule(
        RuleDefinition(
            id: "review/long-line", title: "Line too long to be reviewed",
            message: "This line has more than \(LineLexer.longestLine / 1024) KiB, so that only known forms of secrets "
                + "were looked for in it.",
            why: "A line of code that a person wrote is short; one as long as this was mostly made by a program, such "
                + "as minified code. Its tokens are not looked at, so that no other rule says anything about it. Review "
                + "what it was made from, or break the line.",
            severity: .info, languages: Language.allCases.filter { $0 != .plain }, cwe: nil, references: [], tags: [],
            fix: nil, fixTitle: nil, skipsTests: false, skipsScripts: false, skipsProse: true, formulas: [],
            examples: []))

    /// As much of the line as is marked, in bytes: nobody wants to see all of it underlined.
    private static let markedBytes = 80

    /// The finding of a line of a language that has tokens; nil where the line has them.
    static func finding(of bytes: UnsafeBufferPointer<UInt8>, _ language: Language) -> StoredFinding? {
        guard bytes.count > LineLexer.longestLine, language != .plain else { return nil }
        var end = markedBytes
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        // All of a document's are one, which stays the same whatever is edited in it: the hash says nothing.
        return StoredFinding(
            finding: Finding(
                rule: rule, severity: rule.severity, message: rule.message,
                range: ByteRange(startLine: 0, startByte: 0, endLine: 0, endByte: end), fix: nil, lineHash: 0,
                occurrence: 0))
    }

    /// The message on the first of so many lines of a document.
    static func message(ofLines count: Int) -> String {
        if count == 1 { return rule.message }
        let others = count == 2 ? "one other" : "\(count - 1) others"
        return "This line and \(others) of this file have more than \(LineLexer.longestLine / 1024) KiB, so that only "
            + "known forms of secrets were looked for in them."
    }
}
