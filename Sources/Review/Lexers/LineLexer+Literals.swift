/// Strings of the languages that share one way to lex them: Java, Kotlin, C#, Dart, PHP, Rust and Terraform.
extension LineLexer {
    /// A string with a prefix: `r"…"` of Dart and Rust, `b"…"` and `r#"…"#` of Rust, `$"…"` and `@"…"` of C#.
    ///
    /// - Returns: Whether one starts here.
    mutating func lexPrefixedLiteral() -> Bool {
        let start = index
        let prefix: StaticString
        switch language {
        case .dart: prefix = "r"
        case .rust: prefix = "bcr"
        case .csharp: prefix = "$@"
        default: return false
        }
        var end = index
        while end < limit, end - index < prefix.utf8CodeUnitCount, isPart(line[end], of: prefix) { end += 1 }
        guard end > start else { return false }
        var pounds = 0
        if language == .rust, line[end - 1] == UInt8(ascii: "r") {
            while end + pounds < limit, line[end + pounds] == UInt8(ascii: "#"), pounds < 200 { pounds += 1 }
        }
        guard end + pounds < limit else { return false }
        let quote = line[end + pounds]
        guard quote == UInt8(ascii: "\"") || (quote == UInt8(ascii: "'") && language == .dart) else { return false }
        index = end + pounds
        lexLiteral(quote, from: start, pounds: pounds)
        return true
    }

    private func isPart(_ byte: UInt8, of prefix: StaticString) -> Bool {
        (0..<prefix.utf8CodeUnitCount).contains { prefix.utf8Start[$0] == byte }
    }

    /// The string whose quotes start at the next byte, and whose prefix starts at `start`.
    mutating func lexLiteral(_ quote: UInt8, from start: Int, pounds: Int = 0) {
        if quote == UInt8(ascii: "'"), language != .php, language != .dart, language != .ruby { return lexCharacter() }
        let isTriple = traits.tripleQuotes && peek(1) == quote && peek(2) == quote
        var flags = literalFlags(quote, line[start..<index])
        if isTriple || traits.longStrings { flags.insert(.multiline) }
        if isTriple, language == .kotlin || language == .csharp { flags.insert(.raw) }
        let frame = LexerFrame(
            mode: .text, flags: flags, depth: isTriple ? 3 : 1, pounds: UInt8(pounds), delimiter: UInt32(quote))
        let body = index + Int(frame.depth)
        let head = body - start
        if let end = endOfPlainText(frame, from: body) {
            index = end + Int(frame.depth) + pounds
            return addHashed(.string, from: start, head: head, tail: Int(frame.depth) + pounds)
        }
        if flags.isDisjoint(with: [.multiline, .holdsCode]) {
            index = limit
            return addHashed(.string, from: start, head: head)
        }
        index = min(body, limit)
        if push(frame) { add(.textOpen, from: start, hash: 0, head: head) } else { addHashed(.string, from: start) }
    }

    private func literalFlags(
        _ quote: UInt8, _ prefix: Slice<UnsafeBufferPointer<UInt8>>
    ) -> LexerFrame.Flags {
        let isDouble = quote == UInt8(ascii: "\"")
        switch language {
        case .kotlin, .terraform: return .holdsCode
        case .dart: return prefix.isEmpty ? .holdsCode : .raw
        case .php, .ruby: return isDouble || quote == 0x60 ? .holdsCode : []
        case .csharp:
            var flags: LexerFrame.Flags = prefix.contains(UInt8(ascii: "$")) ? .holdsCode : []
            if prefix.contains(UInt8(ascii: "@")) { flags.formUnion([.raw, .multiline]) }
            return flags
        case .rust:
            var flags: LexerFrame.Flags = .holdsCode
            if prefix.contains(UInt8(ascii: "r")) { flags.insert(.raw) }
            return flags
        default: return []
        }
    }

