/// Compares single tokens with what a pattern asks for.
extension Matcher {
    mutating func matchesOne(_ pattern: Pattern, _ element: Pattern.Element, _ number: Int) -> Bool {
        guard let token = lines.token(number) else { return false }
        switch element.kind {
        case .token:
            if token.hash == element.hash, isAlike(token.kind, element.tokenKind) {
                return token.flags.contains(.alias)
                    || lines.text(of: token).elementsEqual(pattern.text(of: element))
                    || ((language == .sql || language == .powershell)
                        && lines.text(of: token).map(\.lowered) == pattern.text(of: element).map(\.lowered))
            }
            // By the name that the file gave it.
            if token.flags.contains(.alias), element.tokenKind == .word,
                lines.text(of: token).elementsEqual(pattern.text(of: element))
            {
                return true
            }
            return element.text.count == 1 && pattern.texts[Int(element.text.start)] == UInt8(ascii: ".")
                && token.kind == .operator && says(token, "?.")
        case .string:
            return token.kind == .string && token.hash == element.hash
                && lines.text(token.contentRange).elementsEqual(pattern.text(of: element))
        case .stringVariable: return token.kind == .string && bind(element, number..<number + 1)
        case .metavariable:
            if pattern.alternatives(of: element).first == LookUp.keyHash {
                return token.kind.isKey && token.kind != .operator && bind(element, number..<number + 1)
            }
            guard token.kind == .word else { return false }
            if !element.alternatives.isEmpty, !pattern.alternatives(of: element).contains(token.hash),
                pattern.alternatives(of: element).first != LookUp.hookHash || !LookUp.isHook(lines.text(of: token))
            {
                guard token.flags.contains(.alias),
                    pattern.alternatives(of: element).contains(TokenHash.of(lines.text(of: token)))
                else { return false }
            }
            return bind(element, number..<number + 1)
        default: return false
        }
    }

    private func isAlike(_ one: Token.Kind, _ other: Token.Kind) -> Bool {
        one == other || (one == .codeOpen && other == .open) || (one == .codeClose && other == .close)
    }

    /// Binds a metavariable, or compares with what it is bound to.
    mutating func bind(_ element: Pattern.Element, _ range: Range<Int>) -> Bool {
        let old = bindings[Int(element.variable)]
        if old.isEmpty {
            bindings[Int(element.variable)] = range
            return true
        }
        return matchesAgain(old, at: range.lowerBound) == range.upperBound
    }

    /// The number after the tokens at `number` if they are the same as those of `range`.
    mutating func matchesAgain(_ range: Range<Int>, at number: Int) -> Int? {
        for offset in 0..<range.count {
            guard let one = lines.token(range.lowerBound + offset), let other = lines.token(number + offset),
                one.kind == other.kind,
                // Where an import gives a name it has the hash of its own text; elsewhere that of what it stands for.
                one.hash == other.hash || one.flags.contains(.alias) || other.flags.contains(.alias),
                lines.text(of: one) == lines.text(of: other)
            else { return nil }
        }
        return number + range.count
    }

    /// Whether the token's text is `text`.
    @inline(__always)
    func says(_ token: Token, _ text: StaticString) -> Bool { lines.says(token, text) }
}
