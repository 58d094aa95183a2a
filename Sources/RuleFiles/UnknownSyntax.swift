/// What Semgrep's patterns may hold and ours do not know: it is told, for it would never match.
enum UnknownSyntax {
    private static let signs: [(sign: String, reason: String)] = [
        ("<...", "the operator <... ...> is not known; use pattern-inside, or mode: taint"),
        ("=~/", "an expression in a string is not known; use metavariable-regex"),
        ("$...", "a metavariable for any number of arguments is not known; use ... alone"),
    ]

    /// Why a pattern cannot be used; nil where nothing speaks against it.
    static func reason(in pattern: String) -> String? {
        for (sign, reason) in signs where pattern.contains(sign) { return reason }
        if pattern.contains(#/\(\s*[\w.\[\]<>*?]+\s+\$[A-Z_0-9]+\s*\)/#)
            || pattern.contains(#/\(\s*\$[A-Z_0-9]+\s*:\s*[\w.\[\]<>*?]+\s*\)/#)
        {
            return "a metavariable with a type is not known"
        }
        if pattern.contains(#/\b[fF]["']/#) { return "a text with values in it is not known as a pattern" }
        if pattern.contains(#/"[^"\n]*(\$[A-Z]|\.\.\.)[^"\n]*"/#), !pattern.contains(#/"(\$[A-Z_0-9]+|\.\.\.)"/#) {
            return "a string is known whole (\"$X\", \"...\"), not in parts; use metavariable-regex"
        }
        return nil
    }
}
