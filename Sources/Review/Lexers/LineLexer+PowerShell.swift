/// PowerShell: words with dashes in any case, variables, texts that hold them, here-strings, comments over lines.
///
/// Spec: https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
extension LineLexer {
    mutating func lexPowerShell() {
        guard let top = stack.last else { return lexPowerShellCode() }
        switch top.mode {
        case .blockComment: lexPowerShellComment()
        case .text: lexPowerShellText(top)
        default: lexPowerShellCode()
        }
    }

    private mutating func lexPowerShellCode() {
        let byte = line[index]
        if byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80 { return lexWord() }
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case 0x30...0x39: lexNumber()
        case UInt8(ascii: "-") where peek(1).isLetter: lexWord()
        case UInt8(ascii: "$"): lexPowerShellVariable()
        case UInt8(ascii: "#"): addCommentToEnd()
        case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "#"):
            push(LexerFrame(mode: .blockComment)) ? lexPowerShellComment() : lexOperator()
        case UInt8(ascii: "`"): index += min(2, limit - index)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): openPowerShellText(byte, from: index, isHere: false)
        case UInt8(ascii: "@") where opensHereString():
            index += 1
            openPowerShellText(line[index], from: index - 1, isHere: true)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            addBracket(.open)
            if let top = stack.last, top.mode == .interpolation, top.depth < 250 { stack[stack.count - 1].depth += 1 }
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): lexPowerShellClose()
        default: lexOperator()
        }
    }

    /// `@"` or `@'` at the end of the line.
    private func opensHereString() -> Bool {
        guard peek(1) == UInt8(ascii: "\"") || peek(1) == UInt8(ascii: "'") else { return false }
        return line[(index + 2)..<limit].allSatisfy { $0.isSpace }
    }

    private mutating func lexPowerShellClose() {
        guard let top = stack.last, top.mode == .interpolation else { return addBracket(.close) }
        if top.depth > 0 {
            stack[stack.count - 1].depth -= 1
            addBracket(.close)
        } else {
            stack.removeLast()
            addBracket(.codeClose)
        }
    }

    private mutating func lexPowerShellComment() {
        let start = index
        while index < limit, !starts(with: "#>") { index += 1 }
        if index < limit {
            index += 2
            stack.removeLast()
        }
        add(.comment, from: start, hash: 0)
    }

    /// `$name`, `$env:NAME`, `$script:name`, `${name}`, `$(…)`, `$_` or a lone `$`.
    private mutating func lexPowerShellVariable() {
        let start = index
        let next = peek(1)
        if next == UInt8(ascii: "(") {
            index += 2
            guard push(LexerFrame(mode: .interpolation)) else { return addHashed(.operator, from: start) }
            return addHashed(.codeOpen, from: start)
        }
        index += 1
        if next == UInt8(ascii: "{") {
            while index < limit, line[index] != UInt8(ascii: "}") { index += 1 }
            index = min(limit, index + 1)
            return addHashed(.word, from: start)
        }
        var hash = TokenHash.step(TokenHash.seed, UInt8(ascii: "$"))
        while index < limit {
            let isScope = line[index] == UInt8(ascii: ":") && peek(1).isWord && index > start + 1
            guard line[index].isWord || isScope else { break }
            hash = TokenHash.step(hash, line[index].lowered)
            index += 1
        }
        if index == start + 1, index < limit, "$?^".utf8.contains(line[index]) { index += 1 }
        add(.word, from: start, hash: hash)
    }

    // MARK: Texts

    /// A text whose quote is the next byte: one token where it ends on its line and holds no code.
    private mutating func openPowerShellText(_ quote: UInt8, from start: Int, isHere: Bool) {
        var flags: LexerFrame.Flags = quote == UInt8(ascii: "\"") ? [.multiline, .holdsCode] : [.multiline, .raw]
        if isHere { flags.insert(.indented) }
        let frame = LexerFrame(mode: .text, flags: flags, depth: 1, delimiter: UInt32(quote))
        if !isHere, let end = endOfPlainPowerShellText(frame) {
            index = end + 1
            return addHashed(.string, from: start, head: 1, tail: 1)
        }
        index = isHere ? limit : index + 1
        guard push(frame) else { return addHashed(.operator, from: start) }
        add(.textOpen, from: start, hash: 0, head: isHere ? 2 : 1)
    }

    private func endOfPlainPowerShellText(_ frame: LexerFrame) -> Int? {
        var at = index + 1
        while at < limit {
            if UInt32(line[at]) == frame.delimiter {
                guard at + 1 < limit, line[at + 1] == line[at] else { return at }
                at += 1
            } else if frame.flags.contains(.holdsCode) {
                if line[at] == UInt8(ascii: "$"), at + 1 < limit, startsPowerShellCode(line[at + 1]) { return nil }
                if line[at] == UInt8(ascii: "`") { at += 1 }
            }
            at += 1
        }
        return nil
    }

    private func startsPowerShellCode(_ byte: UInt8) -> Bool {
        byte.isWord || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{")
    }

    private mutating func lexPowerShellText(_ frame: LexerFrame) {
        let start = index
        let quote = UInt8(truncatingIfNeeded: frame.delimiter)
        let isHere = frame.flags.contains(.indented)
        // A here-string ends where a line starts with its quote.
        if isHere, start == 0, peek() == quote, peek(1) == UInt8(ascii: "@") {
            index = 2
            stack.removeLast()
            return add(.textClose, from: 0, hash: 0)
        }
        while index < limit {
            let byte = line[index]
            if byte == quote, !isHere {
                if peek(1) == quote {
                    index += 2
                    continue
                }
                if index > start { add(.text, from: start, hash: 0) }
                index += 1
                stack.removeLast()
                return add(.textClose, from: index - 1, hash: 0)
            }
            if byte == UInt8(ascii: "$"), frame.flags.contains(.holdsCode), startsPowerShellCode(peek(1)) {
                if index > start { add(.text, from: start, hash: 0) }
                return lexPowerShellVariable()
            }
            index += byte == UInt8(ascii: "`") && frame.flags.contains(.holdsCode) ? min(2, limit - index) : 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }
}
