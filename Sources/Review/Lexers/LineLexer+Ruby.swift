/// What only Ruby has: texts between percent signs and brackets, expressions between slashes, here-documents, commands in
/// backticks, comments over lines.
extension LineLexer {
    /// What a command in backticks is looked up by: no text of Ruby can be this word, and what follows it is the command.
    private static let shell = TokenHash.of("__shell__")

    /// Words after which an operand comes.
    private static let operatorWords = WordSet(
        "and or not if elsif unless while until when case in return then do puts p print raise yield else begin")

    /// At the start of a line outside of everything: `=begin` opens a comment.
    mutating func startRubyLine() {
        if starts(with: "=begin") || starts(with: "__END__") { push(LexerFrame(mode: .blockComment)) }
    }

    /// In a comment between `=begin` and `=end`, which stand at the starts of lines.
    mutating func lexRubyComment() {
        if starts(with: "=end") { stack.removeLast() }
        addCommentToEnd()
    }

    /// - Returns: Whether something that only Ruby has starts here.
    mutating func lexRuby() -> Bool {
        switch line[index] {
        case UInt8(ascii: "%"): lexPercentText()
        case UInt8(ascii: "/"): expectsOperand(after: peek(1)) && lexRegex()
        case UInt8(ascii: "<"): lexRubyHeredoc()
        case UInt8(ascii: "?"): lexRubyCharacter()
        case UInt8(ascii: "`"): lexSubshell()
        default: false
        }
    }

    /// Whether an operand comes here, or may: after a word, a space before and none behind tell.
    private func expectsOperand(after next: UInt8) -> Bool {
        guard let last = tokens.last(where: { $0.kind != .comment }) else { return true }
        switch last.kind {
        case .word:
            if LineLexer.operatorWords.contains(last.hash) { return true }
            return index > 0 && line[index - 1].isSpace && !next.isSpace && next != UInt8(ascii: "=") && next != 0
        case .number, .string, .regex, .textClose, .close: return false
        default: return true
        }
    }

    /// A command in backticks, before which stands the word that rules look for.
    private mutating func lexSubshell() -> Bool {
        // `def `(command)`
        guard expectsOperand(after: peek(1)) else { return false }
        addUnwritten(LineLexer.shell)
        lexLiteral(0x60, from: index)
        return true
    }

    /// `?"` is a text of one character.
    private mutating func lexRubyCharacter() -> Bool {
        let next = peek(1)
        guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || next == UInt8(ascii: "`"),
            expectsOperand(after: next)
        else { return false }
        let start = index
        index += 2
        addHashed(.string, from: start, head: 1)
        return true
    }

    // MARK: Percent signs

    /// A text between a percent sign's brackets: `%w[a b]`, `%q(…)`, `%Q{…}`, `%x(…)`, `%r{…}`, `%(…)`.
    private mutating func lexPercentText() -> Bool {
        var at = index + 1
        var kind = UInt8(ascii: "Q")
        if at < limit, line[at].isLetter {
            kind = line[at]
            at += 1
        }
        guard at < limit, expectsOperand(after: peek(1)), let close = Self.closing(line[at]),
            "wWiIqQxrs".utf8.contains(kind)
        else { return false }
        let start = index
        let isPlain = "wiqs".utf8.contains(kind)
        if kind == UInt8(ascii: "x") { addUnwritten(LineLexer.shell) }
        if let end = endOfPercentText(from: at + 1, open: line[at], close, isPlain: isPlain) {
            index = end + 1
            addHashed(kind == UInt8(ascii: "r") ? .regex : .string, from: start, head: at + 1 - start, tail: 1)
            return true
        }
        let flags: LexerFrame.Flags = isPlain ? [.multiline] : [.multiline, .holdsCode]
        guard push(LexerFrame(mode: .text, flags: flags, depth: 1, delimiter: UInt32(close))) else { return false }
        index = at + 1
        add(.textOpen, from: start, hash: 0, head: index - start)
        return true
    }

    private static func closing(_ open: UInt8) -> UInt8? {
        switch open {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "/"): open
        default: nil
        }
    }

    /// Where it ends, if that is on this line and no code comes before.
    private func endOfPercentText(from: Int, open: UInt8, _ close: UInt8, isPlain: Bool) -> Int? {
        var (at, depth) = (from, 0)
        while at < limit {
            let byte = line[at]
            if byte == close {
                if depth == 0 { return at }
                depth -= 1
            } else if byte == open {
                depth += 1
            } else if !isPlain, byte == UInt8(ascii: "#"), at + 1 < limit, line[at + 1] == UInt8(ascii: "{") {
                return nil
            }
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    // MARK: Here-documents

    /// `<<~SQL`, `<<-'TEXT'`, `<<TEXT`: the text starts with the next line.
    ///
    /// One behind whose sign the line goes on is a text of which nothing is known.
    private mutating func lexRubyHeredoc() -> Bool {
        guard starts(with: "<<"), stack.last?.mode != .pendingHeredoc else { return false }
        let start = index
        var at = index + 2
        let isMarked = at < limit && (line[at] == UInt8(ascii: "~") || line[at] == UInt8(ascii: "-"))
        if isMarked { at += 1 }
        let quote = at < limit && (line[at] == UInt8(ascii: "'") || line[at] == UInt8(ascii: "\"")) ? line[at] : 0
        if quote != 0 { at += 1 }
        let word = at
        while at < limit, line[at].isWord { at += 1 }
        guard at > word, !line[word].isDigit, isMarked || quote != 0 || line[word].isUpper else { return false }
        if !isMarked, !expectsOperand(after: line[word]) { return false }
        let hash = TokenHash.of(line[word..<at])
        if quote != 0 {
            guard at < limit, line[at] == quote else { return false }
            at += 1
        }
        let isLast = at == limit
        var flags: LexerFrame.Flags = quote == UInt8(ascii: "'") ? [.multiline, .raw] : [.multiline, .holdsCode]
        if !isLast { flags.insert(.indented) }
        guard push(LexerFrame(mode: .pendingHeredoc, flags: flags, delimiter: hash)) else { return false }
        index = at
        isLast ? add(.textOpen, from: start, hash: 0, head: at - start) : add(.string, from: start, hash: 0)
        return true
    }
}
