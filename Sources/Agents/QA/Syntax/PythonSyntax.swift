import Patterns

/// What Python's grammar never allows, told from neighbouring tokens, headers of statements and blocks.
///
/// Spec: https://docs.python.org/3/reference/grammar.html
struct PythonSyntax {
    private let tokens: [SyntaxToken]

    static func check(_ bytes: [UInt8]) throws(SyntaxStop) {
        let syntax = PythonSyntax(tokens: try PythonTokens.of(bytes))
        try syntax.checkNeighbours()
        try syntax.checkStatements()
        try syntax.checkArguments()
    }

    private func problem(_ token: SyntaxToken, _ message: String) -> SyntaxStop {
        .problem(SyntaxProblem(line: token.line, message: message))
    }

    private static let keywords = WordList.set(
        "False None True and as assert async await break class continue def del elif else except finally for from global if "
            + "import in is lambda nonlocal not or pass raise return try while with yield")
    private static let constants = WordList.set("True False None")
    /// Signs that need a value before and after them; `*`, `-`, `+`, `~` and `.` have other uses.
    private static let infix = WordList.set(
        "/ // % @ & | ^ << >> < > <= >= == != <> = += -= *= /= //= %= @= &= |= ^= <<= >>= **= := ->")
    private static let infixWords = WordList.set("and or is in if else")
    /// Words that are names elsewhere, and that begin a statement with a value right behind them.
    private static let softWords = WordList.set("match case type")

    private func endsValue(_ token: SyntaxToken) -> Bool {
        switch token.kind {
        case .number, .text: true
        case .name: !Self.keywords.contains(token.text) || Self.constants.contains(token.text)
        case .sign: [")", "]", "}", "..."].contains(token.text)
        default: false
        }
    }

    private func startsValue(_ token: SyntaxToken) -> Bool {
        switch token.kind {
        case .number, .text: true
        case .name:
            !Self.keywords.contains(token.text) || Self.constants.contains(token.text)
                || ["lambda", "not", "await", "yield"].contains(token.text)
        case .sign: ["(", "[", "{", "...", "-", "+", "~", "*", "**"].contains(token.text)
        default: false
        }
    }

    // MARK: Neighbours

    private func checkNeighbours() throws(SyntaxStop) {
        guard tokens.count > 1 else { return }
        var first = true
        for index in 0..<tokens.count - 1 {
            let (one, next) = (tokens[index], tokens[index + 1])
            if one.kind == .lineEnd || one.kind == .indent || one.kind == .dedent {
                first = true
                continue
            }
            defer { first = one.isSign(";") }
            let before = index > 0 ? tokens[index - 1] : nil
            try checkPair(one, next, before: before, isFirst: first)
        }
    }

    private func checkPair(_ one: SyntaxToken, _ next: SyntaxToken, before: SyntaxToken?, isFirst: Bool)
        throws(SyntaxStop)
    {
        let isSoft = isFirst && one.kind == .name && Self.softWords.contains(one.text)
        // `from ...package import name`
        let isRelative = one.isSign("...") && (before?.isName("from") == true || before?.isSign("...") == true)
        if endsValue(one), !isRelative, next.isValue || next.kind == .name && endsValue(next) || next.isSign("{") {
            let joins = one.kind == .text && next.kind == .text
            if !joins, !isSoft {
                throw problem(next, "“\(one.text)” and “\(next.text)” stand side by side with nothing between")
            }
        }
        if endsValue(one), !isSoft, next.isName("lambda") || next.isSign("...") {
            throw problem(next, "“\(one.text)” and “\(next.text)” stand side by side with nothing between")
        }
        let needsValue =
            one.kind == .sign && Self.infix.contains(one.text)
            || one.kind == .name && Self.infixWords.contains(one.text)
            || one.isName("not")
        if needsValue, !startsValue(next), !isException(one, next, before) {
            throw problem(one, "“\(one.text)” has nothing after it")
        }
        if one.isSign("."), next.kind != .name, !(next.isSign(".") || next.isSign("...")) {
            throw problem(one, "a name is missing after the dot")
        }
        if ["-", "+", "~"].contains(one.text), one.kind == .sign, !startsValue(next) {
            throw problem(one, "“\(one.text)” has nothing after it")
        }
        if one.kind == .sign, ["(", "[", "{"].contains(one.text) { try checkOpened(one, next) }
        if one.isSign(","), next.isSign(",") || next.isSign(".") || next.isSign(";") {
            throw problem(next, "something is missing between “,” and “\(next.text)”")
        }
        if one.isSign(":"), one.bracket != 0, one.bracket != UInt8(ascii: "["),
            next.isSign(")") || next.isSign("}") || next.isSign(",")
        {
            throw problem(one, "a value is missing after the colon")
        }
        if one.isSign(":"), next.kind == .sign, Self.infix.contains(next.text) {
            throw problem(next, "“\(next.text)” cannot follow the colon")
        }
        if one.isSign("*") || one.isSign("**"),
            next.kind == .lineEnd && before?.isName("import") != true
                || [")", "]", "}"].contains(next.text) && next.kind == .sign
        {
            throw problem(one, "“\(one.text)” has nothing after it")
        }
        if one.isName("def"), next.kind != .name { throw problem(one, "a name is missing after “def”") }
        if one.isName("class"), next.kind != .name { throw problem(one, "a name is missing after “class”") }
        if before?.isName("def") == true, !next.isSign("("), !next.isSign("[") {
            throw problem(one, "parameters are missing after “def \(one.text)”")
        }
        if one.isName("import"), next.kind != .name, !next.isSign("("), !next.isSign("*") {
            throw problem(one, "a name is missing after “import”")
        }
    }

