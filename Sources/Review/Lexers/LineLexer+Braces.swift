/// The languages with braces: JavaScript and TypeScript, Swift, Go, Java and its like, CSS, JSON, SQL.
extension LineLexer {
    mutating func lexBraces() {
        guard let top = stack.last else { return lexBracesCode() }
        switch top.mode {
        case .blockComment: language == .ruby ? lexRubyComment() : lexBlockComment()
        case .text: lexText(top)
        case .jsxTag: lexJSXTag()
        case .jsxText: lexJSXText()
        case .heredoc: lexHeredocBody(top)
        default: lexBracesCode()
        }
    }

    private mutating func lexBracesCode() {
        let byte = line[index]
        if byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80 {
            return traits.insertion != nil && lexPrefixedLiteral() ? () : lexWord()
        }
        if language == .ruby, lexRuby() { return }
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case 0x30...0x39: lexNumber()
        case UInt8(ascii: "$"), UInt8(ascii: "@"):
            if traits.insertion == nil || !lexPrefixedLiteral() { lexSigilWord(byte) }
        case UInt8(ascii: "#"): lexPound()
        case UInt8(ascii: "\""): lexQuoted(byte)
        case UInt8(ascii: "'"): traits.singleQuotes ? lexQuoted(byte) : lexOperator()
        case UInt8(ascii: "`"): lexBacktick()
        case UInt8(ascii: "/"): lexSlash()
        case UInt8(ascii: "-"):
            if traits.dashComments, peek(1) == byte {
                addCommentToEnd()
            } else if traits.dashedWords, peek(1).isWord || peek(1) == byte {
                lexWord()
            } else {
                lexOperator()
            }
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): lexOpen()
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): lexClose(byte)
        case UInt8(ascii: "<"): lexLess()
        case UInt8(ascii: "?") where language == .php && peek(1) == UInt8(ascii: ">"): closePHP()
        default: lexOperator()
        }
    }

    mutating func lexWord() {
        let (start, limit, line) = (index, limit, line)
        let (hasDashes, ignoresCase) = (traits.dashedWords, traits.ignoresCase)
        var hash = TokenHash.seed
        var end = start
        while end < limit {
            let byte = line[end]
            guard byte.isWord || byte == UInt8(ascii: "$") || (hasDashes && byte == UInt8(ascii: "-")) else { break }
            hash = TokenHash.step(hash, ignoresCase ? byte.lowered : byte)
            end += 1
        }
        // `empty?` and `save!` of Ruby are one word.
        if language == .ruby, end < limit, line[end] == UInt8(ascii: "?") || line[end] == UInt8(ascii: "!") {
            let next = end + 1 < limit ? line[end + 1] : 0
            if next != UInt8(ascii: "="), !next.isWord {
                hash = TokenHash.step(hash, line[end])
                end += 1
            }
        }
        index = max(end, start + 1)
        add(.word, from: start, hash: hash)
    }

    /// A word after `$`, `@` or `#`, or the sign alone.
    private mutating func lexSigilWord(_ byte: UInt8) {
        guard peek(1).isWord || byte == UInt8(ascii: "$") else { return lexOperator() }
        let start = index
        index += 1
        while index < limit, line[index].isWord || (traits.dashedWords && line[index] == UInt8(ascii: "-")) {
            index += 1
        }
        addHashed(.word, from: start)
    }

    mutating func lexNumber() {
        let start = index
        while index < limit {
            let byte = line[index]
            let isExponentSign =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"))
                && line[index - (index > start ? 1 : 0)] | 0x20 == UInt8(ascii: "e")
                && line[start] != 0x30
            let isFraction = byte == UInt8(ascii: ".") && peek(1).isDigit
            guard byte.isWord || isExponentSign || isFraction else { break }
            index += 1
        }
        addHashed(.number, from: start)
    }

    /// `#`: a comment, the start of a word or of a Swift string, or a sign.
    private mutating func lexPound() {
        if traits.swiftStrings { return lexSwiftPound() }
        // `#[…]` is an attribute of PHP.
        if traits.hashComments, language != .php || peek(1) != UInt8(ascii: "[") { return addCommentToEnd() }
        lexSigilWord(line[index])
    }

    private mutating func lexOpen() {
        addBracket(.open)
        if let top = stack.last, top.mode == .interpolation, top.depth < 250 { stack[stack.count - 1].depth += 1 }
    }

    private mutating func lexClose(_ byte: UInt8) {
        guard let top = stack.last, top.mode == .interpolation else { return addBracket(.close) }
        if top.depth == 0 {
            stack.removeLast()
            addBracket(.codeClose)
        } else {
            stack[stack.count - 1].depth -= 1
            addBracket(.close)
        }
    }

    mutating func addBracket(_ kind: Token.Kind) {
        let hash = TokenHash.step(TokenHash.seed, line[index])
        index += 1
        add(kind, from: index - 1, hash: hash)
    }

    private mutating func lexSlash() {
        let next = peek(1)
        if next == UInt8(ascii: "*"), traits.blockComments {
            return push(LexerFrame(mode: .blockComment, depth: 0)) ? lexBlockComment(opening: true) : lexOperator()
        }
        if next == UInt8(ascii: "/"), traits.slashComments {
            // `url(http://…)` in a style sheet is no comment.
            if traits.dashedWords, index > 0, line[index - 1] == UInt8(ascii: ":") { return lexOperator() }
            return addCommentToEnd()
        }
        if traits.hasRegex, !endsOperand(), lexRegex() { return }
        lexOperator()
    }

    private mutating func lexBlockComment(opening: Bool = false) {
        let start = index
        if opening { index += 2 }
        while index < limit {
            if starts(with: "*/") {
                index += 2
                if stack[stack.count - 1].depth == 0 {
                    stack.removeLast()
                    break
                }
                stack[stack.count - 1].depth -= 1
            } else if traits.nestedComments, starts(with: "/*"), stack[stack.count - 1].depth < 250 {
                index += 2
                stack[stack.count - 1].depth += 1
            } else {
                index += 1
            }
        }
        add(.comment, from: start, hash: 0)
    }

    private mutating func lexLess() {
        if traits.hasJSX, !endsOperand(), startsJSX() { return openJSXTag() }
        if traits.insertion != nil, lexHeredocSign() { return }
        lexOperator()
    }

    /// The longest operator that starts here.
    mutating func lexOperator() {
        let start = index
        index += LexerTraits.operatorLength(line[index], peek(1), peek(2))
        addHashed(.operator, from: start)
    }
}

