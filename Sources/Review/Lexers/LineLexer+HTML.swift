/// HTML and XML, with JavaScript in `<script>` and in handlers of events, and CSS in `<style>`.
extension LineLexer {
    /// What the hashes of names in tags differ by from those of the same words in code: no pattern matches a tag.
    private static let tagHash: UInt32 = 0x9E37_79B9

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
        if stack[frame].flags.contains(.raw), index < limit {
            // A template or data: no code.
            let start = index
            index = limit
            add(.text, from: start, hash: 0)
        }
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
        while index < limit, line[index] != UInt8(ascii: "<"), !(language == .astro && line[index] == 0x7B) {
            index += 1
        }
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
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if !isHandler() || !lexHandler(byte) { lexAttributeString(byte) }
            if frame.flags.contains(.script), isForeignType() { stack[stack.count - 1].flags.insert(.raw) }
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: ">"):
            index += 2
            stack.removeLast()
            addHashed(.operator, from: index - 2)
        case UInt8(ascii: ">"):
            index += 1
            addHashed(.operator, from: index - 1)
            stack.removeLast()
            if frame.flags.contains(.script) {
                push(LexerFrame(mode: .htmlScript, flags: frame.flags.intersection(.raw)))
            }
            if frame.flags.contains(.style) { push(LexerFrame(mode: .htmlStyle)) }
        default:
            if byte.isWord { lexHTMLName() } else { lexOperator() }
        }
    }

    /// The name of the attribute whose value comes next, or has just come, in lower case.
    private func attributeName(before last: Int) -> [UInt8]? {
        guard last >= 1, tokens[last].kind == .operator, line[Int(tokens[last].start)] == UInt8(ascii: "="),
            tokens[last - 1].kind == .word
        else { return nil }
        return line[tokens[last - 1].range].map(\.lowered)
    }

    /// Whether the value that comes next is code: `onclick="…"`, `@click="…"`, `v-on:click="…"`.
    private func isHandler() -> Bool {
        guard let name = attributeName(before: tokens.count - 1) else { return false }
        if name.count > 4, name.starts(with: "on".utf8), name[2].isLetter { return true }
        if name.starts(with: "v-on:".utf8) { return true }
        return tokens.count >= 3 && line[Int(tokens[tokens.count - 3].start)] == UInt8(ascii: "@")
    }

    /// A handler's code, if it ends on this line.
    private mutating func lexHandler(_ quote: UInt8) -> Bool {
        guard let end = line[(index + 1)..<limit].firstIndex(of: quote) else { return false }
        let (whole, depth) = (limit, stack.count)
        index += 1
        add(.textOpen, from: index - 1, hash: 0, head: 1)
        limit = end
        while index < limit {
            let from = index
            lexBraces()
            if index == from { index += 1 }
        }
        stack.removeSubrange(depth...)
        (index, limit) = (end + 1, whole)
        add(.textClose, from: end, hash: 0)
        return true
    }

    /// Whether the attribute that has just ended says that a script is no JavaScript.
    private func isForeignType() -> Bool {
        guard tokens.count >= 3, let value = tokens.last, value.kind == .string,
            attributeName(before: tokens.count - 2) == Array("type".utf8)
        else { return false }
        let type = String(decoding: line[value.contentRange].map(\.lowered), as: UTF8.self)
        return !type.isEmpty && type != "module"
            && !["javascript", "ecmascript", "typescript", "babel", "jsx"].contains { type.contains($0) }
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
        add(.word, from: start, hash: hash ^ LineLexer.tagHash)
    }
}
