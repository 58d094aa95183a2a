import Review

/// What to try code with before anybody calls it right: inputs that fit what it takes.
struct TrialInputs {
    private let line: Int
    private let lines: CodeLines
    private let function: CodeLines.Function?
    private let parameters: [Parameter]

    private struct Parameter {
        let name: String
        let kind: Kind
    }

    private enum Kind: String {
        case wanted = "one that is there and one that is not"
        case file = "one that is there, one that is not, and none at all"
        case list = "no value, one value, and three values"
        case unordered = "no value, one value, and three values that are in no order"
        case text = "an empty text, one letter, and one with a blank and a capital letter in it"
        case number = "0, 1, a negative number and a large one"
        case year = "1900, 2000, 2023 and 2024"
        case flag = "yes and no"
        case thing = "the smallest, an ordinary one, and the strangest that can come"
    }

    /// For a line of the code that somebody wants judged.
    init(line: Int, in lines: CodeLines) {
        self.line = line
        self.lines = lines
        let function = lines.function(around: line) ?? lines.functions.first { $0.line == line }
        self.function = function
        parameters = function.map { Self.parameters(of: $0, lines) } ?? []
    }

    /// What to try, and what to say beforehand.
    var question: String {
        if let whole { return whole }
        guard let function, !parameters.isEmpty else {
            return LineQuestion(line, in: lines)?.question ?? MentorConcept.judging.question
        }
        return "What should `\(function.name)` give for \(trials)?" + byHand
    }

    /// What a function should give, where its parameters are known; nil elsewhere.
    var ofResult: String? {
        guard whole == nil, function != nil, !parameters.isEmpty else { return nil }
        return question
    }

    var pointer: String {
        if whole != nil {
            return
                "Write each trial on a line of its own, with what should come out beside it, before you look. The first "
                + "that comes out otherwise leads you to the place; where none does, say which trial you have left out."
        }
        guard let function, !parameters.isEmpty else { return MentorConcept.judging.pointer }
        return
            "Make a table: a row for \(trials); in the first column what `\(function.name)` should give, found without "
            + "the code, in the second what it gives. The first row in which the two differ leads you to the place; "
            + "where none does, say which input you have left out."
    }

