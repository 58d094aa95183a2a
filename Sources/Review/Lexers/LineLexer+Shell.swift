/// Shell scripts and Dockerfiles: words, quotes, expansions, heredocs.
extension LineLexer {
    mutating func lexShell() {
        guard let top = stack.last else { return lexShellCode() }
        switch top.mode {
        case .text: lexShellText(top)
        case .heredoc: lexHeredocText(top)
        default: lexShellCode()
        }
    }

    private mutating func lexShellCode() {
        let byte = line[index]
        if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 { return lexShellWord() }
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case UInt8(ascii: "#"):
            let opensComment = index == 0 || line[index - 1].isSpace || line[index - 1] == UInt8(ascii: ";")
            opensComment ? addCommentToEnd() : lexShellWord()
        case UInt8(ascii: "\\"):
            index += min(2, limit - index)
        case UInt8(ascii: "'"): lexSingleQuoted()
        case UInt8(ascii: "\""): lexDoubleQuoted()
        case UInt8(ascii: "$"): lexDollar()
        case UInt8(ascii: "`"):
            addBracketless()
        case UInt8(ascii: "<") where peek(1) == byte && peek(2) != byte: lexHeredocOperator()
        case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["):
            addBracket(.open)
            if let top = stack.last, top.mode == .interpolation, top.depth < 250 { stack[stack.count - 1].depth += 1 }
        case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): lexShellClose(byte)
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "%"),
            UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: ","),
            UInt8(ascii: ":"), UInt8(ascii: "*"):
            lexShellWord()
        default: lexOperator()
        }
    }

    /// A backtick: where a command starts or ends, nobody can tell from the line alone.
    private mutating func addBracketless() {
        index += 1
        addHashed(.operator, from: index - 1)
    }

    /// A word as the shell splits it, up to what has a meaning of its own.
    private mutating func lexShellWord() {
        let start = index
        var hash = TokenHash.seed
        while index < limit {
            let byte = line[index]
            let isPart =
                byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "%")
                || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#")
            guard isPart else { break }
            hash = TokenHash.step(hash, byte)
            index += 1
        }
        add(.word, from: start, hash: hash)
    }

    private mutating func lexShellClose(_ byte: UInt8) {
        guard let top = stack.last, top.mode == .interpolation else { return addBracket(.close) }
        if top.depth > 0 {
            stack[stack.count - 1].depth -= 1
            addBracket(.close)
        } else if UInt32(byte) == top.delimiter {
            stack.removeLast()
            addBracket(.codeClose)
        } else {
            addBracket(.close)
        }
    }

    private mutating func lexSingleQuoted() {
        let start = index
        index += 1
        while index < limit, line[index] != UInt8(ascii: "'") { index += 1 }
        if index < limit {
            index += 1
            addHashed(.string, from: start, head: 1, tail: 1)
        } else if push(
            LexerFrame(mode: .text, flags: [.multiline, .raw], depth: 1, delimiter: UInt32(UInt8(ascii: "'"))))
        {
            add(.textOpen, from: start, hash: 0, head: 1)
        }
    }

    private mutating func lexDoubleQuoted() {
        let start = index
        var end = index + 1
        while end < limit {
            let byte = line[end]
            if byte == UInt8(ascii: "\"") {
                index = end + 1
                return addHashed(.string, from: start, head: 1, tail: 1)
            }
            if byte == UInt8(ascii: "`")
                || (byte == UInt8(ascii: "$") && end + 1 < limit && startsExpansion(line[end + 1]))
            {
                break
            }
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        let frame = LexerFrame(
            mode: .text, flags: [.multiline, .holdsCode], depth: 1, delimiter: UInt32(UInt8(ascii: "\"")))
        if push(frame) {
            add(.textOpen, from: start, hash: 0, head: 1)
        } else {
            addHashed(.operator, from: start)
        }
    }

    private func startsExpansion(_ byte: UInt8) -> Bool {
        byte.isWord || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "@")
            || byte == UInt8(ascii: "*")
            || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?")
    }

    private mutating func lexShellText(_ frame: LexerFrame) {
        let start = index
        let quote = UInt8(truncatingIfNeeded: frame.delimiter)
        while index < limit {
            let byte = line[index]
            if byte == quote {
                if index > start { add(.text, from: start, hash: 0) }
                index += 1
                stack.removeLast()
                return add(.textClose, from: index - 1, hash: 0)
            }
            if byte == UInt8(ascii: "$"), frame.flags.contains(.holdsCode), startsExpansion(peek(1)) {
                if index > start { add(.text, from: start, hash: 0) }
                return lexDollar()
            }
            index += byte == UInt8(ascii: "\\") && !frame.flags.contains(.raw) ? min(2, limit - index) : 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }

    /// `$name`, `${…}`, `$(…)` or a lone `$`.
    private mutating func lexDollar() {
        let start = index
        let next = peek(1)
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "(") {
            index += 2
            let closing: UInt32 = next == UInt8(ascii: "{") ? 0x7D : 0x29
            if push(LexerFrame(mode: .interpolation, delimiter: closing)) {
                return addHashed(.codeOpen, from: start)
            }
            return addHashed(.operator, from: start)
        }
        index += 1
        if next.isDigit || !next.isWord {
            if startsExpansion(next) { index += 1 }
        } else {
            while index < limit, line[index].isWord { index += 1 }
        }
        addHashed(.word, from: start)
    }

    // MARK: Heredocs

    /// `<<WORD`, `<<-WORD`, `<<'WORD'`: its text starts with the next line.
    private mutating func lexHeredocOperator() {
        let start = index
        var flags: LexerFrame.Flags = [.multiline, .holdsCode]
        index += 2
        if peek() == UInt8(ascii: "-") {
            flags.insert(.indented)
            index += 1
        }
        addHashed(.operator, from: start)
        while index < limit, line[index].isSpace { skipSpace() }
        let wordStart = index
        if peek() == UInt8(ascii: "'") || peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "\\") {
            flags.remove(.holdsCode)
            index += 1
        }
        let from = index
        while index < limit, line[index].isWord || line[index] == UInt8(ascii: "-") || line[index] == UInt8(ascii: ".")
        { index += 1 }
        let hash = TokenHash.of(line[from..<index])
        let isWord = index > from
        if peek() == UInt8(ascii: "'") || peek() == UInt8(ascii: "\"") { index += 1 }
        // `1 << 2` in an arithmetic expansion is no heredoc.
        guard isWord, !line[from].isDigit, stack.last?.mode != .interpolation else {
            if index > wordStart { addHashed(.word, from: wordStart) }
            return
        }
        addHashed(.word, from: wordStart)
        push(LexerFrame(mode: .pendingHeredoc, flags: flags, delimiter: hash))
    }

    /// At the start of a line: pending heredocs begin, or the current one ends.
    mutating func startHeredocLine() {
        // The first heredoc of a line is the first to be read: it must lie on top.
        if stack.last?.mode == .pendingHeredoc {
            var pending: [LexerFrame] = []
            while let top = stack.last, top.mode == .pendingHeredoc { pending.append(stack.removeLast()) }
            for var frame in pending {
                frame.mode = .heredoc
                stack.append(frame)
            }
        }
        guard let top = stack.last, top.mode == .heredoc else { return }
        var from = 0
        if top.flags.contains(.indented) {
            while from < limit, line[from] == 0x09 { from += 1 }
        }
        if from < limit, TokenHash.of(line[from..<limit]) == top.delimiter {
            stack.removeLast()
            index = limit
            addHashed(.word, from: from)
        }
    }

    private mutating func lexHeredocText(_ frame: LexerFrame) {
        let start = index
        guard frame.flags.contains(.holdsCode) else {
            index = limit
            return add(.text, from: start, hash: 0)
        }
        while index < limit {
            if line[index] == UInt8(ascii: "$"), startsExpansion(peek(1)) {
                if index > start { add(.text, from: start, hash: 0) }
                return lexDollar()
            }
            index += line[index] == UInt8(ascii: "\\") ? min(2, limit - index) : 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }
}
