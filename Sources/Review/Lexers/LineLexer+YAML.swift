/// YAML: keys, scalars, flow brackets, block scalars, and `${{ }}` expressions of workflows.
extension LineLexer {
    /// At the start of a line: a block scalar ends where a line is not indented deeper than its key.
    mutating func startYAMLLine() {
        while let top = stack.last, top.mode == .yamlBlock {
            let indent = line.prefix { $0 == 0x20 }.count
            if indent > Int(top.depth) || indent == limit { return }
            stack.removeLast()
        }
    }

    mutating func lexYAML() {
        guard let top = stack.last else { return lexYAMLCode() }
        switch top.mode {
        case .text: lexYAMLText(top)
        case .yamlBlock: lexYAMLBlockText()
        default: lexYAMLCode()
        }
    }

    private mutating func lexYAMLCode() {
        let byte = line[index]
        switch byte {
        case 0x20, 0x09: skipSpace()
        case UInt8(ascii: "#") where index == 0 || line[index - 1].isSpace: addCommentToEnd()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): lexYAMLString(byte)
        case UInt8(ascii: "$") where starts(with: "${{"): openExpression()
        case UInt8(ascii: "}") where stack.last?.mode == .interpolation && peek(1) == byte:
            stack.removeLast()
            index += 2
            addHashed(.codeClose, from: index - 2)
        case UInt8(ascii: "{"), UInt8(ascii: "["): addBracket(.open)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): addBracket(.close)
        case UInt8(ascii: ":"), UInt8(ascii: ","): lexOperator()
        case UInt8(ascii: "-") where peek(1) == 0 || peek(1).isSpace: lexOperator()
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            let previous = tokens.last
            lexOperator()
            if let previous, previous.kind == .operator, restIsBlockHeader() { openBlock() }
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "<"): lexYAMLWord()
        default: lexYAMLWord()
        }
    }

    /// A plain word: up to white space, or to what ends a scalar.
    private mutating func lexYAMLWord() {
        let start = index
        let inExpression = stack.last?.mode == .interpolation
        index += 1
        while index < limit {
            let byte = line[index]
            if byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                break
            }
            if byte == UInt8(ascii: ":"), index + 1 == limit || line[index + 1].isSpace { break }
            if byte == UInt8(ascii: "$"), starts(with: "${{") { break }
            if inExpression, !byte.isWord, byte != UInt8(ascii: "."), byte != UInt8(ascii: "-") { break }
            index += 1
        }
        addHashed(.word, from: start)
    }

    private mutating func openExpression() {
        let start = index
        index += 3
        if push(LexerFrame(mode: .interpolation)) {
            addHashed(.codeOpen, from: start)
        } else {
            addHashed(.operator, from: start)
        }
    }

    private mutating func lexYAMLString(_ quote: UInt8) {
        let start = index
        index += 1
        while index < limit {
            let byte = line[index]
            if byte == quote {
                index += 1
                if quote == UInt8(ascii: "\"") || peek() != quote {
                    return addHashed(.string, from: start, head: 1, tail: 1)
                }
            }
            index += byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        index = limit
        let frame = LexerFrame(
            mode: .text, flags: quote == UInt8(ascii: "'") ? [.multiline, .raw] : .multiline, depth: 1,
            delimiter: UInt32(quote))
        // In the middle of a plain scalar an apostrophe is only that.
        if let last = tokens.last, last.kind == .operator || last.kind == .open, push(frame) {
            add(.textOpen, from: start, hash: 0, head: 1)
        } else {
            addHashed(.word, from: start)
        }
    }

    private mutating func lexYAMLText(_ frame: LexerFrame) {
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
            index += byte == UInt8(ascii: "\\") && !frame.flags.contains(.raw) ? min(2, limit - index) : 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }

    /// Whether only `+`, `-`, digits and a comment follow the `|` or `>`.
    private func restIsBlockHeader() -> Bool {
        var end = index
        while end < limit, line[end].isDigit || line[end] == UInt8(ascii: "+") || line[end] == UInt8(ascii: "-") {
            end += 1
        }
        while end < limit, line[end].isSpace { end += 1 }
        return end == limit || line[end] == UInt8(ascii: "#")
    }

    private mutating func openBlock() {
        var indent = 0
        // `- run: |`: the key's column counts, not the dash's.
        while indent < limit,
            line[indent] == 0x20
                || (line[indent] == UInt8(ascii: "-") && indent + 1 < limit && line[indent + 1] == 0x20)
        {
            indent += 1
        }
        index = limit
        guard stack.isEmpty else { return }
        push(LexerFrame(mode: .yamlBlock, depth: UInt8(min(indent, 250))))
    }

    private mutating func lexYAMLBlockText() {
        let start = index
        while index < limit {
            if line[index] == UInt8(ascii: "$"), starts(with: "${{") {
                if index > start { add(.text, from: start, hash: 0) }
                return openExpression()
            }
            index += 1
        }
        if index > start { add(.text, from: start, hash: 0) }
    }
}
