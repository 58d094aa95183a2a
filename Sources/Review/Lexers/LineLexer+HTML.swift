/// HTML and XML, with JavaScript in `<script>` and CSS in `<style>`.
extension LineLexer {
    mutating func lexHTML() {
        let script = stack.firstIndex { $0.mode == .htmlScript || $0.mode == .htmlStyle }
        if let script { return lexEmbedded(script) }
        guard let top = stack.last else { return lexHTMLText() }
        switch top.mode {
        case .htmlComment: lexHTMLComment()
        case .htmlTag: lexHTMLTag(top)
        case .text: lexText(top)
        default: lexHTMLText()
        }
    }

    /// Code up to the tag that ends it: `</script` ends the script wherever it stands, in a string too.
    private mutating func lexEmbedded(_ frame: Int) {
        let isScript = stack[frame].mode == .htmlScript
        let whole = limit
        let end = embeddedEnd(isScript ? "</script" : "</style")
        limit = end ?? whole
        while index < limit {
            let from = index
            if isScript { lexBraces() } else { lexStyle() }
            if index == from { index += 1 }
        }
        limit = whole
        if let end {
            index = end
            stack.removeSubrange(frame...)
            openHTMLTag()
        }
    }

    private func embeddedEnd(_ tag: StaticString) -> Int? {
        var at = index
        while at + tag.utf8CodeUnitCount <= limit {
            if line[at] == UInt8(ascii: "<") {
                var same = true
                for offset in 0..<tag.utf8CodeUnitCount where line[at + offset].lowered != tag.utf8Start[offset] {
                    same = false
                    break
                }
                if same { return at }
            }
            at += 1
        }
        return nil
    }

    private mutating func lexStyle() {
        if stack.last?.mode == .blockComment || starts(with: "/*") { return lexBraces() }
        let byte = line[index]
        if byte.isSpace { return skipSpace() }
        if byte.isWord || byte == UInt8(ascii: "-") { return lexDashedWord() }
        if byte == UInt8(ascii: "{") { return addBracket(.open) }
        if byte == UInt8(ascii: "}") { return addBracket(.close) }
        lexOperator()
    }

    private mutating func lexHTMLText() {
        if starts(with: "<!--") {
            push(LexerFrame(mode: .htmlComment))
            return lexHTMLComment()
        }
        let next = peek(1)
        if line[index] == UInt8(ascii: "<"),
            next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        {
            return openHTMLTag()
        }
        let start = index
        index += 1
        while index < limit, line[index] != UInt8(ascii: "<") { index += 1 }
        add(.text, from: start, hash: 0)
    }

    private mutating func lexHTMLComment() {
        let start = index
        while index < limit {
            if starts(with: "-->") {
                index += 3
                stack.removeLast()
                break
            }
            index += 1
        }
        add(.comment, from: start, hash: 0)
    }

    private mutating func openHTMLTag() {
        let start = index
        index += peek(1) == UInt8(ascii: "/") ? 2 : 1
        let isClosing = index - start == 2
        addHashed(.operator, from: start)
        var frame = LexerFrame(mode: .htmlTag, flags: isClosing ? .closing : [])
        if !isClosing, startsName("script") { frame.flags.insert(.script) }
        if !isClosing, startsName("style") { frame.flags.insert(.style) }
        push(frame)
    }

    private func startsName(_ name: StaticString) -> Bool {
        for offset in 0..<name.utf8CodeUnitCount where peek(offset).lowered != name.utf8Start[offset] { return false }
        return !peek(name.utf8CodeUnitCount).isWord
    }

    private mutating func lexHTMLTag(_ frame: LexerFrame) {
        let byte = line[index]
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C: skipSpace()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): lexAttributeString(byte)
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: ">"):
            index += 2
            stack.removeLast()
            addHashed(.operator, from: index - 2)
        case UInt8(ascii: ">"):
            index += 1
            addHashed(.operator, from: index - 1)
            stack.removeLast()
            if frame.flags.contains(.script) { push(LexerFrame(mode: .htmlScript)) }
            if frame.flags.contains(.style) { push(LexerFrame(mode: .htmlStyle)) }
        default:
            if byte.isWord { lexHTMLName() } else { lexOperator() }
        }
    }

    /// An element's or attribute's name, or a value without quotes.
    private mutating func lexHTMLName() {
        let start = index
        var hash = TokenHash.seed
        while index < limit {
            let byte = line[index]
            guard
                byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "/")
            else { break }
            if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: ">") { break }
            hash = TokenHash.step(hash, byte.lowered)
            index += 1
        }
        add(.word, from: start, hash: hash)
    }
}
