import Patterns

/// What the grammar of JavaScript and TypeScript never allows, told from neighbouring tokens.
///
/// Spec: https://tc39.es/ecma262/#sec-ecmascript-language-expressions
struct ScriptSyntax {
    private let tokens: [SyntaxToken]

    static func check(_ bytes: [UInt8], isTyped: Bool, hasElements: Bool) throws(SyntaxStop) {
        let tokens = try ScriptTokens.of(bytes, isTyped: isTyped, hasElements: hasElements)
        try ScriptSyntax(tokens: tokens).checkNeighbours()
    }

    private func problem(_ token: SyntaxToken, _ message: String) -> SyntaxStop {
        .problem(SyntaxProblem(line: token.line, message: message))
    }

    /// Signs that need a value on both sides, whatever stands around.
    private static let infix = WordList.set(
        "= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??= == != === !== <= >= && || ?? % ** ^ =>")
    private static let closing = WordList.set(") ] }")
    /// Words that a number or a text may follow on their line.
    private static let beforeValue = WordList.set(
        "return case typeof import from export default throw new delete void in of instanceof else do yield await as is "
            + "extends module get set static async readonly public private protected declare keyof infer satisfies override "
            + "abstract accessor asserts global enum require const let var type unique out")
    /// Words that may stand right after a number or a text.
    private static let afterValue = WordList.set("in of instanceof as is extends satisfies from with assert and")
    /// Words that may have another word beside them.
    private static let besides = beforeValue.union(
        WordList.set(
            "function class interface namespace implements using if for while switch try catch finally with debugger break "
                + "continue goto opaque component hook renders defer source"))

    private func checkNeighbours() throws(SyntaxStop) {
        for index in tokens.indices {
            let one = tokens[index]
            let before = index > 0 ? tokens[index - 1] : nil
            guard index + 1 < tokens.count else {
                if one.kind == .sign, Self.infix.contains(one.text) || one.text == "." || one.text == "," {
                    throw problem(one, "“\(one.text)” has nothing after it")
                }
                return
            }
            let next = tokens[index + 1]
            if one.kind == .sign { try checkSign(one, next, before: before, index: index) }
            if one.isValue || one.kind == .name { try checkValue(one, next, before: before) }
        }
    }

    private func checkSign(_ one: SyntaxToken, _ next: SyntaxToken, before: SyntaxToken?, index: Int) throws(SyntaxStop)
    {
        let ends = next.kind == .sign && (Self.closing.contains(next.text) || [";", ","].contains(next.text))
        if Self.infix.contains(one.text), ends || next.kind == .sign && Self.infix.contains(next.text) {
            // TypeScript's `let x: Array<string>= …` has the closing bracket in the sign.
            if !(one.text == ">=" && next.kind == .sign) { throw problem(one, "“\(one.text)” has nothing after it") }
        }
        switch one.text {
        case ".", "?.":
            let isCall = one.text == "?." && (["(", "["].contains(next.text) || next.text == "`")
            if next.kind != .name, !isCall, next.text != "<" {
                throw problem(one, "a name is missing after “\(one.text)”")
            }
        case "(", "[", "{":
            guard next.kind == .sign else { return }
            let isFor = one.text == "(" && before.map { $0.isName("for") || $0.isName("await") } ?? false
            let isWrong =
                Self.infix.contains(next.text) || next.text == "." || next.text == "?."
                || next.text == ":" && one.text != "[" || next.text == "," && one.text != "["
                || next.text == ";" && one.text == "(" && !isFor
            if isWrong { throw problem(next, "“\(next.text)” cannot follow “\(one.text)”") }
        case ",":
            guard next.kind == .sign else { return }
            let isHole = next.text == "," && one.bracket == UInt8(ascii: "[")
            if Self.infix.contains(next.text) || [",", ":", ".", ";"].contains(next.text) && !isHole {
                throw problem(next, "something is missing between “,” and “\(next.text)”")
            }
        case ":":
            if next.kind == .sign, ["=", ")", "]", ","].contains(next.text) {
                throw problem(one, "something is missing after the colon")
            }
        case ";":
            try checkSemicolon(one, index: index)
        default: break
        }
    }

    /// Only the three parts of a `for` are parted by semicolons in brackets.
    private func checkSemicolon(_ one: SyntaxToken, index: Int) throws(SyntaxStop) {
        guard one.bracket == UInt8(ascii: "(") || one.bracket == UInt8(ascii: "[") else { return }
        var depth = 0
        var place = index - 1
        while place >= 0 {
            let token = tokens[place]
            if token.kind == .sign, Self.closing.contains(token.text) { depth += 1 }
            if token.kind == .sign, ["(", "[", "{"].contains(token.text) {
                if depth == 0 { break }
                depth -= 1
            }
            place -= 1
        }
        let opener = place > 0 ? tokens[place - 1] : nil
        if opener?.isName("for") != true, opener?.isName("await") != true {
            throw problem(one, "a “;” stands inside of brackets")
        }
    }

    private func checkValue(_ one: SyntaxToken, _ next: SyntaxToken, before: SyntaxToken?) throws(SyntaxStop) {
        let isMember = before.map { $0.isSign(".") || $0.isSign("?.") } ?? false
        if one.kind == .name, !isMember { try checkKeyword(one, next, before: before) }
        guard !next.startsLine, next.line == one.line || one.isValue else { return }
        let message = "“\(one.text)” and “\(next.text)” stand side by side with nothing between"
        if one.isValue, one.text != "`", one.text != "/" {
            if next.kind == .number || next.kind == .text && next.text != "`" { throw problem(next, message) }
            if next.kind == .name, !Self.afterValue.contains(next.text) { throw problem(next, message) }
            return
        }
        guard one.kind == .name, isMember || !Self.besides.contains(one.text) else { return }
        if next.kind == .number || next.kind == .text && next.text != "`" && next.text != "/" {
            throw problem(next, message)
        }
        guard next.kind == .name, !Self.besides.contains(next.text), !next.text.hasPrefix("#") else { return }
        throw problem(next, message)
    }

    private func checkKeyword(_ one: SyntaxToken, _ next: SyntaxToken, before: SyntaxToken?) throws(SyntaxStop) {
        let isKey = next.kind == .sign && [":", "(", "?", ",", "}", "=", ";", "<", "!"].contains(next.text)
        switch one.text {
        case "const", "var":
            let starts =
                one.startsLine || before.map { $0.isName("export") || $0.isSign(";") || $0.isSign("{") } ?? true
            let isDeclared = next.kind == .name || next.isSign("{") || next.isSign("[")
            if starts, !isDeclared, !(isKey && !next.isSign("=") && !next.isSign(";")) {
                throw problem(one, "a name is missing after “\(one.text)”")
            }
        case "function":
            if next.isValue || next.isSign("{") || next.isSign(")") || next.isSign("]") {
                throw problem(one, "a name or “(” is missing after “function”")
            }
        case "if", "while", "switch":
            if one.startsLine, next.isValue || next.kind == .name {
                throw problem(one, "“(” is missing after “\(one.text)”")
            }
        default: break
        }
    }
}
