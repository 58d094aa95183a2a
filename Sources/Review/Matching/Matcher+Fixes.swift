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
                if !isEnded { text = ";" }
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
        return Fix(title: program.rule.fixTitle, edits: [Fix.Edit(range: range, newText: text)])
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