    private var byHand: String {
        let text = lines.written[line].trimmingSpaces
        guard lines.isQuotable(line), let found = text.firstMatch(of: kept(#/^return\b\s*(.+?);?$/#)),
            CodeLines.isWorkedOut(found.1)
        else { return "" }
        return " Work `\(String(found.1).filter { $0 != "`" })` out by hand for each before you run it."
    }

    private var trials: String {
        let shown = Array(parameters.prefix(2))
        if shown.count == 2, shown[0].kind == shown[1].kind {
            return "`\(shown[0].name)` and `\(shown[1].name)`, each = \(shown[0].kind.rawValue)"
        }
        return shown.map { "`\($0.name)` = \($0.kind.rawValue)" }.joined(separator: ", and ")
    }

    /// What is asked of whole statements, pages, style sheets and scripts.
    private var whole: String? {
        switch lines.language {
        case .sql:
            let table = lines.code.lazy.compactMap { $0.firstMatch(of: kept(#/(?i)\b(?:from|update|into)\s+(\w+)/#)) }
                .first
            guard let table else { return nil }
            return
                "Make up four rows for `\(table.1)`, two of which differ in one value alone, and one in which a value is "
                + "missing: which of them come out, or change, and which line of the statement decides it?"
        case .html:
            return "What does somebody meet here who has no mouse, no pictures, or a screen as narrow as a hand?"
        case .css, .scss:
            return "How does it look with ten times as much text, with none, and in a window as narrow as a hand?"
        case .shell:
            return
                "What does it do without any argument, with one that holds a blank, and for a file that is not there? "
                + "Put `echo` before what changes something first."
        default:
            let isPage = lines.code.contains { $0.contains(kept(#/(?:return|=>)\s*\(?\s*<\w|^\s*<[A-Za-z]/#)) }
            guard isPage, let function = lines.functions.first else { return nil }
            return
                "What does `\(function.name)` show at first, after one action, and after two quick ones, and which line "
                + "makes it so?"
        }
    }

    // MARK: Reading parameters

    private static func parameters(of function: CodeLines.Function, _ lines: CodeLines) -> [Parameter] {
        // A declaration may go on over a few lines.
        let text = lines.code[function.line..<min(function.line + 4, lines.code.count)].joined(separator: " ")
        guard let name = text.firstRange(of: function.name),
            let open = text[name.upperBound...].firstIndex(of: "(")
        else { return [] }
        var (depth, parts, part): (Int, [String], String) = (0, [], "")
        for character in text[text.index(after: open)...] {
            if character == ")", depth == 0 { break }
            if "([{<".contains(character) { depth += 1 }
            if ")]}>".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        parts.append(part)
        let body = function.body.map { lines.code[$0] }.joined(separator: "\n")
        return parts.compactMap { parameter(String($0).trimmingSpaces, body) }
    }

    private static func parameter(_ text: String, _ body: String) -> Parameter? {
        let declared = text.split(separator: "=", maxSplits: 1).first.map { String($0).trimmingSpaces } ?? ""
        let halves = declared.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        var words = (halves.first ?? "").split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        var type = halves.count > 1 ? halves[1] : ""
        // Swift writes a label first, Go the type last, C and Java the type first.
        if halves.count > 1, words.count > 1 { words.removeFirst() }
        if halves.count == 1, words.count > 1 {
            let isTypeFirst = ["int", "long", "double", "float", "bool", "boolean", "char", "String", "const", "final"]
                .contains(words[0])
            type = isTypeFirst ? words[0] : declared.drop { $0 != " " && $0 != "\t" }.description
            words = isTypeFirst ? [words[words.count - 1]] : [words[0]]
        }
        guard let name = words.first, !["self", "this", "cls", "ctx", "_"].contains(name), !name.isEmpty else {
            return nil
        }
        return Parameter(name: name, kind: kind(of: name, type.lowercased(), body))
    }

    private static let textNames: Set<String> = [
        "text", "word", "name", "string", "letter", "s", "str", "line", "sentence", "password", "email", "title",
        "message", "url", "parola", "testo", "palabra", "texto", "nombre", "mot", "texte", "nom", "phrase", "wort",
        "satz",
        "palavra",
    ]

    private static func kind(of name: String, _ type: String, _ body: String) -> Kind {
        let word = name.lowercased()
        if word == "year" || word.hasSuffix("_year") || word == "jahr" { return .year }
        let parts = CodeLines.parts(of: name)
        if !Set(parts).isDisjoint(with: ["wanted", "target", "needle", "key", "query", "search", "item"]) {
            return .wanted
        }
        if !Set(parts).isDisjoint(with: ["sorted", "ordered"]) { return .list }
        if !Set(parts).isDisjoint(with: ["path", "file", "filename"]), !type.contains("[") { return .file }
        // An order matters only to what compares its values.
        let isCompared =
            body.contains("sort") || body.contains("max(") || body.contains("min(") || body.contains(" > ")
            || body.contains(" < ")
        if type.contains("[]") || type.contains("list") || type.contains("array") || type.hasPrefix("[") {
            return isCompared ? .unordered : .list
        }
        if type.contains("str") { return .text }
        if type.contains("bool") { return .flag }
        if ["int", "number", "float", "double", "long", "decimal"].contains(where: type.contains) { return .number }
        if !Set(parts).isDisjoint(with: textNames) || textNames.contains(word) { return .text }
        let isWalked =
            body.contains("in " + name) || body.contains("of " + name) || body.contains(name + "[")
            || body.contains("len(" + name) || body.contains(name + ".length") || body.contains(name + ".count")
            || body.contains("range " + name)
        let isPlural = word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
        if isWalked || isPlural { return isCompared ? .unordered : .list }
        for sign in [" + ", " - ", " * ", " / ", " % ", " < ", " > ", " <= ", " >= "]
        where body.contains(name + sign) || body.contains(sign + name) { return .number }
        return .thing
    }
}
