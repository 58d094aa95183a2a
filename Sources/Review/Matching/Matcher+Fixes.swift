/// Makes the repairs of matches.
extension Matcher {
    /// The rule's repair of a match; nil where the text would not be code any more.
    mutating func fix(_ program: RuleProgram, _ tokens: Range<Int>, from line: Int) -> Fix? {
        guard let fix = program.rule.definition.fix else { return nil }
        let marked = program.focus >= 0 && !bindings[program.focus].isEmpty ? bindings[program.focus] : tokens
        var range = place(of: marked, from: line)
        var text = filled(fix, program)
        if fix.isEmpty {
            let isEnded = lines.followingByte(marked.upperBound - 1) == UInt8(ascii: ";")
            if isBody(marked.lowerBound) || isSeparator(marked.lowerBound, marked.upperBound + (isEnded ? 1 : 0)) {
                // Something has to stand there, be it nothing but a semicolon.
                if !isEnded { text = language == .python ? "pass" : ";" }
            } else if isEnded {
                // A statement goes with its semicolon.
                range.endByte += 1
            }
        }
        // Python ends a statement with its line, except in brackets.
        if language == .python, Self.breaksOutsideBrackets(text.utf8),
            !Self.breaksOutsideBrackets(lines.text(ofTokens: marked))
        {
            return nil
        }
        guard keepsMeaning(marked, text), marked != tokens || keepsName(fix, program.pattern, tokens) else {
            return nil
        }
        return Fix(title: program.rule.fixTitle, edits: [Fix.Edit(range: range, newText: text)])
    }

    /// Whether the name that the repair starts with is written here as in the pattern: after `import yaml as y` nothing
    /// is called `yaml`.
    private mutating func keepsName(_ fix: String, _ pattern: Pattern, _ tokens: Range<Int>) -> Bool {
        guard let head = pattern.elements.first, head.kind == .token, head.tokenKind == .word,
            let first = lines.token(tokens.lowerBound)
        else { return true }
        let name = pattern.texts[head.text.range]
        guard fix.utf8.starts(with: name) else { return true }
        return !first.flags.contains(.alias) && lines.text(of: first).elementsEqual(name)
    }

    private static let comparisons = WordSet("== != === !== < > <= >= in is not instanceof")
    /// What binds an operand more tightly than a comparison, or compares it as well, when it stands before it.
    private static let binders = WordSet(
        "typeof await void delete new yield - + ! ~ * / % ** << >> >>> < > <= >= == != === !== instanceof in is . ?.")
    /// What goes on with an operand when it stands after it.
    private static let continuations = WordSet(
        "== != === !== < > <= >= << >> >>> + - * / % ** in is not instanceof . ?. [ (")
    private static let statements = WordSet("assert throw raise")

    /// Whether a text can take the place of some tokens: nothing around binds a part of them, no comment goes with
    /// them, and no two words become one.
    private mutating func keepsMeaning(_ marked: Range<Int>, _ text: String) -> Bool {
        for number in marked.dropFirst() where lines.hasComment(before: number) { return false }
        guard let first = lines.token(marked.lowerBound) else { return false }
        let (before, after) = (lines.token(marked.lowerBound - 1), lines.token(marked.upperBound))
        if let before, before.kind == .word, before.end == first.start, !first.flags.contains(.startsLine),
            text.utf8.first?.isWord == true
        {
            return false
        }
        if Matcher.statements.contains(first.hash) || before.map({ Matcher.statements.contains($0.hash) }) == true {
            guard let after, !after.flags.contains(.startsLine) else { return true }
            return after.closesGroup || says(after, ";")
        }
        var comparesAtAll = false
        var number = marked.lowerBound
        while number < marked.upperBound, let token = lines.token(number), !comparesAtAll {
            comparesAtAll = Matcher.comparisons.contains(token.hash) && token.kind != .string
            number = next(after: number) ?? marked.upperBound
        }
        guard comparesAtAll else { return true }
        if let before, Matcher.binders.contains(before.hash), before.kind != .string { return false }
        if let after, Matcher.continuations.contains(after.hash), after.kind != .string,
            !after.flags.contains(.startsLine)
        {
            return false
        }
        return true
    }

    /// Whether the statement at a token is all that an `if`, an `else`, a loop without braces or a label has.
    private mutating func isBody(_ number: Int) -> Bool {
        guard let before = lines.token(number - 1) else { return false }
        if says(before, "else") || says(before, "do") || says(before, ":") { return true }
        guard says(before, ")") else { return false }
        var (index, depth) = (number - 1, 0)
        while let token = lines.token(index) {
            if token.closesGroup { depth += 1 }
            if token.opensGroup { depth -= 1 }
            index -= 1
            guard depth > 0 else { break }
        }
        guard depth == 0, let word = lines.token(index) else { return false }
        let heads: [StaticString] = ["if", "for", "while", "with", "await"]
        return heads.contains { says(word, $0) }
    }

    /// Whether the statement from a token up to another one keeps those around it apart: `a()` and `(b)` would be a call.
    private mutating func isSeparator(_ number: Int, _ following: Int) -> Bool {
        guard let before = lines.token(number - 1), let after = lines.token(following) else { return false }
        if says(before, ";") || says(before, "{") || says(after, ";") { return false }
        switch after.kind {
        case .open: return !says(after, "{")
        case .string: return lines.text(of: after).first == UInt8(ascii: "`")
        case .textOpen, .operator, .regex: return true
        default: return false
        }
    }

    /// Whether a text has a line break that no bracket of its own surrounds.
    private static func breaksOutsideBrackets(_ text: some Sequence<UInt8>) -> Bool {
        var depth = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case 0x0A where depth <= 0, 0x0D where depth <= 0: return true
            default: break
            }
        }
        return false
    }
}
