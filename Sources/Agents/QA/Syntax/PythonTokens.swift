/// Python's tokens, with its line ends and indentation.
///
/// Spec: https://docs.python.org/3/reference/lexical_analysis.html
struct PythonTokens {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var brackets = OpenBrackets()
    /// Columns of the open blocks, with tabs as eight and as one: where the two disagree, so do readers.
    private var indents: [(wide: Int, narrow: Int)] = [(0, 0)]
    private var tokens: [SyntaxToken] = []
    private var startsLine = true

    static func of(_ bytes: [UInt8]) throws(SyntaxStop) -> [SyntaxToken] {
        var lexer = PythonTokens(bytes)
        try lexer.lex()
        return lexer.tokens
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    private func at(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private func problem(_ message: String, line: Int? = nil) -> SyntaxStop {
        .problem(SyntaxProblem(line: line ?? self.line, message: message))
    }

    private mutating func add(_ kind: SyntaxToken.Kind, from start: Int, line: Int? = nil) {
        let text = String(decoding: bytes[start..<min(index, start + 15)], as: UTF8.self)
        tokens.append(
            SyntaxToken(
                kind: kind, text: text, line: line ?? self.line, startsLine: startsLine, bracket: brackets.innermost))
        startsLine = false
    }

    private mutating func lex() throws(SyntaxStop) {
        try indent()
        while index < bytes.count { try next() }
        if tokens.last.map({ $0.kind != .lineEnd && $0.kind != .dedent }) ?? false { add(.lineEnd, from: index) }
        try brackets.end()
        for _ in indents.dropFirst() { add(.dedent, from: index) }
    }

    private mutating func next() throws(SyntaxStop) {
        let byte = bytes[index]
        switch byte {
        case 32, 9, 12: index += 1
        case 13, 10: try newline()
        case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != 10, bytes[index] != 13 { index += 1 }
        case UInt8(ascii: "\\"): try joinLines()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try text(prefix: 0)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            index += 1
            add(.sign, from: index - 1)
            try brackets.push(byte, line: line)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            try brackets.close(byte, line: line)
            index += 1
            add(.sign, from: index - 1)
        default:
            if byte.isDigit || byte == UInt8(ascii: ".") && at(1).isDigit { return number() }
            if byte.isNameStart { return try word() }
            try sign(byte)
        }
    }

    private mutating func newline() throws(SyntaxStop) {
        let isPair = bytes[index] == 13 && at(1) == 10
        if brackets.isEmpty, let last = tokens.last, last.kind != .lineEnd, last.kind != .indent, last.kind != .dedent {
            add(.lineEnd, from: index)
        }
        index += isPair ? 2 : 1
        line += 1
        startsLine = true
        if brackets.isEmpty { try indent() }
    }

    /// Compares the next line's indentation with that of the open blocks; blank lines and comments have none.
    private mutating func indent() throws(SyntaxStop) {
        var (wide, narrow) = (0, 0)
        while index < bytes.count {
            switch bytes[index] {
            case 32: (wide, narrow) = (wide + 1, narrow + 1)
            case 9: (wide, narrow) = ((wide / 8 + 1) * 8, narrow + 1)
            case 12: (wide, narrow) = (0, 0)
            default:
                guard ![10, 13, UInt8(ascii: "#")].contains(bytes[index]) else { return }
                return try open((wide, narrow))
            }
            index += 1
        }
    }

    private mutating func open(_ column: (wide: Int, narrow: Int)) throws(SyntaxStop) {
        guard let top = indents.last else { return }
        if column.wide == top.wide {
            guard column.narrow == top.narrow else { throw problem("tabs and blanks are mixed in the indentation") }
            return
        }
        if column.wide > top.wide {
            guard column.narrow > top.narrow else { throw problem("tabs and blanks are mixed in the indentation") }
            guard indents.count < 100 else { throw .givenUp }
            indents.append(column)
            return add(.indent, from: index)
        }
        while let last = indents.last, last.wide > column.wide {
            indents.removeLast()
            add(.dedent, from: index)
        }
        guard let last = indents.last, last.wide == column.wide else {
            throw problem("the indentation is that of no block around it")
        }
        guard last.narrow == column.narrow else { throw problem("tabs and blanks are mixed in the indentation") }
        startsLine = true
    }

    private mutating func joinLines() throws(SyntaxStop) {
        if at(1) == 10 || at(1) == 13 && at(2) == 10 {
            index += at(1) == 10 ? 2 : 3
            line += 1
        } else if at(1) == 13 {
            index += 2
            line += 1
        } else if index + 1 >= bytes.count {
            index += 1
        } else {
            throw problem("a backslash stands before the line's end")
        }
    }

    // MARK: Words and numbers

    private mutating func word() throws(SyntaxStop) {
        for length in 1...2 {
            let quote = at(length)
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            let letters = (0..<length).map { at($0) | 0x20 }
            if letters.allSatisfy({ "rbuft".utf8.contains($0) }) { return try text(prefix: length) }
        }
        let start = index
        // Typographic quotes and blanks get in by copying from a page.
        for odd in ["\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{A0}", "\u{2013}", "\u{200B}"]
        where bytes[index...].starts(with: odd.utf8) {
            throw problem(
                "the character “\(odd)” (U+\(String(odd.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true))) has no place in code"
            )
        }
        while index < bytes.count, bytes[index].isNamePart { index += 1 }
        add(.name, from: start)
    }

    private mutating func number() {
        let start = index
        let kind = at(1) | 0x20
        if at() == UInt8(ascii: "0"), [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(kind) {
            index += 2
            let isHex = kind == UInt8(ascii: "x")
            while at().isDigit || at() == UInt8(ascii: "_") || isHex && (at() | 0x20) &- 0x61 < 6 { index += 1 }
            return add(.number, from: start)
        }
        digits()
        if at() == UInt8(ascii: ".") {
            index += 1
            digits()
        }
        if at() | 0x20 == UInt8(ascii: "e"), at(1).isDigit || "+-".utf8.contains(at(1)) && at(2).isDigit {
            index += 2
            digits()
        }
        if at() | 0x20 == UInt8(ascii: "j") { index += 1 }
        add(.number, from: start)
    }

    private mutating func digits() { while at().isDigit || at() == UInt8(ascii: "_") { index += 1 } }

    private mutating func sign(_ byte: UInt8) throws(SyntaxStop) {
        let known = [
            "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "==", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "@=",
            "&=",
            "|=", "^=", "**", "//", ">>", "<<", "<>",
        ]
        let start = index
        if let long = known.first(where: { bytes[index...].starts(with: $0.utf8) }) {
            index += long.utf8.count
        } else if "+-*/%@&|^~<>=,:.;".utf8.contains(byte) {
            index += 1
        } else {
            throw problem("the character “\(OpenBrackets.text(byte))” has no place in Python")
        }
        add(.sign, from: start)
    }

    // MARK: Texts

    private mutating func text(prefix: Int) throws(SyntaxStop) {
        let (start, opened) = (index, line)
        let letters = bytes[index..<index + prefix].map { $0 | 0x20 }
        let isFormat = letters.contains(UInt8(ascii: "f")) || letters.contains(UInt8(ascii: "t"))
        index += prefix
        let quote = at()
        let isLong = at(1) == quote && at(2) == quote
        index += isLong ? 3 : 1
        try skipText(
            quote, isLong: isLong, isFormat: isFormat, isRaw: letters.contains(UInt8(ascii: "r")), opened: opened,
            depth: 0)
        add(.text, from: start, line: opened)
    }

    private mutating func skipText(
        _ quote: UInt8, isLong: Bool, isFormat: Bool, isRaw: Bool, opened: Int, depth: Int
    ) throws(SyntaxStop) {
        guard depth < 20 else { throw .givenUp }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote, !isLong || at(1) == quote && at(2) == quote {
                index += isLong ? 3 : 1
                return
            }
            switch byte {
            case UInt8(ascii: "\\"):
                // `\N{DASH}` names a character and holds no code; `\{` opens a field after all.
                if isFormat, !isRaw, at(1) == UInt8(ascii: "N"), at(2) == UInt8(ascii: "{") {
                    index += 3
                } else if isFormat, at(1) == UInt8(ascii: "{") {
                    index += 1
                } else {
                    if at(1) == 10 { line += 1 }
                    index += at(1) == 13 && at(2) == 10 ? 1 : 2
                }
            case 10 where !isLong: throw problem("the text that begins here is never closed", line: opened)
            case UInt8(ascii: "{") where isFormat && at(1) == byte: index += 2
            case UInt8(ascii: "{") where isFormat:
                index += 1
                try skipField(opened: opened, isLong: isLong, depth: depth + 1)
            default:
                if byte == 10 { line += 1 }
                index += 1
            }
        }
        throw problem("the text that begins here is never closed", line: opened)
    }

    /// The code of a replacement field, and its format, up to the brace that closes it.
    private mutating func skipField(opened: Int, isLong: Bool, depth: Int) throws(SyntaxStop) {
        guard depth < 20 else { throw .givenUp }
        var open = 0
        var inFormat = false
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "{") where inFormat:
                index += 1
                try skipField(opened: opened, isLong: isLong, depth: depth + 1)
            case UInt8(ascii: "}") where open == 0 || inFormat:
                index += 1
                return
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open += 1
                index += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                open -= 1
                index += 1
            case UInt8(ascii: ":") where open == 0:
                inFormat = true
                index += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if inFormat {
                    // The end of a one-line text whose field is not closed; within a long one, part of the format.
                    guard isLong else { throw problem("a “{” in the text is never closed", line: opened) }
                    index += 1
                    continue
                }
                let nestedLong = at(1) == byte && at(2) == byte
                let before = index > 0 ? bytes[index - 1] | 0x20 : 0
                index += nestedLong ? 3 : 1
                try skipText(
                    byte, isLong: nestedLong, isFormat: before == UInt8(ascii: "f"), isRaw: before == UInt8(ascii: "r"),
                    opened: line, depth: depth + 1)
            case 10:
                line += 1
                index += 1
            case UInt8(ascii: "#"):
                if isLong, !inFormat {
                    while index < bytes.count, bytes[index] != 10 { index += 1 }
                } else {
                    index += 1
                }
            default: index += 1
            }
        }
        throw problem("a “{” in the text is never closed", line: opened)
    }
}