    private func isException(_ one: SyntaxToken, _ next: SyntaxToken, _ before: SyntaxToken?) -> Bool {
        switch one.text {
        // `def f(a, /, b)`, `lambda a, /: a`
        case "/": before?.isSign(",") == true && [",", ")", ":"].contains(next.text)
        case "else": next.isSign(":")
        case "is": next.isName("not")
        case "not": next.isName("in")
        case "in": false
        default: false
        }
    }

    private func checkOpened(_ one: SyntaxToken, _ next: SyntaxToken) throws(SyntaxStop) {
        let isSlice = one.text == "[" && next.isSign(":")
        let isWrong =
            next.kind == .sign && (Self.infix.contains(next.text) || [",", ":", ";"].contains(next.text)) && !isSlice
            || next.kind == .name
                && (Self.infixWords.contains(next.text) || ["for", "as", "def", "class", "elif"].contains(next.text))
        if isWrong { throw problem(next, "“\(next.text)” cannot follow “\(one.text)”") }
    }

    // MARK: Statements

    private static let assignments = WordList.set("= += -= *= /= //= %= @= &= |= ^= <<= >>= **=")
    private static let headers = WordList.set("if elif else for while try except finally with def class")

    /// What came before a statement at its level.
    private struct Level {
        /// The word that opened it: `def`, `for`; empty for the file itself.
        var opener = ""
        var last = ""
        var lastLine = 0
    }

