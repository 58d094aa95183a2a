import Review

/// What kind of line it is, and what stands on it, for a question in another language than English.
enum LineShape {
    /// The key of the question, as `Data/Tongues` has it, and what it names.
    static func of(_ line: Int, in lines: CodeLines) -> (key: String, values: [String: String])? {
        guard lines.isQuotable(line) else { return nil }
        let text = lines.written[line].trimmingSpaces
        if let own = lines.functions.first(where: { $0.line == line }) {
            return ("line.function", ["name": LineQuestion.quoted(own.name)])
        }
        for (key, names, form) in forms {
            guard let found = text.firstMatch(of: form) else { continue }
            let parts = [found.1, found.2].filter { !$0.isEmpty }.map { LineQuestion.quoted($0) }
            guard parts.count >= names.count, parts.allSatisfy({ $0.count > 2 }) else { continue }
            return (key, Dictionary(zip(names, parts), uniquingKeysWith: { first, _ in first }))
        }
        return ("line.other", [:])
    }

    private typealias Form = Regex<(Substring, Substring, Substring)>

    // Made once; a literal's regular expression is never written to.
    nonisolated(unsafe) private static let forms: [(key: String, names: [String], form: Form)] = [
        ("line.catch", [], #/^(?:\}\s*)?(?:catch|except|rescue)\b()()/#),
        ("line.loop", ["name", "list"], #/^(?:async\s+)?for\s+(?:\w+,\s*)?([\w, ]+?)\s+in\s+(.+?)\s*[:{]?$/#),
        ("line.loop", ["name", "list"], #/^for\s*\(\s*(?:const|let|var)?\s*(\w+)\s+(?:of|in)\s+(.+?)\)\s*\{?$/#),
        ("line.loop", ["name", "list"], #/^for\s*\(?\s*(?:let|var|int)?\s*(\w+)(\s*:?=\s*[^;]+;[^;]+);/#),
        ("line.loop", ["name", "list"], #/^for\s+(?:\w+,\s*)?(\w+)\s*:?=\s*range\s+(.+?)\s*\{?$/#),
        ("line.while", ["condition"], #/^while\s*\(?(.+?)()\)?\s*[:{]?$/#),
        (
            "line.condition", ["condition"],
            #/^(?:\}\s*)?(?:if|elif|else\s+if|guard)\s*\(?(.+?)()\)?\s*(?:[:{]|then|else\s*\{)?$/#
        ),
        ("line.return", ["value"], #/^(?:return|yield)\s+(.+?)();?$/#),
        ("line.print", ["value"], #/^(?:print|console\.log|fmt\.Print\w*|println|echo)\b[\s(]\s*(.+?)()\)?\s*;?$/#),
        (
            "line.assign", ["name"],
            #/^(?:(?:const|let|var)\s+)?([A-Za-z_$][\w.$\[\]]*)(?:\s*:\s*[\w<>\[\]?]+)?\s*(?:[-+*\/%]?=|:=)(?!=)()/#
        ),
        ("line.call", ["call"], #/^(?:await\s+)?([A-Za-z_$][\w.$]*\(.*\))();?$/#),
    ]
}
