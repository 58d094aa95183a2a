/// The values that variables were given before an expression uses them.
extension Matcher {
    /// The value that a variable was given before the token `number`, in the same function and in reach.
    mutating func lookUp(_ name: Token, from number: Int, depth: Int) -> ExpressionValue? {
        var at = number - 1
        var appended: ExpressionValue?
        while let token = lines.token(at) {
            let isSame = token.kind == .word && token.hash == name.hash && lines.text(of: token) == lines.text(of: name)
            if isSame, isNumericParameter(at) { return ExpressionValue() }
            if isSame, let source = destructuredValue(at, before: number) {
                var value = read(source, depth: depth + 1)
                value.hasDynamicPart = true
                return value
            }
            if isSame, let given = assignedValue(at, before: number) {
                var value = read(given.range, depth: depth + 1)
                value.isLoneString = value.isLoneString && appended == nil && !given.isAppended
                guard given.isAppended else {
                    if let appended { value = Matcher.joined(value, appended) }
                    return value
                }
                appended = appended.map { Matcher.joined(value, $0) } ?? value
            } else if isSame, let added = addedValue(at, before: number) {
                let value = read(added, depth: depth + 1)
                appended = appended.map { Matcher.joined(value, $0) } ?? value
            } else if token.flags.contains(.startsLine), startsFunction(at, token) {
                if let appended { return Matcher.united(appended) }
                return isNamed(name, inHeaderFrom: at) ? nil : fileConstant(name, before: at, depth: depth)
            }
            at -= 1
        }
        return appended.map(Matcher.united)
    }

    /// The tokens of what is added there to the list or text at `number`: `parts.push(value)`, `text.WriteString(value)`
    /// and `fmt.Fprintf(&text, …)`.
    private mutating func addedValue(_ number: Int, before use: Int) -> Range<Int>? {
        var open = number + 3
        if let dot = lines.token(number + 1), says(dot, ".") {
            guard let method = lines.token(number + 2), Vocabulary.adders.contains(method.hash) else { return nil }
        } else {
            guard language == .go, let sign = lines.token(number - 1), says(sign, "&"),
                let name = lines.token(number - 3), says(name, "Fprintf") || says(name, "Fprint")
            else { return nil }
            open = number - 2
        }
        guard let bracket = lines.token(open), says(bracket, "("), let end = next(after: open), end <= use else {
            return nil
        }
        return max(open, number) + 1..<end - 1
    }

    /// Whether the brackets after the function's name at `start` hold `name`: a parameter hides what is outside.
    private mutating func isNamed(_ name: Token, inHeaderFrom start: Int) -> Bool {
        var at = start
        while let token = lines.token(at), !says(token, "{"), !says(token, ":"), at < start + 64 {
            let end = next(after: at) ?? at + 1
            if says(token, "(") {
                for inner in at..<end where lines.token(inner)?.hash == name.hash { return true }
            }
            at = end
        }
        return false
    }

    /// The value of a constant of the file: one that is given at a line's very beginning.
    private mutating func fileConstant(_ name: Token, before number: Int, depth: Int) -> ExpressionValue? {
        var at = number - 1
        while let token = lines.token(at) {
            if token.kind == .word, token.hash == name.hash, lines.text(of: token) == lines.text(of: name),
                startsFileConstant(at), let given = assignedValue(at, before: number), !given.isAppended
            {
                return read(given.range, depth: depth + 1)
            }
            at -= 1
        }
        return nil
    }

    private mutating func startsFileConstant(_ number: Int) -> Bool {
        guard let name = lines.token(number) else { return false }
        if name.flags.contains(.startsLine) {
            return language == .python && lines.place(of: number, byte: name.start).byte == 0
        }
        guard let word = lines.token(number - 1), says(word, "const") || says(word, "let") else { return false }
        if let export = lines.token(number - 2), says(export, "export") { return true }
        return word.flags.contains(.startsLine) && lines.place(of: number - 1, byte: word.start).byte == 0
    }