    /// `'x'`, `'\n'`; a lone quote before a lifetime of Rust.
    private mutating func lexCharacter() {
        let start = index
        var end = index + 1
        while end < limit, line[end] != UInt8(ascii: "'"), end - start < 12 {
            // What comes after a lifetime is no character.
            if language == .rust, end > start + 1, line[start + 1] != UInt8(ascii: "\\"), line[end] < 0x80 { break }
            end += line[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < limit, line[end] == UInt8(ascii: "'"), end > start + 1 else { return lexOperator() }
        index = end + 1
        addHashed(.string, from: start, head: 1, tail: 1)
    }

    // MARK: Code in a string

    /// The length of what opens code in a string here.
    func codeOpening(_ insertion: LexerTraits.Insertion) -> Int? {
        let (byte, next) = (line[index], peek(1))
        switch insertion {
        case .never: return nil
        case .dollar, .dollarBrace:
            // `$${` is a text in Terraform.
            let isEscaped = insertion == .dollarBrace && index > 0 && line[index - 1] == UInt8(ascii: "$")
            return byte == UInt8(ascii: "$") && next == UInt8(ascii: "{") && !isEscaped ? 2 : nil
        case .brace:
            guard byte == UInt8(ascii: "{"), next != byte, next != UInt8(ascii: "}") else { return nil }
            return language == .csharp || namesVariable(at: index + 1) ? 1 : nil
        case .hashBrace: return byte == UInt8(ascii: "#") && next == UInt8(ascii: "{") ? 2 : nil
        case .php:
            if byte == UInt8(ascii: "{"), next == UInt8(ascii: "$") { return 1 }
            return byte == UInt8(ascii: "$") && next == UInt8(ascii: "{") ? 2 : nil
        }
    }

    /// Whether a name and perhaps a format fill the braces: `{name}`, `{name:?}`, whether a macro reads them or not.
    private func namesVariable(at start: Int) -> Bool {
        var end = start
        while end < limit, line[end].isWord { end += 1 }
        guard end > start, end < limit, !line[start].isDigit else { return false }
        return line[end] == UInt8(ascii: "}") || line[end] == UInt8(ascii: ":")
    }

    /// Whether a variable's name stands in the string here: `$name`.
    func insertsName() -> Bool {
        guard traits.insertion == .dollar || traits.insertion == .php, line[index] == UInt8(ascii: "$") else {
            return false
        }
        return peek(1).isWord && !peek(1).isDigit
    }

    /// The name as code: a variable of PHP has its `$`, one of Kotlin and Dart has none.
    mutating func lexInsertedName() {
        let start = index
        if traits.insertion == .dollar { index += 1 }
        add(.codeOpen, from: start, hash: 0)
        let name = index
        index = start + 1
        while index < limit, line[index].isWord { index += 1 }
        addHashed(.word, from: name)
        add(.codeClose, from: index, hash: 0)
    }

    /// How many bytes are one character of a text: two where the first changes what the second means.
    func characterLength(_ frame: LexerFrame) -> Int {
        let byte = line[index]
        if byte == UInt8(ascii: "\\"), !frame.flags.contains(.raw) { return 2 }
        return traits.insertion == .brace && byte == UInt8(ascii: "{") && peek(1) == byte ? 2 : 1
    }

    // MARK: Texts between lines

    /// `<<<WORD` of PHP, `<<WORD` and `<<-WORD` of Terraform: the text starts with the next line.
    mutating func lexHeredocSign() -> Bool {
        guard language == .php ? starts(with: "<<<") : language == .terraform && starts(with: "<<") else {
            if language == .php, starts(with: "<?") { return openPHP() }
            return false
        }
        let start = index
        var end = index + (language == .php ? 3 : 2)
        while end < limit, line[end].isSpace || line[end] == UInt8(ascii: "-") || line[end] == UInt8(ascii: "\"") {
            end += 1
        }
        var flags: LexerFrame.Flags = [.multiline, .holdsCode]
        if end < limit, line[end] == UInt8(ascii: "'") {
            flags = [.multiline, .raw]
            end += 1
        }
        let word = end
        while end < limit, line[end].isWord { end += 1 }
        guard end > word, !line[word].isDigit else { return false }
        let hash = TokenHash.of(line[word..<end])
        if end < limit, line[end] == UInt8(ascii: "'") || line[end] == UInt8(ascii: "\"") { end += 1 }
        guard end == limit, push(LexerFrame(mode: .pendingHeredoc, flags: flags, delimiter: hash)) else { return false }
        index = end
        add(.textOpen, from: start, hash: 0, head: end - start)
        return true
    }

    /// At the start of a line: the text begins, or its word ends it.
    mutating func startHeredocBody() {
        guard let top = stack.last else { return }
        stack[stack.count - 1].mode = .heredoc
        var from = 0
        while from < limit, line[from].isSpace { from += 1 }
        var end = from
        while end < limit, line[end].isWord { end += 1 }
        guard end > from, TokenHash.of(line[from..<end]) == top.delimiter else { return }
        stack.removeLast()
        index = end
        // What Ruby's line went on behind had no opening.
        add(top.flags.contains(.indented) ? .comment : .textClose, from: from, hash: 0)
    }

    mutating func lexHeredocBody(_ frame: LexerFrame) {
        let start = index
        while index < limit {
            if lexInsertion(into: frame, after: start) { return }
            index = min(limit, index + characterLength(frame))
        }
        if index > start { add(.text, from: start, hash: 0) }
    }

    // MARK: PHP

    /// Text around the code of PHP: nothing in it is looked at.
    mutating func lexPHPMarkup() {
        while index < limit, !starts(with: "<?") { index += 1 }
        if index < limit, !openPHP() { index += 1 }
    }

    /// `<?php` in letters of either case, `<?=` or `<?`, which is not `<?xml`.
    private mutating func openPHP() -> Bool {
        let start = index
        if (0..<3).allSatisfy({ peek(2 + $0).lowered == [0x70, 0x68, 0x70][$0] }) {
            index += 5
        } else if starts(with: "<?=") {
            index += 3
        } else if peek(2).isWord {
            return false
        } else {
            index += 2
        }
        addHashed(.operator, from: start)
        if !stack.contains(where: { $0.mode == .php }) { push(LexerFrame(mode: .php)) }
        return true
    }

    /// `?>`: text follows.
    func endOfPHP(in comment: Range<Int>) -> Int? {
        guard language == .php, comment.count > 1 else { return nil }
        return comment.dropLast().first { line[$0] == UInt8(ascii: "?") && line[$0 + 1] == UInt8(ascii: ">") }
    }

    mutating func closePHP() {
        index += 2
        addHashed(.operator, from: index - 2)
        if let frame = stack.lastIndex(where: { $0.mode == .php }) { stack.removeSubrange(frame...) }
    }
}
