import Patterns

/// What to ask about a line where nothing better is known: about the names and values that stand on it.
///
/// Reads lines by their shapes, in whatever language; a line of no known shape is asked about by its first names.
struct LineQuestion {
    let lines: CodeLines
    let line: Int
    /// As it was written, without what stands around it.
    let text: String
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
        return first(of: [
            { head }, { shown }, { caught }, { loop }, { condition }, { result }, { handler }, { oneLine },
            { statement }, { style },
            { element },
            { change }, { assignment }, { call }, { names },
        ])
    }

    /// What asks for the edge of what stands on the line, for code that somebody wants judged; nil where that is no
    /// more than its inputs.
    var boundary: String? {
        guard lines.code[line].contains(where: \.isLetter) else { return nil }
        return first(of: [
            { caught }, { loop }, { condition }, { text.contains("await ") ? assignment : nil }, { statement },
            { style }, { element }, { handler },
        ])
    }

    private func first(of shapes: [() -> String?]) -> String? {
        for shape in shapes {
            if let text = shape() { return text }
        }
        return nil
    }

    /// Code in a sentence.
    static func quoted(_ code: some StringProtocol) -> String {
        "`\(Clip.text(String(code).trimmingSpaces.map { $0 == "`" ? "'" : String($0) }.joined(), 90))`"
    }

    /// "`total` do", or "this code do" outside of functions.
    var doer: String { function.map { Self.quoted($0.name) } ?? "the program" }

    /// " in `total([1, 2, 3])`", where the code calls it with values of its own.
    private var inCall: String { lines.exampleCall(around: line).map { " for \(Self.quoted($0))" } ?? "" }

    // MARK: Shapes

    /// The head of a function or a type.
    private var head: String? {
        if let own = lines.functions.first(where: { $0.line == line }), own.body != line..<line + 1 {
            if lines.isPython, let found = text.firstMatch(of: kept(#/\b(\w+)\s*=\s*([^,)]+)/#)) {
                return
                    "What does `\(found.1)` hold in a call that leaves it out, and in the next such call? When is "
                    + "\(Self.quoted(found.2)) worked out?"
            }
            return TrialInputs(line: line, in: lines).ofResult
                ?? "Who calls \(Self.quoted(own.name)), and what do they know once it is over that they did not before?"
        }
        if let type = text.firstMatch(of: kept(#/\b(?:class|struct|enum|interface)\s+([A-Za-z_]\w*)/#)) {
            return
                "Make two \(Self.quoted(type.1)) in your head: what does each have of its own, and what would both share?"
        }
        return nil
    }

    /// What only shows something.
    private var shown: String? {
        guard
            let found = text.firstMatch(
                of: kept(#/^(?:print|console\.log|fmt\.Print\w*|println|echo|alert)\b[\s(]\s*(.+?)\)?\s*;?$/#))
        else { return nil }
        return
            "What exactly is shown by \(Self.quoted(found.1)) the first time that this line runs\(inCall), and how often does it "
            + "run? Which line above gave the values in it?"
    }

    private var caught: String? {
        guard text.contains(kept(#/^(?:\}\s*)?(?:catch|except)\b/#)) else { return nil }
        return
            "Which failures end up on this line, and which not? What does \(doer) hand back after one of them, and who learns of it?"
    }

    private var loop: String? {
        if let counted = text.firstMatch(
            of: kept(#/^for\s*\(?\s*(?:let|var|int)?\s*(\w+)\s*:?=\s*([^;]+);\s*([^;]+);/#))
        {
            let (name, condition) = (Self.quoted(counted.1), Self.quoted(counted.3))
            let bound = counted.3.firstMatch(of: kept(#/[<>]=?\s*([A-Za-z_][\w.()]*)/#)).map { Self.quoted($0.1) }
            return
                "Which values does \(name) take, from \(Self.quoted(counted.2)) on, as long as \(condition) holds"
                + (bound.map { ", if \($0) is 3? And if it is 0?" } ?? "? Which is the first for which it does not?")
                + stops
        }
        if let ranged = text.firstMatch(of: kept(#/^for\s+(\w+)\s+in\s+(range\([^:]*\)|[\w.]+\s*\.\.[.<]\s*[\w.]+)/#)) {
            return
                "Write down every value that \(Self.quoted(ranged.1)) takes from \(Self.quoted(ranged.2))"
                + (inCall.isEmpty ? " if what stands in it is 3" : inCall)
                + ": which is the first, which the last, and is one too many or too few among them?"
        }
        let forms: [Regex<(Substring, Substring, Substring)>] = [
            kept(#/^(?:async\s+)?for\s+([\w, ]+?)\s+in\s+(.+?)\s*[:{]/#),
            kept(#/^for\s+(\w+)\s+in\s+(.+?)\s*(?:;\s*do\b|$)/#),
            kept(#/^for\s*\(\s*(?:const|let|var)\s+(\w+)\s+(?:of|in)\s+(.+?)\)\s*\{?/#),
            kept(#/^for\s+(?:\w+,\s*)?(\w+)\s*:?=\s*range\s+([\w.\[\]:]+)/#),
        ]
        for form in forms {
            guard let found = text.firstMatch(of: form) else { continue }
            let (name, list) = (Self.quoted(found.1), Self.quoted(found.2))
            if lines.language == .shell {
                return
                    "Into which pieces does the shell cut \(list), and what does \(name) hold in each round, if one of them has a "
                    + "blank, and if there is none at all?"
            }
            return gathered(from: name, list)
                ?? "What does \(name) hold in round one and in the last round, if \(list) gives three values? And "
                + "if it gives none?"
        }
        guard let found = text.firstMatch(of: kept(#/^while\s*\(?(.+?)\)?\s*[:{]/#)) else { return nil }
        let names = Self.names(in: String(found.1))
        let changed = names.isEmpty ? "something" : names.map(Self.quoted).joined(separator: " or ")
        let input = smallInput
        return
            "Which line inside of this loop changes \(changed), and what are they at the last time that "
            + "\(Self.quoted(found.1)) is asked\(inCall)?"
            + (input.map { " And for \($0) = 0 and 1: does the loop run at all, and what is handed back then?" } ?? "")
    }

    private var stops: String {
        let used = lines.inner(of: line).contains { lines.code[$0].contains("[") }
        return used ? " Is there an element that it never comes to, or one that is not there?" : ""
    }

    /// The first parameter of the function, where it takes one.
    private var smallInput: String? {
        guard let function,
            let found = lines.code[function.line].firstMatch(of: kept(#/\(\s*(?:self\s*,\s*|_\s+)?([A-Za-z_]\w*)/#)),
            found.1 != "self"
        else { return nil }
        return Self.quoted(found.1)
    }

    /// A loop that gathers something.
    private func gathered(from name: String, _ list: String) -> String? {
        for inner in lines.inner(of: line) {
            guard
                let found = lines.code[inner].firstMatch(
                    of: kept(#/^\s*([A-Za-z_][\w.]*)(?:\[[^\]]*\])?\s*(?:[-+*\/]?=[^=]|\+\+|\.(?:append|push|add)\()/#))
            else { continue }
            let kept = Self.quoted(found.1)
            return
                "What does \(kept) hold after each round\(inCall.isEmpty ? ", if \(list) gives three values of your choice" : inCall)? "
                + "And what does \(kept) hold at the end if \(list) gives none?"
        }
        return nil
    }

    private var result: String? {
        guard let found = text.firstMatch(of: kept(#/^(return|yield)\b\s*(.*?);?$/#)) else { return nil }
        let from = function.map { Self.quoted($0.name) } ?? "this code"
        guard !found.2.isEmpty else { return "What does \(from) hand back here, and who asks for it?" }
        guard found.1 == "yield" || CodeLines.isWorkedOut(found.2) else {
            return found.2.contains(kept(#/^[\w.'"-]+$/#))
                ? "On which way through \(from) is \(Self.quoted(found.2)) handed back, and for which input does that happen?"
                : nil
        }
        if found.1 == "yield" {
            return
                "Who gets the value of \(Self.quoted(found.2)), and what does \(from) do until the next one is "
                + "asked for?"
        }
        if let call = lines.exampleCall(around: line) {
            return
                "Work \(Self.quoted(found.2)) out by hand for \(Self.quoted(call)), part by part: what does each part give, and "
                + "what comes out in the end? Then the same for the smallest input that somebody may give \(from)."
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
        guard let found = text.firstMatch(of: kept(#/^([\w.\[\]']+)\s*([-+*\/])=\s*(.+?);?$/#)) else { return nil }
        let (name, part) = (Self.quoted(found.1), Self.quoted(found.3))
        return
            "What does \(name) hold before this line runs for the first time, and after each of its runs, if "
            + "\(part) is 2 and then 3?"
    }

    private var assignment: String? {
        let form =
            kept(#/^(?:const |let |var |final |my |local )?\s*([\w.]+)(?:\s*:\s*[\w<>\[\], ?]+)?\s*:?=\s*([^=].*?);?$/#)
        guard let found = text.firstMatch(of: form) else { return nil }
        let (name, value) = (Self.quoted(found.1), String(found.2))
        let isLiteral = value.contains(
            kept(#/^(?:-?[\d.]+|["'].*["']|\[\]|\{\}|\(\)|None|null|nil|undefined|[Tt]rue|[Ff]alse)$/#))
        if let made = made(name, value) { return made }
        if isLiteral {
            return
                "Why does \(name) begin with \(Self.quoted(value))? For which input would that still be there "
                + "at the end, and would it be right?"
        }
        if isInLoop {
            return
                "What does \(name) hold after the first round of the loop\(inCall), and after the second? What became of "
                + "the value before?"
        }
        return
            "What does \(name) hold after this line\(inCall), and of which type is it? Say it before you print it."
    }

    /// What is made of a list, waited for, read from a person, or only named twice.
    private func made(_ name: String, _ value: String) -> String? {
        if value.contains(kept(#/^await\b/#)) {
            return
                "What has happened by the time \(name) has its value, and what does it hold if the answer does not come, or is "
                + "an error? What would it hold without `await`?"
        }
        if value.contains(kept(#/^(?:\w+\()?(?:input|prompt|readLine)\(/#)) {
            return
                "Of which type is \(name) after this line if somebody types 7? And if they type nothing, or a word?"
        }
        if let state = text.firstMatch(of: kept(#/\[\s*(\w+)\s*,\s*(\w+)\s*\]\s*=\s*useState/#)) {
            return
                "What does `\(state.1)` hold in the first drawing, and which lines call `\(state.2)`? What is `\(state.1)` on the "
                + "line right after such a call?"
        }
        if value.contains(kept(#/^\{.+[:].+\}$/#)) {
            return "Which keys does \(name) have, and what does a lookup give for a key that is not among them?"
        }
        if value.contains(kept(#/^(?:\[.+\]|\[\]\w+\{.+\})$/#)) {
            return "How many elements has \(name), which stands first, and which place has the last one?"
        }
        if value.contains(kept(#/^[a-z_]\w*$/#)), !["true", "false", "nil", "null", "undefined"].contains(value),
            isChanged(value)
        {
            return
                "After this line, are \(name) and \(Self.quoted(value)) one thing with two names, or two? Change one of them: "
                + "what does the other hold?"
        }
        return nil
    }

    private func isChanged(_ name: String) -> Bool {
        lines.code.contains { $0.contains(name + "[") || $0.contains(name + ".") }
    }

    private var call: String? {
        guard let found = text.firstMatch(of: kept(#/^(?:await\s+|try\s+)?([\w.]+)\((.*)\)\s*;?$/#)) else { return nil }
        let given = found.2.isEmpty ? "nothing" : Self.quoted(found.2)
        return
            "What is different after \(Self.quoted(found.1)) has run with \(given), and what does it hand back? "
            + "Who uses that?"
    }

    private var names: String? {
        let names = Self.names(in: lines.code[line]).prefix(2).map(Self.quoted)
        guard let first = names.first else { return nil }
        return "What is \(first) when this line runs\(inCall), and which line above gave it that value?"
    }

    // MARK: Around

    private var isInLoop: Bool {
        let own = lines.indentation(line)
        for above in stride(from: line - 1, through: 0, by: -1) {
            let text = lines.code[above].trimmingSpaces
            guard !text.isEmpty, lines.indentation(above) < own else { continue }
            if text.contains(kept(#/^(?:for|while)\b/#)) { return true }
            if lines.functions.contains(where: { $0.line == above }) { return false }
        }
        return false
    }

    /// The names in code, each once, without the language's own words.
    private static func names(in code: String) -> [String] {
        var seen: Set<String> = []
        return code.matches(of: kept(#/[A-Za-z_]\w*/#)).map { String($0.0) }.filter {
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
