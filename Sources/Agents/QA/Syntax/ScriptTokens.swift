/// The tokens of JavaScript and TypeScript, with elements (JSX), templates and regular expressions.
///
/// Code in templates and elements comes between signs of its own, so that no rule looks across their borders.
/// Spec: https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar
struct ScriptTokens {
    private let bytes: [UInt8]
    private let isTyped: Bool
    private let hasElements: Bool
    var index = 0
    var line = 1
    private var brackets = OpenBrackets()
    private var tokens: [SyntaxToken] = []
    private var startsLine = true
    /// Whether a `/` here divides, and a `<` compares.
    private var afterOperand = false
    /// For each open bracket: whether a value has ended once it closes.
    private var valueAfter: [Bool] = []

    static func of(_ bytes: [UInt8], isTyped: Bool, hasElements: Bool) throws(SyntaxStop) -> [SyntaxToken] {
        var lexer = ScriptTokens(bytes: bytes, isTyped: isTyped, hasElements: hasElements)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lexer.index = 3 }
        if bytes[lexer.index...].starts(with: "#!".utf8) { lexer.skipLine() }
        try lexer.code(untilBrace: false, depth: 0)
        try lexer.brackets.end()
        return lexer.tokens
    }

    private init(bytes: [UInt8], isTyped: Bool, hasElements: Bool) {
        self.bytes = bytes
        self.isTyped = isTyped
        self.hasElements = hasElements
    }

    private func at(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private func starts(with text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] == 10 {
                line += 1
                startsLine = true
            }
            index += 1
        }
    }

    private mutating func skipLine() { while index < bytes.count, bytes[index] != 10 { index += 1 } }

    private func problem(_ message: String, line: Int? = nil) -> SyntaxStop {
        .problem(SyntaxProblem(line: line ?? self.line, message: message))
    }

    private mutating func add(_ kind: SyntaxToken.Kind, _ text: String, line: Int? = nil) {
        tokens.append(
            SyntaxToken(
                kind: kind, text: text, line: line ?? self.line, startsLine: startsLine, bracket: brackets.innermost))
        startsLine = false
    }

    // MARK: Code

    /// Reads on to the brace that closes code in a template or an element, or to the end.
    private mutating func code(untilBrace: Bool, depth: Int) throws(SyntaxStop) {
        guard depth < 100 else { throw .givenUp }
        let (outer, opened) = (brackets.count, line)
        while index < bytes.count {
            let byte = bytes[index]
            if [32, 9, 10, 11, 12, 13].contains(byte) {
                step()
            } else if try comment() {
            } else if byte.isNameStart || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#")
                || byte == UInt8(ascii: "\\")
            {
                word()
            } else if byte.isDigit || byte == UInt8(ascii: ".") && at(1).isDigit {
                number()
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted(byte)
                case UInt8(ascii: "`"): try template(depth: depth)
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): try open(byte)
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                    if untilBrace, brackets.count == outer, byte == UInt8(ascii: "}") { return }
                    try close(byte)
                case UInt8(ascii: "/") where !afterOperand: regex()
                case UInt8(ascii: "<") where hasElements && !afterOperand && startsElement():
                    try element(depth: depth + 1)
                default: sign()
                }
            }
        }
        if untilBrace {
            throw problem("the code that begins here in a text or an element is never closed", line: opened)
        }
    }

    private mutating func comment() throws(SyntaxStop) -> Bool {
        guard bytes[index] == UInt8(ascii: "/") else {
            guard starts(with: "<!--") || startsLine && starts(with: "-->") else { return false }
            skipLine()
            return true
        }
        if at(1) == UInt8(ascii: "/") {
            skipLine()
            return true
        }
        guard at(1) == UInt8(ascii: "*") else { return false }
        let opened = line
        step(2)
        while index < bytes.count, !starts(with: "*/") { step() }
        guard index < bytes.count else { throw problem("the comment that begins here is never closed", line: opened) }
        step(2)
        return true
    }

    private static let wordsBeforeValue: Set<String> = [
        "return", "typeof", "case", "in", "delete", "void", "throw", "new", "do", "else", "instanceof", "yield",
        "await",
        "default", "extends",
    ]

    private mutating func word() {
        let start = index
        index += 1
        while index < bytes.count,
            bytes[index].isNamePart || [UInt8(ascii: "$"), UInt8(ascii: "\\")].contains(bytes[index])
        {
            index += 1
        }
        let text = String(decoding: bytes[start..<min(index, start + 15)], as: UTF8.self)
        let isMember = tokens.last.map { $0.isSign(".") || $0.isSign("?.") } ?? false
        add(.name, text)
        afterOperand = isMember || !Self.wordsBeforeValue.contains(text)
    }

    private mutating func number() {
        let start = index
        if at() == UInt8(ascii: "0"), "xob".utf8.contains(at(1) | 0x20) {
            index += 2
            while at().isNamePart { index += 1 }
        } else {
            while at().isDigit || at() == UInt8(ascii: "_") { index += 1 }
            if at() == UInt8(ascii: "."), at(1) != UInt8(ascii: ".") {
                index += 1
                while at().isDigit || at() == UInt8(ascii: "_") { index += 1 }
            }
            if at() | 0x20 == UInt8(ascii: "e"), at(1).isDigit || "+-".utf8.contains(at(1)) && at(2).isDigit {
                index += 2
                while at().isDigit || at() == UInt8(ascii: "_") { index += 1 }
            }
            if at() == UInt8(ascii: "n"), !at(1).isNamePart { index += 1 }
        }
        add(.number, String(decoding: bytes[start..<min(index, start + 15)], as: UTF8.self))
        afterOperand = true
    }

    private mutating func quoted(_ quote: UInt8) throws(SyntaxStop) {
        let (start, opened) = (index, line)
        step()
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == 10 { throw problem("the text that begins here is never closed", line: opened) }
            step(bytes[index] == UInt8(ascii: "\\") ? (at(1) == 13 && at(2) == 10 ? 3 : 2) : 1)
        }
        guard index < bytes.count else { throw problem("the text that begins here is never closed", line: opened) }
        step()
        add(.text, String(decoding: bytes[start..<min(index, start + 15)], as: UTF8.self), line: opened)
        startsLine = false
        afterOperand = true
    }

    private mutating func template(depth: Int) throws(SyntaxStop) {
        let opened = line
        add(.text, "`")
        step()
        while index < bytes.count, bytes[index] != UInt8(ascii: "`") {
            if bytes[index] == UInt8(ascii: "\\") {
                step(2)
            } else if starts(with: "${") {
                step(2)
                add(.sign, "${")
                afterOperand = false
                try code(untilBrace: true, depth: depth + 1)
                step()
                add(.sign, "}$")
            } else {
                step()
            }
        }
        guard index < bytes.count else { throw problem("the template that begins here is never closed", line: opened) }
        step()
        startsLine = false
        afterOperand = true
    }

    /// A regular expression that ends on its line, else a sign.
    private mutating func regex() {
        var end = index + 1
        var inClass = false
        while end < bytes.count, bytes[end] != 10 {
            switch bytes[end] {
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "/") where !inClass:
                end += 1
                while end < bytes.count, bytes[end].isNamePart { end += 1 }
                index = end
                add(.text, "/")
                afterOperand = true
                return
            default: break
            }
            end += 1
        }
        sign()
    }

    private static let signs = [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
        "&&", "||",
        "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
    ]

    private mutating func sign() {
        let rest = bytes[index...]
        var text = Self.signs.first { rest.starts(with: $0.utf8) } ?? String(decoding: [bytes[index]], as: UTF8.self)
        // `a?.5:b`
        if text == "?.", at(2).isDigit { text = "?" }
        index += text.utf8.count
        add(.sign, text)
        // `x++ / y`, and TypeScript's `x! / y`.
        let isPostfix = text == "++" || text == "--" || isTyped && text == "!"
        afterOperand = afterOperand && isPostfix
    }

    // MARK: Brackets

    private mutating func open(_ byte: UInt8) throws(SyntaxStop) {
        valueAfter.append(endsValue(afterOpening: byte))
        add(.sign, OpenBrackets.text(byte))
        try brackets.push(byte, line: line)
        index += 1
        afterOperand = false
    }

    private mutating func close(_ byte: UInt8) throws(SyntaxStop) {
        try brackets.close(byte, line: line)
        add(.sign, OpenBrackets.text(byte))
        index += 1
        afterOperand = valueAfter.popLast() ?? true
    }

    /// Whether what closes the bracket here has a value: brackets of a condition and blocks have none.
    private func endsValue(afterOpening byte: UInt8) -> Bool {
        guard let last = tokens.last else { return byte != UInt8(ascii: "{") }
        let isMember =
            tokens.count > 1 && (tokens[tokens.count - 2].isSign(".") || tokens[tokens.count - 2].isSign("?."))
        if byte == UInt8(ascii: "(") {
            let isControl = last.kind == .name && ["if", "while", "for", "with"].contains(last.text)
            let isForAwait = last.isName("await") && tokens.count > 1 && tokens[tokens.count - 2].isName("for")
            return !(isControl && !isMember) && !isForAwait
        }
        guard byte == UInt8(ascii: "{") else { return true }
        switch last.kind {
        case .name:
            return !isMember && Self.wordsBeforeValue.contains(last.text) && last.text != "else" && last.text != "do"
        case .sign:
            if last.text == ":" { return brackets.innermost != UInt8(ascii: "{") || (valueAfter.last ?? false) }
            return ![")", "}", "]", "{", ";", ">"].contains(last.text)
        default: return false
        }
    }

    // MARK: Elements

    /// Whether the `<` here opens an element, and no type parameters.
    private func startsElement() -> Bool {
        if at(1) == UInt8(ascii: ">") { return true }
        guard at(1).isNameStart || at(1) == UInt8(ascii: "$") else { return false }
        var end = index + 1
        while end < bytes.count, bytes[end].isNamePart || "-.:$".utf8.contains(bytes[end]) { end += 1 }
        let name = bytes[index + 1..<end]
        var next = end
        while next < bytes.count, [32, 9, 10, 13].contains(bytes[next]) { next += 1 }
        let rest = bytes[next...]
        if rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: "=") || rest.starts(with: "extends ".utf8) {
            return false
        }
        if name.elementsEqual("const".utf8) { return false }
        guard rest.first == UInt8(ascii: ">") else { return true }
        // `<T>(x: T) => x` has no `</T>`.
        return next + 1 < bytes.count && Self.contains(bytes[next...], Array("</".utf8) + name)
            || !(bytes[(next + 1)...].first == UInt8(ascii: "("))
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
        var place = bytes.startIndex
        while place + part.count <= bytes.endIndex {
            if bytes[place] == part[0], bytes[place..<place + part.count].elementsEqual(part) { return true }
            place += 1
        }
        return false
    }

    private mutating func element(depth: Int) throws(SyntaxStop) {
        guard depth < 100 else { throw .givenUp }
        let opened = line
        add(.sign, "<element")
        step()
        let name = try tagName()
        if try !attributes(of: name, opened: opened, depth: depth) {
            try children(of: name, opened: opened, depth: depth)
        }
        startsLine = false
        add(.sign, "element>")
        afterOperand = true
    }

    private mutating func tagName() throws(SyntaxStop) -> String {
        skipBlanks()
        let start = index
        while index < bytes.count, bytes[index].isNamePart || "-.:$".utf8.contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipBlanks() { while index < bytes.count, [32, 9, 10, 13].contains(bytes[index]) { step() } }

    /// - Returns: Whether the element ended with its tag.
    private mutating func attributes(of name: String, opened: Int, depth: Int) throws(SyntaxStop) -> Bool {
        while index < bytes.count {
            skipBlanks()
            if try comment() { continue }
            let byte = at()
            if starts(with: "/>") {
                step(2)
                return true
            }
            switch byte {
            case UInt8(ascii: ">"):
                step()
                return false
            case UInt8(ascii: "{"): try embedded(depth: depth)
            case UInt8(ascii: "="): step()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let start = line
                step()
                while index < bytes.count, bytes[index] != byte { step() }
                guard index < bytes.count else {
                    throw problem("the attribute that begins here is never closed", line: start)
                }
                step()
            case UInt8(ascii: "<"):
                // Type arguments (`<List<Item> …>`), or an element as an attribute's value.
                if bytes[index - 1] == UInt8(ascii: "=") { try element(depth: depth + 1) } else { try typeArguments() }
            default:
                guard byte.isNamePart || "-:.$".utf8.contains(byte) else {
                    throw problem("“\(OpenBrackets.text(byte))” has no place in the tag <\(name)>")
                }
                step()
            }
        }
        throw problem("the element <\(name)> is never closed", line: opened)
    }

    private mutating func typeArguments() throws(SyntaxStop) {
        var open = 0
        let start = line
        repeat {
            if at() == UInt8(ascii: "<") { open += 1 }
            if at() == UInt8(ascii: ">"), bytes[index - 1] != UInt8(ascii: "=") { open -= 1 }
            step()
        } while open > 0 && index < bytes.count
        if open > 0 { throw problem("the type arguments here are never closed", line: start) }
    }

    private mutating func embedded(depth: Int) throws(SyntaxStop) {
        add(.sign, "${")
        step()
        afterOperand = false
        try code(untilBrace: true, depth: depth + 1)
        step()
        add(.sign, "}$")
    }

    private mutating func children(of name: String, opened: Int, depth: Int) throws(SyntaxStop) {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"): try embedded(depth: depth)
            case UInt8(ascii: "}"): throw problem("a “}” stands in the text of <\(name)>")
            case UInt8(ascii: "<"):
                var next = index + 1
                while next < bytes.count, [32, 9, 10, 13].contains(bytes[next]) { next += 1 }
                guard next < bytes.count, bytes[next] == UInt8(ascii: "/") else {
                    try element(depth: depth + 1)
                    continue
                }
                step(next - index + 1)
                let closing = try tagName()
                skipBlanks()
                guard at() == UInt8(ascii: ">") else { throw problem("the end of <\(name)> lacks its “>”") }
                step()
                guard closing == name else {
                    throw problem("</\(closing)> cannot close the <\(name)> of line \(opened)")
                }
                return
            default: step()
            }
        }
        throw problem("the element <\(name)> is never closed", line: opened)
    }
}