extension LexerTraits {
    /// How many of three bytes make one operator.
    static func operatorLength(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        // Most operators are a byte before a space, a word or a bracket.
        guard goesOn(second) else { return 1 }
        return switch (first, second, third) {
        case (0x3D, 0x3D, 0x3D), (0x21, 0x3D, 0x3D),  // === !==
            (0x2E, 0x2E, 0x2E), (0x2E, 0x2E, 0x3C),  // ... ..<
            (0x26, 0x26, 0x3D), (0x7C, 0x7C, 0x3D), (0x3F, 0x3F, 0x3D), (0x3F, 0x2D, 0x3E),  // &&= ||= ??= ?->
            (0x3C, 0x3C, 0x3C), (0x3C, 0x3C, 0x2D):  // <<< <<-
            3
        case (0x3D, 0x3D, _), (0x21, 0x3D, _), (0x3C, 0x3D, _), (0x3E, 0x3D, _),  // == != <= >=
            (0x2B, 0x3D, _), (0x2D, 0x3D, _), (0x2A, 0x3D, _), (0x2F, 0x3D, _), (0x25, 0x3D, _),  // += -= *= /= %=
            (0x7C, 0x3D, _), (0x26, 0x3D, _), (0x5E, 0x3D, _), (0x3A, 0x3D, _), (0x2E, 0x3D, _),  // |= &= ^= := .=
            (0x3D, 0x3E, _), (0x2D, 0x3E, _), (0x3C, 0x2D, _), (0x3A, 0x3A, _),  // => -> <- ::
            (0x26, 0x26, _), (0x7C, 0x7C, _), (0x3F, 0x3F, _), (0x3F, 0x2E, _),  // && || ?? ?.
            (0x2B, 0x2B, _), (0x2D, 0x2D, _), (0x2A, 0x2A, _), (0x2F, 0x2F, _), (0x3C, 0x3C, _), (0x3E, 0x3E, _):
            2
        default: 1
        }
    }

    /// Whether an operator can have this byte after its first: one of `&*+-./:<=>?|`.
    @inline(__always)
    private static func goesOn(_ second: UInt8) -> Bool {
        second < 64 ? UInt64(0xF400_EC40_0000_0000) >> UInt64(second) & 1 == 1 : second == UInt8(ascii: "|")
    }
}
