import Patterns

/// What to ask of somebody who quotes an error message: about the name that it tells, at the line that has that name.
struct ErrorQuestion: Sendable {
    /// Counted from 0.
    let line: Int
    let question: String

    private struct Kind: Sendable {
        /// Its last group, where it has one, is the name that the message tells.
        let message: String
        /// Where no line has the name, the first line with one of these is meant.
        let signs: [String]
        /// With `$NAME` for what the message tells.
        let question: String
    }

    /// A question with none of these, in small letters, quotes no message that is known.
    ///
    /// Most have none, and expressions take their time.
    private static let marks = [
        "error", "not defined", "reading '", "attribute '", "does not exist", "not a function", "out of range",
        "out of bounds", "nil map", "found nil", "operator expected", "open files", "ambiguous",
        "must appear in", "concatenate", "unsupported operand", "not assignable", "zero", "indented block",
    ]

    init?(_ asked: String, in lines: CodeLines) {
        let small = asked.lowercased()
        guard Self.marks.contains(where: { small.contains($0) }) else { return nil }
        for kind in Self.kinds {
            guard let message = try? Regex<AnyRegexOutput>(kind.message), let found = asked.firstMatch(of: message)
            else { continue }
            let name = found.output.count > 1 ? found.output[found.output.count - 1].substring.map(String.init) : nil
            let signs = [name].compactMap(\.self) + kind.signs
            let place =
                Self.subscripted(kind, name, lines)
                ?? signs.lazy.compactMap { sign in
                    lines.code.indices.last { lines.written[$0].contains(sign) && lines.isQuotable($0) }
                }.first
            guard let place else { continue }
            line = place
            question = kind.question.replacing("$NAME", with: name.map { "`\($0)`" } ?? "it")
            return
        }
        return nil
    }

    /// For a message about a key or an index: where one is asked for, at best the one that the message tells.
    private static func subscripted(_ kind: Kind, _ name: String?, _ lines: CodeLines) -> Int? {
        guard kind.signs == ["["] else { return nil }
        let asked = lines.code.indices.filter { lines.isQuotable($0) && lines.code[$0].contains(kept(/\w\[[^\]:]/)) }
        return asked.first { index in
            name.map { lines.written[index].contains(kept(/["']/)) && lines.written[index].contains($0) } ?? false
        } ?? asked.last
    }

    private static let kinds = [
        Kind(
            message: #"KeyError:?\s*['"]?(\w+)"#, signs: ["["],
            question: "Which keys are there when this line runs, and is $NAME one of them? Which line put them in?"),
        Kind(
            message: #"UnboundLocalError.*?variable\s+['"]?(\w+)"#, signs: [],
            question:
                "Which $NAME does the function write to: the one outside, or one of its own? What does that one "
                + "hold when it is read?"
        ),
        Kind(
            message: #"(?:NameError|ReferenceError).*?['"]?(\w+)['"]? is not defined"#, signs: [],
            question: "Where does $NAME get its first value, and has that line run before this one?"),
        Kind(
            message: #"reading '(\w+)'"#, signs: ["."],
            question:
                "What stands before the dot at $NAME when this line runs, and on which way did it come to be "
                + "nothing?"),
        Kind(
            message: #"NoneType.*?attribute '(\w+)'"#, signs: ["."],
            question:
                "What stands before the dot at $NAME when this line runs, and on which way did it come to be "
                + "nothing?"),
        Kind(
            message: #"Property '?(\w+)'? does not exist"#, signs: ["."],
            question: "What does the type of what stands before $NAME promise, and where was that said?"),
        Kind(
            message: #"(\w+) is not a function"#, signs: ["("],
            question: "What is $NAME when this line runs? Print its type before you call it."),
        Kind(
            message: #"(?i)IndexError|out of (?:range|bounds)"#, signs: ["["],
            question: "Which index does this line ask for in its last round, and how long is the list then?"),
        Kind(
            message: #"(?i)assignment to entry in nil map"#, signs: ["map["],
            question: "Who has made the map that this line names, before the first entry is put into it?"),
        Kind(
            message: #"(?i)unexpectedly found nil"#, signs: ["!"],
            question:
                "For which input does what stands before the `!` hold nothing, and who decided that this cannot be?"),
        Kind(
            message: #"(?i)(?:unary|binary) operator expected"#, signs: ["[ $", "["],
            question:
                "What is left between the brackets once the shell has put the value in, if that is empty or has a blank?"
        ),
        Kind(
            message: #"(?i)too many open files"#, signs: ["defer", "open(", "Open("],
            question: "How many files are open after a thousand rounds, and which line closes one, when?"),
        Kind(
            message: #"(?i)must appear in the GROUP BY"#, signs: ["select", "SELECT"],
            question: "Of the rows that become one here, whose value would be shown?"),
        Kind(
            message: #"(?i)column (?:reference )?["'`]?([\w.]+)["'`]? is ambiguous"#, signs: ["select", "SELECT"],
            question: "In how many of the tables that stand here is there a $NAME, and which one do you mean?"),
        Kind(
            message: #"(?i)ambiguous column(?: name)?:? ["'`]?([\w.]+)"#, signs: ["select", "SELECT"],
            question: "In how many of the tables that stand here is there a $NAME, and which one do you mean?"),
        Kind(
            message: #"(?i)concatenate|unsupported operand|not assignable"#, signs: [" + ", "+"],
            question:
                "Of which type is each part of this line on its own, and what does the sign between them do "
                + "with two such types?"
        ),
        Kind(
            message: #"(?i)ZeroDivision|division by zero"#, signs: ["/", "%"],
            question: "For which input is what stands behind the sign zero, and what should come out then?"),
        Kind(
            message: #"(?i)IndentationError|expected an indented block"#, signs: [":"],
            question: "Which lines belong to what this line opens, and by what would a reader see that?"),
    ]
}