    private func checkStatements() throws(SyntaxStop) {
        var levels = [Level()]
        var opensBlock: SyntaxToken?
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .indent:
                guard let header = opensBlock else { throw problem(token, "a block begins where none was opened") }
                opensBlock = nil
                levels.append(Level(opener: header.text))
                index += 1
            case .dedent:
                try checkEnd(levels.removeLast())
                index += 1
            case .lineEnd: index += 1
            default:
                if let header = opensBlock { throw problem(header, "the block that “\(header.text)” opens is missing") }
                let end = tokens[index...].firstIndex { $0.kind == .lineEnd } ?? tokens.count
                let statement = tokens[index..<end]
                try checkStatement(statement, &levels[levels.count - 1])
                let head = token.isName("async") ? statement.dropFirst().first ?? token : token
                try checkPlaces(statement, head, levels.map(\.opener))
                let last = statement.last { $0.kind != .indent }
                opensBlock = last?.isSign(":") == true && last?.bracket == 0 ? head : nil
                index = end
            }
        }
        if let header = opensBlock { throw problem(header, "the block that “\(header.text)” opens is missing") }
        if let level = levels.last { try checkEnd(level) }
    }

    private func checkEnd(_ level: Level) throws(SyntaxStop) {
        guard level.last == "try" else { return }
        throw .problem(SyntaxProblem(line: level.lastLine, message: "“try” has neither “except” nor “finally”"))
    }

    private func checkStatement(_ statement: ArraySlice<SyntaxToken>, _ level: inout Level) throws(SyntaxStop) {
        guard var first = statement.first else { return }
        if first.isName("async"), statement.count > 1 { first = statement[statement.startIndex + 1] }
        let word = first.kind == .name ? first.text : ""
        if level.last == "try", word != "except", word != "finally" { try checkEnd(level) }
        let allowed: [String: Set<String>] = [
            "elif": ["if", "elif"], "else": ["if", "elif", "for", "while", "except"], "except": ["try", "except"],
            "finally": ["try", "except", "else"],
        ]
        if let before = allowed[word], !before.contains(level.last) {
            throw problem(first, "“\(word)” has nothing before it that it could belong to")
        }
        (level.last, level.lastLine) = (word, first.line)
        guard Self.headers.contains(word) else { return }
        var lambdas = 0
        for token in statement where token.bracket == 0 {
            if token.isName("lambda") { lambdas += 1 }
            if token.isSign(":") {
                if lambdas == 0 { return }
                lambdas -= 1
            }
            // `if x = 3:`; defaults of a `lambda` are no assignment.
            if lambdas == 0, token.kind == .sign, Self.assignments.contains(token.text) {
                throw problem(token, "“\(token.text)” cannot stand in the head of “\(word)”")
            }
        }
        throw problem(first, "the colon after “\(word)” is missing")
    }

    // MARK: Places

    /// What may stand in a function or a loop alone, and what nothing can be assigned to.
    private func checkPlaces(
        _ statement: ArraySlice<SyntaxToken>, _ head: SyntaxToken, _ openers: [String]
    ) throws(SyntaxStop) {
        let isHeader = head.kind == .name && Self.headers.contains(head.text)
        let openers = isHeader ? openers + [head.text] : openers
        var begins = true
        for index in statement.indices {
            let token = statement[index]
            let next = index + 1 < statement.endIndex ? statement[index + 1] : nil
            if begins { try checkPlace(token, before: next, openers) }
            begins = token.bracket == 0 && (token.isSign(";") || isHeader && token.isSign(":"))
        }
    }

    private func checkPlace(_ token: SyntaxToken, before next: SyntaxToken?, _ openers: [String]) throws(SyntaxStop) {
        if token.isName("return"), !openers.contains("def") {
            throw problem(token, "“return” stands outside of any function")
        }
        if token.isName("break") || token.isName("continue") {
            let loop = openers.lastIndex { $0 == "for" || $0 == "while" }
            let body = openers.lastIndex { $0 == "def" || $0 == "class" }
            if loop.map({ $0 < (body ?? -1) }) ?? true {
                throw problem(token, "“\(token.text)” stands outside of any loop")
            }
        }
        let isFixed = token.isValue || token.kind == .name && Self.constants.contains(token.text)
        if isFixed, let next, next.kind == .sign, Self.assignments.contains(next.text) {
            throw problem(token, "nothing can be assigned to “\(token.text)”")
        }
    }

    // MARK: Arguments

    /// The arguments of a call, or the parameters of a function, that are being read.
    private struct Arguments {
        /// Whether it is a list that can have names at all: behind a value, in round brackets.
        let isList: Bool
        let isDefinition: Bool
        var isNamed = false
        var begins = true
        /// How many `lambda` have their parameters still to come.
        var lambdas = 0
    }

    /// `f(a=1, 2)` and `def f(a=1, b):`.
    private func checkArguments() throws(SyntaxStop) {
        var open: [Arguments] = []
        for index in tokens.indices {
            let token = tokens[index]
            if let last = open.last, last.begins, last.isList, !token.isSign(")") {
                let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
                let isStar = token.isSign("*") || token.isSign("/")
                let names = token.isSign("**") || token.kind == .name && names(behind: index, last.isDefinition)
                if isStar, last.isDefinition { open[open.count - 1].isNamed = false }
                // What follows a `*` may have a value or not.
                if token.isSign("*"), last.isDefinition {
                    open[open.count - 1] = Arguments(isList: false, isDefinition: true)
                }
                if names {
                    open[open.count - 1].isNamed = true
                } else if last.isNamed, !isStar, next != nil {
                    throw problem(token, "“\(token.text)” cannot follow what has a name")
                }
            }
            if var last = open.popLast() {
                if token.isName("lambda") { last.lambdas += 1 }
                if token.isSign(":"), last.lambdas > 0 { last.lambdas -= 1 }
                last.begins = token.isSign(",") && last.lambdas == 0
                open.append(last)
            }
            if token.kind == .sign, ["(", "[", "{"].contains(token.text) {
                let before = index > 0 ? tokens[index - 1] : nil
                let isList = token.text == "(" && before.map(endsValue) == true && before?.isValue == false
                let isDefinition = index > 1 && tokens[index - 2].isName("def")
                open.append(Arguments(isList: isList, isDefinition: isDefinition))
            } else if token.kind == .sign, [")", "]", "}"].contains(token.text) {
                _ = open.popLast()
            }
        }
    }

    /// Whether the name at a place is an argument's, or a parameter's that has a value.
    private func names(behind index: Int, _ isDefinition: Bool) -> Bool {
        guard index + 1 < tokens.endIndex else { return false }
        guard isDefinition else { return tokens[index + 1].isSign("=") }
        var depth = 0
        for token in tokens[(index + 1)...] {
            if token.kind == .sign, ["(", "[", "{"].contains(token.text) { depth += 1 }
            if token.kind == .sign, [")", "]", "}"].contains(token.text) { depth -= 1 }
            if depth < 0 || depth == 0 && token.isSign(",") { return false }
            if depth == 0, token.isSign("=") { return true }
        }
        return false
    }
}