    /// Whether the name at `number` is a parameter of a type that can hold nothing but numbers.
    private mutating func isNumericParameter(_ number: Int) -> Bool {
        guard var type = lines.token(number + 1) else { return false }
        var end = number + 2
        if says(type, ":") {
            guard let word = lines.token(end) else { return false }
            (type, end) = (word, end + 1)
        } else if language != .go {
            return false
        }
        guard type.kind == .word, Vocabulary.numericTypes.contains(type.hash), let after = lines.token(end) else {
            return false
        }
        return says(after, ",") || says(after, ")") || says(after, "=")
    }

    /// The tokens of the value that the brackets around the name at `number` take apart: `const { id } = value`.
    private mutating func destructuredValue(_ number: Int, before use: Int) -> Range<Int>? {
        guard language != .go, language != .swift, var at = lines.token(number + 1).map({ _ in number + 1 }) else {
            return nil
        }
        guard let before = lines.token(number - 1),
            says(before, "{") || says(before, ",") || says(before, "[") || says(before, ":")
        else { return nil }
        while at < use, let token = lines.token(at), !token.closesGroup {
            if says(token, ";") { return nil }
            at = next(after: at) ?? use
        }
        guard at + 2 < use, let close = lines.token(at), says(close, "}") || says(close, "]"),
            let sign = lines.token(at + 1), says(sign, "="), let open = groupStart(closedAt: at),
            let word = lines.token(open - 1), says(word, "const") || says(word, "let") || says(word, "var")
        else { return nil }
        var end = at + 2
        while end < use, let token = lines.token(end), !ends(expressionFrom: at + 2, at: end, token, depth: 0),
            let after = next(after: end)
        {
            end = after
        }
        return at + 2..<end
    }

    /// The value of a text and what is appended to it.
    static func joined(_ one: ExpressionValue, _ other: ExpressionValue) -> ExpressionValue {
        var value = one
        value.merge(other)
        return united(value)
    }

    /// The value of a text that is made of all these parts.
    static func united(_ parts: ExpressionValue) -> ExpressionValue {
        var text = parts
        text.isInterpolated = text.isInterpolated || (text.hasLiteralText && text.hasDynamicPart)
        return text
    }

    /// The tokens of the value that the variable at `number` is given there, if it is.
    private mutating func assignedValue(_ number: Int, before use: Int) -> (range: Range<Int>, isAppended: Bool)? {
        if let previous = lines.token(number - 1), previous.kind == .operator,
            says(previous, ".") || says(previous, "?.")
        {
            return nil
        }
        guard var sign = lines.token(number + 1) else { return nil }
        var start = number + 2
        // `name: Type = value`.
        if says(sign, ":"), let typed = typedAssignment(after: number + 1) {
            start = typed + 1
        } else {
            guard sign.kind == .operator else { return nil }
            let isPlain = says(sign, "=") || says(sign, ":=")
            guard isPlain || says(sign, "+=") else { return nil }
            sign = isPlain ? sign : sign
        }
        let isAppended = says(sign, "+=")
        var end = start
        while end < use, let token = lines.token(end), !ends(expressionFrom: start, at: end, token, depth: 0),
            let after = next(after: end)
        {
            end = after
        }
        guard end > start, end <= use else { return nil }
        return (start..<end, isAppended)
    }

    /// The `=` after a type, in `name: Type = value`.
    private mutating func typedAssignment(after colon: Int) -> Int? {
        for number in colon + 1..<colon + 8 {
            guard let token = lines.token(number) else { return nil }
            if token.kind == .operator, says(token, "=") { return number }
            if says(token, ",") || says(token, ")") || says(token, "{") || says(token, ";") { return nil }
            if token.flags.contains(.startsLine) { return nil }
        }
        return nil
    }

    /// Whether a line's first token starts a function's or a type's declaration.
    private mutating func startsFunction(_ number: Int, _ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        for offset in 0..<3 {
            guard let word = lines.token(number + offset), word.kind == .word else { return false }
            if Vocabulary.declarations.contains(word.hash) { return true }
            if !Vocabulary.modifiers.contains(word.hash) { return false }
        }
        return false
    }
}
