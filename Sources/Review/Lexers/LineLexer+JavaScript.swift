/// Regular expressions and JSX.
extension LineLexer {
    /// A regular expression that ends on this line.
    mutating func lexRegex() -> Bool {
        var end = index + 1
        var inClass = false
        // One that does not end is looked for again at the next slash: nobody writes longer ones.
        let limit = min(limit, index + 2048)
        while end < limit {
            switch line[end] {
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "/") where !inClass:
                let start = index
                end += 1
                while end < limit, line[end].isLetter { end += 1 }
                index = end
                addHashed(.regex, from: start)
                return true
            default: break
            }
            end += 1
        }
        return false
    }

    /// Whether the `<` here, where an operand is expected, opens an element and not type parameters.
    func startsJSX() -> Bool {
        let next = peek(1)
        if next == UInt8(ascii: ">") { return true }
        guard next.isLetter || next == UInt8(ascii: "_") else { return false }
        var end = index + 1
        while end < limit,
            line[end].isWord || line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: "-")
                || line[end] == UInt8(ascii: ":")
        {
            end += 1
        }
        // `<T,>(x) => …` and `<T extends U>` are generic functions of TypeScript.
        if end < limit, line[end] == UInt8(ascii: ",") { return false }
        let rest = UnsafeBufferPointer(rebasing: line[end..<limit])
        return !rest.starts(with: " extends ".utf8)
    }

    mutating func openJSXTag() {
        let isClosing = peek(1) == UInt8(ascii: "/")
        guard push(LexerFrame(mode: .jsxTag, flags: isClosing ? .closing : [])) else { return lexOperator() }
        let start = index
        index += isClosing ? 2 : 1
        addHashed(.operator, from: start)
    }

    mutating func lexJSXTag() {
        let byte = line[index]
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case UInt8(ascii: "{"): openCode(length: 1)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): lexAttributeString(byte)
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: ">"):
            let start = index
            index += 2
            stack.removeLast()
            closeElement(from: start)
        case UInt8(ascii: ">"): endJSXTag()
        default:
            if byte.isWord { lexDashedWord() } else { lexOperator() }
        }
    }

    /// `>`: the children follow, or an element ends.
    private mutating func endJSXTag() {
        let wasClosing = stack.removeLast().flags.contains(.closing)
        let start = index
        index += 1
        if wasClosing {
            if stack.last?.mode == .jsxText { stack.removeLast() }
            closeElement(from: start)
        } else {
            addHashed(.operator, from: start)
            push(LexerFrame(mode: .jsxText))
        }
    }

    /// Adds the end of an element: of an operand, where code goes on.
    private mutating func closeElement(from start: Int) {
        let goesOnInText = stack.last?.mode == .jsxText
        addHashed(goesOnInText ? .operator : .regex, from: start)
    }

    mutating func lexJSXText() {
        let start = index
        while index < limit, line[index] != UInt8(ascii: "{"), line[index] != UInt8(ascii: "<") { index += 1 }
        if index > start { add(.text, from: start, hash: 0) }
        guard index < limit else { return }
        if line[index] == UInt8(ascii: "{") { openCode(length: 1) } else { openJSXTag() }
    }

    /// A word of a tag: an element's or an attribute's name.
    mutating func lexDashedWord() {
        let start = index
        while index < limit,
            line[index].isWord || line[index] == UInt8(ascii: "-") || line[index] == UInt8(ascii: ":")
                || line[index] == UInt8(ascii: ".")
        {
            index += 1
        }
        addHashed(.word, from: start)
    }

    /// An attribute's value; it knows no escapes and may go on over lines.
    mutating func lexAttributeString(_ quote: UInt8) {
        let start = index
        index += 1
        while index < limit, line[index] != quote { index += 1 }
        if index < limit {
            index += 1
            addHashed(.string, from: start, head: 1, tail: 1)
        } else if push(LexerFrame(mode: .text, flags: [.multiline, .raw], depth: 1, delimiter: UInt32(quote))) {
            add(.textOpen, from: start, hash: 0, head: 1)
        } else {
            addHashed(.string, from: start, head: 1)
        }
    }
}
