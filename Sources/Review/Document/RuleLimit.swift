/// Tells that a team's rules were cut short: on a line they may look at so many tokens, and no more.
///
/// The program's own rules have a limit, too, which is not told: what it costs is a finding that may be missed in a long
/// block.
package enum RuleLimit {
    package static let rule = Rule(
        RuleDefinition(
            id: "review/rule-limit", title: "A team's rules were cut short",
            message: "On this line, and perhaps on others, a rule of .codeforge/rules looked at more code than it may: "
                + "it can have missed something.",
            why: "Rules have a limit of work for each line, so that none slows down the editor. What makes one slow is "
                + "mostly '...' between two statements that are common; a longer word before it, or mode: taint, helps.",
            severity: .info, languages: Language.allCases.filter { $0 != .plain }, cwe: nil, references: [], tags: [],
            fix: nil, fixTitle: nil, skipsTests: false, skipsScripts: false, skipsProse: false, formulas: [],
            examples: []))

    /// As much of the line as is marked, in bytes.
    private static let markedBytes = 80

    /// The finding of a line; all of a document's are one, which stays the same whatever is edited in it.
    static func finding(of bytes: UnsafeBufferPointer<UInt8>) -> StoredFinding {
        var end = min(bytes.count, markedBytes)
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return StoredFinding(
            finding: Finding(
                rule: rule, severity: rule.severity, message: rule.message,
                range: ByteRange(startLine: 0, startByte: 0, endLine: 0, endByte: end), fix: nil, lineHash: 0,
                occurrence: 0))
    }
}
