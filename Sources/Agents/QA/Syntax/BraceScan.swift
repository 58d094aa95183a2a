import Review

/// Brackets, texts and comments of Swift, Go and style sheets.
struct BraceScan {
    private let bytes: [UInt8]
    private let language: Language
    private var index = 0
    private var line = 1
    private var brackets = OpenBrackets()
    /// Whether a `/` here divides.
    private var afterOperand = false
    /// The line of a `=` behind which nothing stands yet, in Swift and Go.
    private var assigned: Int?

    init(_ bytes: [UInt8], _ language: Language) {
        self.bytes = bytes
        self.language = language
    }

    mutating func check() throws(SyntaxStop) {
        try scan(until: nil)
        try brackets.end()
        if let assigned { throw nothing(after: assigned) }
    }

    private func nothing(after line: Int) -> SyntaxStop {
        .problem(SyntaxProblem(line: line, message: "“=” has nothing after it"))
    }

    /// Notes a `=` that assigns, and what comes behind it.
    private mutating func follow(_ byte: UInt8) throws(SyntaxStop) {
        if [9, 10, 13, 32].contains(byte) { return }
        if let line = assigned, byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
            throw nothing(after: line)
        }
        assigned = nil
        guard byte == UInt8(ascii: "="), language == .swift || language == .go else { return }
        // No part of another operator, and no operator that is named, `(=)`.
        let isOperator: (UInt8) -> Bool = { "=!<>+-*/%&|^~?".utf8.contains($0) }
        let before = index > 0 ? bytes[index - 1] : 0
        if !isOperator(before), !isOperator(at(1)), before != UInt8(ascii: "(") { assigned = line }
    }

    private func at(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private func starts(with text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] == 10 { line += 1 }
            index += 1
        }
    }

    /// Goes on to the bracket that closes an interpolation, or to the end.
    private mutating func scan(until closing: UInt8?) throws(SyntaxStop) {
        let depth = brackets.count
        while index < bytes.count {
            let byte = bytes[index]
            if try skipComment() { continue }
            try follow(byte)
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                try brackets.push(byte, line: line)
                afterOperand = false
                step()
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if brackets.count == depth, byte == closing {
                    step()
                    return
                }
                try brackets.close(byte, line: line)
                afterOperand = byte != UInt8(ascii: "}")
                step()
            case UInt8(ascii: "\""): try skipText(pounds: 0)
            case UInt8(ascii: "'") where language == .go: try skipRune()
            case UInt8(ascii: "'") where language != .swift: try skipQuoted(byte)
            case UInt8(ascii: "`") where language == .go: try skipRaw()
            case UInt8(ascii: "#") where language == .swift: try skipPound()
            case UInt8(ascii: "/") where language == .swift && !afterOperand: skipRegex()
            case UInt8(ascii: "u") where language == .css || language == .scss: try skipURL()
            case UInt8(ascii: "\\"): step(2)
            default: skipPlain(byte)
            }
        }
        if closing != nil {
            throw .problem(SyntaxProblem(line: line, message: "a text with code in it is never closed"))
        }
    }

    private mutating func skipPlain(_ byte: UInt8) {
        if byte.isNamePart {
            let start = index
            while index < bytes.count, bytes[index].isNamePart { index += 1 }
            let word = String(decoding: bytes[start..<min(index, start + 15)], as: UTF8.self)
            afterOperand = !["return", "case", "in", "where", "try", "await", "if", "else", "throw", "is", "as"]
                .contains(word)
            return
        }
        // `x! / y`, `x? / y`.
        let isPostfix = afterOperand && (byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"))
        if ![9, 10, 13, 32].contains(byte), !isPostfix { afterOperand = false }
        step()
    }

    private mutating func skipComment() throws(SyntaxStop) -> Bool {
        if starts(with: "//"), language != .css {
            while index < bytes.count, bytes[index] != 10 { index += 1 }
            return true
        }
        guard starts(with: "/*") else { return false }
        let opened = line
        step(2)
        var depth = 1
        while index < bytes.count, depth > 0 {
            if starts(with: "*/") {
                depth -= 1
                step(2)
            } else if language == .swift, starts(with: "/*") {
                depth += 1
                step(2)
            } else {
                step()
            }
        }
        guard depth == 0 else {
            throw .problem(SyntaxProblem(line: opened, message: "the comment that begins here is never closed"))
        }
        return true
    }

    private func unclosed(_ line: Int) -> SyntaxStop {
        .problem(SyntaxProblem(line: line, message: "the text that begins here is never closed"))
    }

    // MARK: Texts

    private mutating func skipText(pounds: Int) throws(SyntaxStop) {
        guard language == .swift else { return try skipQuoted(UInt8(ascii: "\"")) }
        let opened = line
        let isLong = starts(with: "\"\"\"")
        let quotes = isLong ? 3 : 1
        step(quotes)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), hasPounds(pounds, from: 1) {
                if at(1 + pounds) == UInt8(ascii: "(") {
                    step(2 + pounds)
                    guard brackets.count < 200 else { throw .givenUp }
                    afterOperand = false
                    try scan(until: UInt8(ascii: ")"))
                } else {
                    step(2 + pounds)
                }
            } else if isLong ? starts(with: "\"\"\"") : bytes[index] == UInt8(ascii: "\""),
                hasPounds(pounds, from: quotes)
            {
                step(quotes + pounds)
                afterOperand = true
                return
            } else {
                if bytes[index] == 10, !isLong { throw unclosed(opened) }
                step()
            }
        }
        throw unclosed(opened)
    }

    private func hasPounds(_ count: Int, from offset: Int) -> Bool {
        (0..<count).allSatisfy { at(offset + $0) == UInt8(ascii: "#") }
    }

    private mutating func skipPound() throws(SyntaxStop) {
        var pounds = 0
        while at(pounds) == UInt8(ascii: "#") { pounds += 1 }
        if at(pounds) == UInt8(ascii: "\"") {
            step(pounds)
            return try skipText(pounds: pounds)
        }
        guard at(pounds) == UInt8(ascii: "/") else { return step(pounds) }
        // `#/…/#` may go over lines.
        let opened = line
        step(pounds + 1)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "/"), hasPounds(pounds, from: 1) {
                step(pounds + 1)
                afterOperand = true
                return
            }
            step()
        }
        throw .problem(SyntaxProblem(line: opened, message: "the regular expression that begins here is never closed"))
    }

    /// A quoted text that ends with its line, unless the line's end is escaped.
    private mutating func skipQuoted(_ quote: UInt8) throws(SyntaxStop) {
        let opened = line
        step()
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == 10 { throw unclosed(opened) }
            step(bytes[index] == UInt8(ascii: "\\") ? 2 : 1)
        }
        guard index < bytes.count else { throw unclosed(opened) }
        step()
        afterOperand = true
    }

    private mutating func skipRune() throws(SyntaxStop) { try skipQuoted(UInt8(ascii: "'")) }

    private mutating func skipRaw() throws(SyntaxStop) {
        let opened = line
        step()
        while index < bytes.count, bytes[index] != UInt8(ascii: "`") { step() }
        guard index < bytes.count else { throw unclosed(opened) }
        step()
    }

    /// `/…/` where an operand is expected and the other slash is on the same line; else an operator.
    private mutating func skipRegex() {
        var end = index + 1
        var inClass = false
        guard end < bytes.count, ![9, 32, 10, 13].contains(bytes[end]) else { return step() }
        while end < bytes.count, bytes[end] != 10 {
            if bytes[end] == UInt8(ascii: "\\") {
                end += 1
            } else if bytes[end] == UInt8(ascii: "[") {
                inClass = true
            } else if bytes[end] == UInt8(ascii: "]") {
                inClass = false
            } else if bytes[end] == UInt8(ascii: "/"), !inClass {
                index = end + 1
                afterOperand = true
                return
            }
            end += 1
        }
        step()
    }

    /// `url(…)` without quotes holds anything.
    private mutating func skipURL() throws(SyntaxStop) {
        guard starts(with: "url("), index == 0 || !bytes[index - 1].isNamePart else { return skipPlain(bytes[index]) }
        var next = index + 4
        while next < bytes.count, [9, 10, 13, 32].contains(bytes[next]) { next += 1 }
        let opened = line
        let isPlain = next < bytes.count && bytes[next] != UInt8(ascii: "\"") && bytes[next] != UInt8(ascii: "'")
        guard isPlain, !(language == .scss) else { return skipPlain(bytes[index]) }
        while index < bytes.count, bytes[index] != UInt8(ascii: ")") {
            step(bytes[index] == UInt8(ascii: "\\") ? 2 : 1)
        }
        guard index < bytes.count else {
            throw .problem(SyntaxProblem(line: opened, message: "the url( here is never closed"))
        }
        step()
    }
}
