/// Python, with format strings whose replacement fields are code.
extension LineLexer {
    mutating func lexPython() {
        guard let top = stack.last else { return lexPythonCode() }
        switch top.mode {
        case .text: lexPythonText(top)
        case .formatSpec: lexFormatSpec()
        default: lexPythonCode()
        }
    }

    private mutating func lexPythonCode() {
        let byte = line[index]
        if byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80 || byte == UInt8(ascii: "$") {
            return lexStringPrefix() ? () : lexWord()
        }
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case 0x30...0x39: lexNumber()
        case UInt8(ascii: "#"): addCommentToEnd()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): lexPythonString(prefixLength: 0, isRaw: false, isFormat: false)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            addBracket(.open)
            if let top = stack.last, top.mode == .interpolation, top.depth < 250 { stack[stack.count - 1].depth += 1 }
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): lexPythonClose(byte)
        case UInt8(ascii: ":") where stack.last?.mode == .interpolation && stack.last?.depth == 0:
            lexOperator()
            push(LexerFrame(mode: .formatSpec))
        case UInt8(ascii: "\\") where index == limit - 1: skipSpace()
        default: lexOperator()
        }
    }

    private mutating func lexPythonClose(_ byte: UInt8) {
        guard let top = stack.last, top.mode == .interpolation else { return addBracket(.close) }
        if top.depth > 0 {
            stack[stack.count - 1].depth -= 1
            addBracket(.close)
        } else if byte == UInt8(ascii: "}") {
            stack.removeLast()
            addBracket(.codeClose)
        } else {
            addBracket(.close)
        }
    }

    /// A string with a prefix such as `rb` or `f`, if one starts here.
    private mutating func lexStringPrefix() -> Bool {
        var (length, isRaw, isFormat) = (0, false, false)
        while length < 3 {
            switch peek(length) | 0x20 {
            case UInt8(ascii: "r"): isRaw = true
            case UInt8(ascii: "f"), UInt8(ascii: "t"): isFormat = true
            case UInt8(ascii: "b"), UInt8(ascii: "u"): break
            default:
                let quote = peek(length)
                guard length > 0, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
                lexPythonString(prefixLength: length, isRaw: isRaw, isFormat: isFormat)
                return true
            }
            length += 1
        }
        return false
    }

    private mutating func lexPythonString(prefixLength: Int, isRaw: Bool, isFormat: Bool) {
        let start = index
        let quote = peek(prefixLength)
        let isTriple = peek(prefixLength + 1) == quote && peek(prefixLength + 2) == quote
        let head = prefixLength + (isTriple ? 3 : 1)
        let tail = isTriple ? 3 : 1
        if let end = endOfPlainPythonText(quote, isTriple: isTriple, isFormat: isFormat, from: start + head) {
            index = end + tail
            return addHashed(.string, from: start, head: head, tail: tail)
        }
        var flags: LexerFrame.Flags = []
        // In a raw string a backslash still keeps a quote from closing it, so `raw` is not set.
        if isTriple { flags.insert(.multiline) }
        if isFormat { flags.insert(.holdsCode) }
        let goesOn = isTriple || isFormat || line[limit - 1] == UInt8(ascii: "\\")
        index = start + head
        if goesOn, push(LexerFrame(mode: .text, flags: flags, depth: UInt8(tail), delimiter: UInt32(quote))) {
            return add(.textOpen, from: start, hash: 0, head: head)
        }
        index = limit
        addHashed(.string, from: start, head: head)
    }

    /// Where the text that starts at `from` ends, if that is on this line and no code comes before.
    private func endOfPlainPythonText(_ quote: UInt8, isTriple: Bool, isFormat: Bool, from: Int) -> Int? {
        var end = from
        while end < limit {
            let byte = line[end]
            if byte == quote {
                if !isTriple { return end }
                if end + 2 < limit, line[end + 1] == quote, line[end + 2] == quote { return end }
            }
            if isFormat, byte == UInt8(ascii: "{") {
                guard end + 1 < limit, line[end + 1] == byte else { return nil }
                end += 1
            }
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func lexPythonText(_ frame: LexerFrame) {
        let start = index
        let quote = UInt8(truncatingIfNeeded: frame.delimiter)
        while index < limit {
            let byte = line[index]
            if byte == quote, frame.depth == 1 || (peek(1) == quote && peek(2) == quote) {
                if index > start { add(.text, from: start, hash: 0) }
                let from = index
                index += Int(frame.depth)
                stack.removeLast()
                return add(.textClose, from: from, hash: 0)
            }
            if byte == UInt8(ascii: "{"), frame.flags.contains(.holdsCode) {
                if peek(1) != byte {
                    if index > start { add(.text, from: start, hash: 0) }
                    return openCode(length: 1)
                }
                index += 1
            }
            index += byte == UInt8(ascii: "\\") && index + 1 < limit ? 2 : 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }

    private mutating func lexFormatSpec() {
        let start = index
        while index < limit, line[index] != UInt8(ascii: "{"), line[index] != UInt8(ascii: "}") { index += 1 }
        if index > start { add(.text, from: start, hash: 0) }
        guard index < limit else { return }
        if line[index] == UInt8(ascii: "{") { return openCode(length: 1) }
        stack.removeLast()
        if stack.last?.mode == .interpolation { stack.removeLast() }
        addBracket(.codeClose)
    }
}
