import Patterns

/// What to ask about a line where nothing better is known: about the names and values that stand on it.
///
/// Reads lines by their shapes, in whatever language; a line of no known shape is asked about by its first names.
struct LineQuestion {
    private let lines: CodeLines
    private let line: Int
    /// As it was written, without what stands around it.
    private let text: String
    private let function: CodeLines.Function?

    /// Nil for a line that may not be quoted, or that has no names.
    init?(_ line: Int, in lines: CodeLines) {
        guard lines.isQuotable(line) else { return nil }
        self.lines = lines
        self.line = line
        text = lines.written[line].trimmingSpaces
        function = lines.function(around: line)
    }

    var question: String? {
        guard lines.code[line].contains(where: \.isLetter) else { return nil }
        return loop ?? condition ?? result ?? oneLine ?? change ?? assignment ?? statement ?? call ?? names
    }

    /// Code in a sentence.
    private static func quoted(_ code: some StringProtocol) -> String {
        "`\(String(code).trimmingSpaces.map { $0 == "`" ? "'" : String($0) }.joined())`"
    }

    // MARK: Shapes

    private var loop: String? {
        if let counted = text.firstMatch(of: #/^for\s*\(?\s*(?:let|var|int)?\s*(\w+)\s*:?=\s*[^;]+;\s*([^;]+);/#) {
            let (name, condition) = (Self.quoted(counted.1), Self.quoted(counted.2))
            return
                "Which is the first value of \(name) that this loop sees, and which is the last for which "
                + "\(condition) holds?"
        }
        let forms: [Regex<(Substring, Substring, Substring)>] = [
            #/^(?:async\s+)?for\s+([\w, ]+?)\s+in\s+(.+?)\s*[:{]/#,
            #/^for\s*\(\s*(?:const|let|var)\s+(\w+)\s+(?:of|in)\s+(.+?)\)/#,
            #/^for\s+(?:\w+,\s*)?(\w+)\s*:?=\s*range\s+([\w.]+)/#,
        ]
        for form in forms {
            guard let found = text.firstMatch(of: form) else { continue }
            let (name, list) = (Self.quoted(found.1), Self.quoted(found.2))
            return
                "What does \(name) hold in the first round and in the last, if \(list) gives three values? And "
                + "if it gives none?"
        }
        guard let found = text.firstMatch(of: #/^while\s*\(?(.+?)\)?\s*[:{]/#) else { return nil }
        let names = Self.names(in: String(found.1))
        let changed = names.isEmpty ? "something" : names.map(Self.quoted).joined(separator: " or ")
        return "Which line inside of this loop changes \(changed), so that \(Self.quoted(found.1)) ends?"
    }

    private var condition: String? {
        guard
            let found = text.firstMatch(
                of: #/^(?:\}\s*)?(?:el(?:se\s+)?if|if|guard|unless)\b\s*\(?(.+?)\)?\s*(?:;\s*then\b.*|[:{]|else\b|$)/#)
        else { return nil }
        return
            "For which values does \(Self.quoted(found.1)) hold, and for which not? Name one of each, and one "
            + "just between them."
    }

    private var result: String? {
        guard let found = text.firstMatch(of: #/^(return|yield)\b\s*(.*?);?$/#) else { return nil }
        let from = function.map { Self.quoted($0.name) } ?? "this code"
        guard !found.2.isEmpty else { return "What does \(from) hand back here, and who asks for it?" }
        guard found.1 == "yield" || CodeLines.isWorkedOut(found.2) else {
            return found.2.contains(#/^[\w.'"-]+$/#)
                ? "On which way through \(from) is \(Self.quoted(found.2)) handed back, and for which input does that happen?"
                : nil
        }
        if found.1 == "yield" {
            return
                "Who gets the value of \(Self.quoted(found.2)), and what does \(from) do until the next one is "
                + "asked for?"
        }
        return TrialInputs(line: line, in: lines).ofResult
            ?? "What does \(from) hand back for the smallest input, for an ordinary one, and for the one that you fear most? "
            + "Work \(Self.quoted(found.2)) out by hand for each."
    }

    /// A function that stands on one line.
    private var oneLine: String? {
        guard let own = lines.functions.first(where: { $0.line == line }), own.body == line..<line + 1 else {
            return nil
        }
        return TrialInputs(line: line, in: lines).ofResult
    }

    /// `total += price`.
    private var change: String? {
        guard let found = text.firstMatch(of: #/^([\w.\[\]']+)\s*([-+*\/])=\s*(.+?);?$/#) else { return nil }
        let (name, part) = (Self.quoted(found.1), Self.quoted(found.3))
        return
            "What does \(name) hold before this line runs for the first time, and after each of its runs, if "
            + "\(part) is 2 and then 3?"
    }

    private var assignment: String? {
        let form =
            #/^(?:const |let |var |final |my |local )?\s*([\w.]+)(?:\s*:\s*[\w<>\[\], ?]+)?\s*:?=\s*([^=].*?);?$/#
        guard let found = text.firstMatch(of: form) else { return nil }
        let (name, value) = (Self.quoted(found.1), String(found.2))
        let isLiteral = value.contains(
            #/^(?:-?[\d.]+|["'].*["']|\[\]|\{\}|\(\)|None|null|nil|undefined|[Tt]rue|[Ff]alse)$/#)
        if isLiteral {
            return
                "Why does \(name) begin with \(Self.quoted(value))? For which input would that still be there "
                + "at the end, and would it be right?"
        }
        if isInLoop {
            return
                "What does \(name) hold after the first round of the loop, and after the second? What became of "
                + "the value before?"
        }
        return
            "What does \(name) hold after this line, and of which type is it? Take an example of your own for "
            + "\(Self.quoted(value))."
    }

    /// SQL, shell and CSS.
    private var statement: String? {
        if let found = text.firstMatch(of: #/(?i)\bfrom\s+(\w+)\s*,\s*(\w+)/#) {
            return
                "How many rows come out of this line when \(Self.quoted(found.1)) has three and "
                + "\(Self.quoted(found.2)) has two, and why?"
        }
        if lines.language == .sql, text.contains(#/(?i)^select\b/#) {
            return "What does one row of the result stand for, and from which row does each of its values come?"
        }
        if lines.language == .sql, text.contains(#/(?i)^set\b/#) {
            return "Which rows get the new value, and which line says so?"
        }
        if text.contains(#/(?i)^(?:from|(?:left |inner )?join|where|group by|having|update|delete)\b/#) {
            return "Which rows does this line let through, and which not? Name one of each, with its values."
        }
        if let found = text.firstMatch(of: #/\$\{?(\w+)/#), lines.language == .shell || lines.language == .plain,
            text.contains(#/^[a-z]+ /#)
        {
            return "What does this line do if \(Self.quoted("$" + found.1)) is empty, or holds a blank?"
        }
        if let found = text.firstMatch(of: #/^([a-z-]+)\s*:\s*([^{}()]+);$/#) {
            return
                "What does \(Self.quoted(found.2)) say for each side of the box, and whose size does "
                + "\(Self.quoted(found.1)) need to know for that?"
        }
        return nil
    }

    private var call: String? {
        guard let found = text.firstMatch(of: #/^(?:await\s+|try\s+)?([\w.]+)\((.*)\)\s*;?$/#) else { return nil }
        let given = found.2.isEmpty ? "nothing" : Self.quoted(found.2)
        return
            "What does \(Self.quoted(found.1)) do with \(given), what does it hand back, and what has to happen "
            + "before and after it?"
    }

    private var names: String? {
        if lines.language == .css || lines.language == .scss || lines.language == .html {
            return "What would you see in the browser without this line, and what with it twice? Try it."
        }
        let names = Self.names(in: lines.code[line]).prefix(2).map(Self.quoted)
        guard let first = names.first else { return nil }
        return names.count > 1
            ? "What have \(first) and \(names[1]) to do with each other on this line, and what would change if "
                + "one of them were missing?"
            : "What is \(first) when this line runs, and where did it come from?"
    }

    // MARK: Around

    private var isInLoop: Bool {
        let own = lines.indentation(line)
        for above in stride(from: line - 1, through: 0, by: -1) {
            let text = lines.code[above].trimmingSpaces
            guard !text.isEmpty, lines.indentation(above) < own else { continue }
            if text.contains(#/^(?:for|while)\b/#) { return true }
            if lines.functions.contains(where: { $0.line == above }) { return false }
        }
        return false
    }

    /// The names in code, each once, without the language's own words.
    private static func names(in code: String) -> [String] {
        var seen: Set<String> = []
        return code.matches(of: #/[A-Za-z_]\w*/#).map { String($0.0) }.filter {
            !own.contains($0) && seen.insert($0).inserted
        }
    }

    private static let own: Set<String> = [
        "if", "else", "elif", "for", "while", "return", "not", "in", "is", "and", "or", "def", "function", "const",
        "let", "var",
        "new", "None", "null", "nil", "undefined", "true", "false", "True", "False", "try", "except", "catch", "async",
        "await",
        "class", "import", "from", "with", "as", "func", "guard", "this", "self", "export", "default", "case", "switch",
        "len", "do", "done", "then", "fi", "echo", "select", "where", "SELECT", "FROM", "WHERE", "set", "SET", "update",
        "UPDATE", "print", "println", "console", "log", "range", "struct", "type", "string", "int", "void", "public",
        "private", "static", "deinit", "init",
    ]
}
