/// Strings and templates of the languages with braces.
extension LineLexer {
    /// A `"` or `'` string: one token where it ends on its line and holds no code, else the parts of a text.
    mutating func lexQuoted(_ quote: UInt8) {
        if traits.sqlStrings { return lexSQLString(quote) }
        if traits.insertion != nil { return lexLiteral(quote, from: index) }
        if traits.swiftStrings { return lexSwiftString(pounds: 0) }
        let start = index
        index += 1
        while index < limit {
            let byte = line[index]
            if byte == quote {
                index += 1
                return addHashed(.string, from: start, head: 1, tail: 1)
            }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        let continues = line[limit - 1] == UInt8(ascii: "\\") && limit == line.count && language != .go
        index = limit
        if continues, push(LexerFrame(mode: .text, depth: 1, delimiter: UInt32(quote))) {
            add(.textOpen, from: start, hash: 0, head: 1)
        } else {
            addHashed(.string, from: start, head: 1)
        }
    }

    private mutating func lexSQLString(_ quote: UInt8) {
        let start = index
        index += 1
        while index < limit {
            if line[index] == quote {
                index += 1
                if peek() != quote { return addHashed(.string, from: start, head: 1, tail: 1) }
            }
            index += 1
        }
        index = limit
        if quote == UInt8(ascii: "'"),
            push(LexerFrame(mode: .text, flags: [.multiline, .raw], depth: 1, delimiter: UInt32(quote)))
        {
            add(.textOpen, from: start, hash: 0, head: 1)
        } else {
            addHashed(.string, from: start, head: 1)
        }
    }

    mutating func lexBacktick() {
        if language == .php { return lexLiteral(0x60, from: index) }
        let start = index
        if traits.templates || traits.rawBackticks {
            let flags: LexerFrame.Flags = traits.templates ? [.multiline, .holdsCode] : [.multiline, .raw]
            if lexSimpleBacktick(isRaw: traits.rawBackticks) { return }
            guard push(LexerFrame(mode: .text, flags: flags, depth: 1, delimiter: 0x60)) else { return lexOperator() }
            index += 1
            return add(.textOpen, from: start, hash: 0, head: 1)
        }
        // An identifier in backticks (Swift, SQL).
        index += 1
        while index < limit, line[index] != 0x60 { index += 1 }
        if index < limit { index += 1 }
        var hash = TokenHash.seed
        for offset in start + 1..<max(start + 1, index - 1) { hash = TokenHash.step(hash, line[offset]) }
        add(.word, from: start, hash: hash)
    }

    /// A template that ends on its line and holds no code is an ordinary string.
    private mutating func lexSimpleBacktick(isRaw: Bool) -> Bool {
        var end = index + 1
        while end < limit, line[end] != 0x60 {
            if !isRaw {
                if line[end] == UInt8(ascii: "$"), end + 1 < limit, line[end + 1] == UInt8(ascii: "{") { return false }
                if line[end] == UInt8(ascii: "\\") { end += 1 }
            }
            end += 1
        }
        guard end < limit else { return false }
        let start = index
        index = end + 1
        addHashed(.string, from: start, head: 1, tail: 1)
        return true
    }

    /// Takes the start of code, or the name, that is put into a text here, after the piece of text from `start` on.
    ///
    /// - Returns: Whether anything is.
    mutating func lexInsertion(into frame: LexerFrame, after start: Int) -> Bool {
        guard frame.flags.contains(.holdsCode) else { return false }
        let length = codeOpening(frame)
        guard length != nil || insertsName() else { return false }
        if index > start { add(.text, from: start, hash: 0) }
        if let length { openCode(length: length) } else { lexInsertedName() }
        return true
    }

    /// Goes on in a text that this line or an earlier one opened.
    mutating func lexText(_ frame: LexerFrame) {
        let start = index
        let quote = UInt8(truncatingIfNeeded: frame.delimiter)
        while index < limit {
            let byte = line[index]
            if byte == quote, closesText(frame) {
                if index > start { add(.text, from: start, hash: 0) }
                let from = index
                index += Int(frame.depth) + Int(frame.pounds)
                stack.removeLast()
                return add(.textClose, from: from, hash: 0)
            }
            if lexInsertion(into: frame, after: start) { return }
            index = min(limit, index + characterLength(frame))
        }
        index = limit
        if index > start { add(.text, from: start, hash: 0) }
    }

    /// Whether the quote at the next byte ends the text of `frame`.
    func closesText(_ frame: LexerFrame) -> Bool {
        let quote = UInt8(truncatingIfNeeded: frame.delimiter)
        for offset in 0..<Int(frame.depth) where peek(offset) != quote { return false }
        for offset in 0..<Int(frame.pounds) where peek(Int(frame.depth) + offset) != UInt8(ascii: "#") { return false }
        return true
    }

    /// The length of what opens code here: `${` in templates, `\(` with the string's `#` in Swift.
    func codeOpening(_ frame: LexerFrame) -> Int? {
        if let insertion = traits.insertion { return codeOpening(insertion) }
        if traits.swiftStrings {
            guard line[index] == UInt8(ascii: "\\") else { return nil }
            for offset in 0..<Int(frame.pounds) where peek(1 + offset) != UInt8(ascii: "#") { return nil }
            return peek(1 + Int(frame.pounds)) == UInt8(ascii: "(") ? 2 + Int(frame.pounds) : nil
        }
        return line[index] == UInt8(ascii: "$") && peek(1) == UInt8(ascii: "{") ? 2 : nil
    }

    mutating func openCode(length: Int) {
        let start = index
        index += length
        if push(LexerFrame(mode: .interpolation)) {
            addHashed(.codeOpen, from: start)
        } else {
            add(.text, from: start, hash: 0)
        }
    }

    // MARK: Swift

    /// `#"…"#` strings, `#/…/#` left to operators, and words such as `#available`.
    mutating func lexSwiftPound() {
        var pounds = 0
        while peek(pounds) == UInt8(ascii: "#"), pounds < 200 { pounds += 1 }
        if peek(pounds) == UInt8(ascii: "\"") { return lexSwiftString(pounds: pounds) }
        let start = index
        index += 1
        while index < limit, line[index].isWord { index += 1 }
        addHashed(.word, from: start)
    }

    private mutating func lexSwiftString(pounds: Int) {
        let start = index
        let quote = UInt8(ascii: "\"")
        let isTriple = peek(pounds) == quote && peek(pounds + 1) == quote && peek(pounds + 2) == quote
        var flags: LexerFrame.Flags = .holdsCode
        if isTriple { flags.insert(.multiline) }
        if pounds > 0 { flags.insert(.raw) }
        let frame = LexerFrame(
            mode: .text, flags: flags, depth: isTriple ? 3 : 1, pounds: UInt8(pounds), delimiter: UInt32(quote))
        if !isTriple, let end = endOfPlainText(frame, from: index + pounds + 1) {
            index = end + 1 + pounds
            return addHashed(.string, from: start, head: 1 + pounds, tail: 1 + pounds)
        }
        index += pounds + (isTriple ? 3 : 1)
        if push(frame) {
            add(.textOpen, from: start, hash: 0, head: index - start)
        } else {
            addHashed(.string, from: start, head: 1)
        }
    }

    /// Where the text that starts at `from` ends, if that is on this line and no code comes before.
    mutating func endOfPlainText(_ frame: LexerFrame, from: Int) -> Int? {
        let saved = index
        defer { index = saved }
        index = from
        while index < limit {
            if line[index] == UInt8(truncatingIfNeeded: frame.delimiter), closesText(frame) { return index }
            if frame.flags.contains(.holdsCode), codeOpening(frame) != nil || insertsName() { return nil }
            index += characterLength(frame)
        }
        return nil
    }
}
