import Review

/// What may be written in rule files, for whoever writes one.
package enum RuleVocabulary {
    package struct Word: Sendable {
        package let name: String
        package let sentence: String
    }

    /// The keys of a rule file, with what they mean.
    package static let keys: [Word] = [
        ("rules", "The list of the file's rules."),
        ("id", "The rule's name; findings show it with `own/` before it."),
        ("languages", "The languages that the rule reads; `generic` is all."),
        ("severity", "ERROR (critical), WARNING or INFO."),
        ("message", "What is wrong and what to do; metavariables in it are filled."),
        ("metadata", "`title`, `why`, `cwe`, `references`, `tags`, `fix-title`; all may be left out."),
        ("pattern", "Code to find: `...` for any code, `$X` for an expression, `\"...\"` for a string."),
        ("patterns", "A list of conditions that all hold."),
        ("pattern-either", "A list of patterns of which one matches."),
        ("pattern-not", "The same code must not match this."),
        ("pattern-inside", "The code must lie in a match of this."),
        ("pattern-not-inside", "The code must not lie in a match of this."),
        ("pattern-regex", "A regular expression that is looked for in each line, code or not."),
        ("pattern-not-regex", "What lies in a match of this expression is no match of pattern-regex."),
        (
            "metavariable-regex",
            "What a metavariable stands for must match, from its beginning: `metavariable`, `regex`."
        ),
        ("metavariable-pattern", "All of what a metavariable stands for must match: `metavariable`, `pattern`."),
        (
            "metavariable-kind",
            "What a metavariable stands for: `metavariable`, `kind` (constant, dynamic, request, ...)."
        ),
        ("focus-metavariable", "The metavariable that is marked."),
        ("says", "What is told of these matches: `what` the code really does, and what to write `instead`."),
        ("mode", "`search`, or `taint`: values that come from a source and reach a sink."),
        ("pattern-sources", "With mode: taint, where values come from."),
        ("pattern-sinks", "With mode: taint, where they must not get."),
        ("pattern-sanitizers", "With mode: taint, what makes them harmless."),
        ("paths", "`include` and `exclude`: globs of the files that the rule reads."),
        ("fix", "What replaces the code, with metavariables."),
        ("options", "`skip-tests`, `skip-scripts`, `skip-prose`: leave such files out."),
        ("examples", "Code that must and must not be reported: `language`, `bad`, `good`."),
        ("file-mentions", "The file must have one of these words or strings."),
        ("file-lacks", "The file must have none of these words or strings."),
        ("line-regex", "The lines of the match must match."),
        ("line-not-regex", "The lines of the match must not match."),
    ].map { Word(name: $0.0, sentence: $0.1) }

    /// What may stand behind a key.
    package static func values(of key: String) -> [String] {
        switch key {
        case "severity": ["ERROR", "WARNING", "INFO"]
        case "mode": ["search", "taint"]
        case "kind": ["string", "constant", "dynamic", "interpolated", "request", "address", "name", "literal"]
        case "languages": Language.allCases.filter { $0 != .plain }.map(\.id) + ["generic"]
        default: []
        }
    }
}
