/// What an expression is made of, with the values that its variables were given shortly before.
extension Matcher {
    /// How many variables deep a value is followed.
    private static let deepestLookup = 2

    /// Reads the expression of the tokens `range`.
    mutating func value(of range: Range<Int>) -> ExpressionValue {
        read(range, depth: 0)
    }

    private mutating func read(_ range: Range<Int>, depth: Int) -> ExpressionValue {
        var value = ExpressionValue()
        var number = range.lowerBound
        var (operands, sawJoin, sawFormat, isConditional) = (0, false, false, false)
        // `name=value`, `label: value`.
        if range.count > 2, let first = lines.token(number), first.kind == .word, let second = lines.token(number + 1),
            says(second, "=") || (says(second, ":") && language == .swift)
        {
            number += 2
        }
        while number < range.upperBound, let token = lines.token(number) {
            operands += 1
            switch token.kind {
            case .string:
                value.hasLiteralText = true
                value.isLoneString = operands == 1
                value.content += lines.text(token.contentRange)
                number = readMembers(after: number + 1, in: range, &value, depth: depth)
            case .textOpen where operands > 1 && isTagged(number, token):
                // What a tag makes of the parts is its own affair: those for SQL and HTML escape them.
                value.hasDynamicPart = true
                value.isName = false
                number = min(next(after: number) ?? range.upperBound, range.upperBound)
            case .textOpen:
                let start = number
                number = readText(number, in: range, &value, depth: depth)
                value.isLoneString = operands == 1 && !value.isInterpolated && number > start
                number = readMembers(after: number, in: range, &value, depth: depth)
            case .word:
                if language == .python, let end = skipCondition(number, in: range, token) {
                    number = end
                    continue
                }
                if !isConditional, language != .python, number + 1 < range.upperBound,
                    let colon = lines.token(number + 1), says(colon, ":")
                {
                    // A key or a label.
                    number += 2
                    continue
                }
                number = readName(number, in: range, &value, depth: depth, isOnly: operands == 1)
            case .open:
                let end = min(next(after: number) ?? range.upperBound, range.upperBound)
                let inner = read(number + 1..<max(number + 1, end - 1), depth: depth)
                value.merge(inner)
                if operands == 1, end == range.upperBound { value.isLoneString = inner.isLoneString }
                number = readMembers(after: end, in: range, &value, depth: depth)
            case .operator:
                if says(token, "?"), language != .python {
                    // What is asked is no part of the value.
                    value = ExpressionValue()
                    (operands, sawJoin, sawFormat, isConditional) = (1, false, false, true)
                }
                if says(token, "+") || says(token, "..") || says(token, ".") { sawJoin = true }
                if says(token, "%"), Matcher.mayInsertText(value.content) { sawFormat = true }
                value.isLoneString = false
                value.isName = false
                number += 1
            default:
                number += 1
            }
        }
        if operands > 1 {
            value.isName = false
            if (sawJoin || sawFormat) && value.hasLiteralText && value.hasDynamicPart { value.isInterpolated = true }
        }
        return value
    }

    /// Where a conditional expression of Python, or the loop of a comprehension, goes on after the word at `number`.
    private mutating func skipCondition(_ number: Int, in range: Range<Int>, _ word: Token) -> Int? {
        guard number > range.lowerBound else { return nil }
        if says(word, "for") { return range.upperBound }
        guard says(word, "if") else { return nil }
        var at = number
        while at < range.upperBound, let token = lines.token(at) {
            if says(token, "else") { return at + 1 }
            at = next(after: at) ?? range.upperBound
        }
        return range.upperBound
    }

    /// Whether a template follows a name: ``sql`…` ``.
    private mutating func isTagged(_ number: Int, _ token: Token) -> Bool {
        guard language != .python, token.flags.isDisjoint(with: .afterSpace), let tag = lines.token(number - 1) else {
            return false
        }
        return tag.kind == .word && !Vocabulary.transparentWords.contains(tag.hash)
    }

    /// Whether a format string takes more than numbers.
    private static func mayInsertText(_ format: [UInt8]) -> Bool {
        var isDirective = false
        var (numbers, others) = (0, 0)
        for byte in format {
            if !isDirective {
                isDirective = byte == UInt8(ascii: "%")
            } else if byte == UInt8(ascii: "%") {
                isDirective = false
            } else if byte.isLetter || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "(") {
                if byte != UInt8(ascii: "l") && byte != UInt8(ascii: "h") {
                    let isNumber = "dioxXeEfFgGuc".utf8.contains(byte)
                    if isNumber { numbers += 1 } else { others += 1 }
                    isDirective = false
                }
            }
        }
        return others > 0 || numbers == 0
    }

    /// Reads a template or format string and what is put into it.
    private mutating func readText(
        _ start: Int, in range: Range<Int>, _ value: inout ExpressionValue, depth: Int
    ) -> Int {
        var number = start + 1
        while number < range.upperBound, let token = lines.token(number), token.kind != .textClose {
            switch token.kind {
            case .text:
                value.hasLiteralText = true
                if token.flags.contains(.startsLine) { value.content.append(UInt8(ascii: " ")) }
                value.content += lines.text(of: token)
                number += 1
            case .codeOpen:
                let end = min(next(after: number) ?? range.upperBound, range.upperBound)
                let inner =
                    isBound(number + 1) ? ExpressionValue() : read(number + 1..<max(number + 1, end - 1), depth: depth)
                value.content += inner.hasDynamicPart ? [0] : inner.content
                if inner.hasDynamicPart {
                    value.hasDynamicPart = true
                    value.isInterpolated = true
                }
                value.hasRequestData = value.hasRequestData || inner.hasRequestData
                number = end
            case .word:
                // An expansion in a text of the shell.
                value.hasDynamicPart = true
                value.isInterpolated = true
                value.content.append(0)
                number += 1
            default: number += 1
            }
        }
        return number + 1
    }

    /// Whether what a Swift text holds is passed as a parameter: `\(bind: value)`.
    private mutating func isBound(_ number: Int) -> Bool {
        guard language == .swift, let label = lines.token(number), let colon = lines.token(number + 1) else {
            return false
        }
        return says(colon, ":") && (says(label, "bind") || says(label, "ident") || says(label, "literal"))
    }

    /// Reads a name with its members, calls and subscripts.
    private mutating func readName(
        _ start: Int, in range: Range<Int>, _ value: inout ExpressionValue, depth: Int, isOnly: Bool
    ) -> Int {
        guard let token = lines.token(start) else { return start + 1 }
        let first = lines.text(of: token)
        if Vocabulary.transparentWords.contains(token.hash) { return start + 1 }
        var end = start + 1
        var (members, lastName, arguments): ([UInt32], UInt32, Range<Int>?) = ([token.hash], token.hash, nil)
        while end < range.upperBound, let next = lines.token(end) {
            if next.kind == .operator, says(next, ".") || says(next, "?.") || says(next, "::"),
                end + 1 < range.upperBound,
                let member = lines.token(end + 1), member.kind == .word
            {
                members.append(member.hash)
                (lastName, arguments) = (member.hash, nil)
                end += 2
            } else if next.kind == .open, !says(next, "{"), next.flags.isDisjoint(with: .startsLine),
                let after = self.next(after: end), after <= range.upperBound
            {
                if says(next, "(") { arguments = end + 1..<after - 1 }
                if says(next, "["), after - end == 3, let key = lines.token(end + 1) { members.append(key.hash) }
                end = after
            } else if next.kind == .operator, says(next, "!"), next.flags.isDisjoint(with: .afterSpace) {
                end += 1
            } else {
                break
            }
        }
        if let arguments {
            if Vocabulary.cleansers.contains(lastName) { return end }
            if Vocabulary.formatters.contains(lastName) {
                return readFormat(arguments, end, &value, depth: depth)
            }
            if Vocabulary.wrappers.contains(lastName), let label = lines.token(arguments.lowerBound),
                language == .swift, says(label, "format")
            {
                return readFormat(arguments, end, &value, depth: depth)
            }
            if Vocabulary.wrappers.contains(lastName) {
                value.merge(read(arguments, depth: depth))
                return end
            }
        }
        if Vocabulary.isRequestData(members, language) { value.hasRequestData = true }
        if members.count == 1, arguments == nil {
            if Vocabulary.literalWords.contains(token.hash) || Matcher.isConstantName(first) { return end }
            value.isName = isOnly && end == range.upperBound
            if depth < Matcher.deepestLookup, end == start + 1,
                let known = lookUp(token, from: start, depth: depth)
            {
                let isName = value.isName
                value.merge(known)
                value.isName = isName
                return end
            }
        } else if arguments == nil, let last = lines.token(end - 1), last.kind == .word,
            Matcher.isConstantName(lines.text(of: last))
        {
            return end
        }
        value.hasDynamicPart = true
        value.content.append(0)
        if members.count > 1 { value.isName = isOnly && arguments == nil && end == range.upperBound }
        return end
    }

    /// `"…".format(…)`, `"…".concat(…)` and the like, after a string.
    private mutating func readMembers(
        after number: Int, in range: Range<Int>, _ value: inout ExpressionValue, depth: Int
    ) -> Int {
        var number = number
        while number + 2 < range.upperBound, let dot = lines.token(number), says(dot, "."),
            let name = lines.token(number + 1), name.kind == .word, let open = lines.token(number + 2), says(open, "("),
            let end = next(after: number + 2)
        {
            value.isLoneString = false
            let arguments = read(number + 3..<max(number + 3, end - 1), depth: depth)
            if Vocabulary.formatters.contains(name.hash) {
                if arguments.hasDynamicPart {
                    value.hasDynamicPart = true
                    value.isInterpolated = value.hasLiteralText
                }
                value.hasRequestData = value.hasRequestData || arguments.hasRequestData
            }
            number = end
        }
        return number
    }

    /// A call that makes text of a format and values: `fmt.Sprintf("…", x)`, `String(format: "…", x)`.
    private mutating func readFormat(
        _ arguments: Range<Int>, _ end: Int, _ value: inout ExpressionValue, depth: Int
    ) -> Int {
        var inner = read(arguments, depth: depth)
        if inner.hasLiteralText, inner.content.contains(UInt8(ascii: "%")), !Matcher.mayInsertText(inner.content) {
            inner.hasDynamicPart = inner.isInterpolated
        }
        inner.isInterpolated = inner.isInterpolated || (inner.hasLiteralText && inner.hasDynamicPart)
        value.merge(inner)
        return end
    }

    /// Two or more letters, none of them lower-case: a constant by everybody's convention.
    private static func isConstantName(_ text: ArraySlice<UInt8>) -> Bool {
        text.count > 1 && text.contains { $0.isUpper } && !text.contains { $0 &- 0x61 < 26 }
    }

    // MARK: Variables

    /// The value that a variable was given before the token `number`, in the same function and in reach.
    private mutating func lookUp(_ name: Token, from number: Int, depth: Int) -> ExpressionValue? {
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
            } else if token.flags.contains(.startsLine), startsFunction(at, token) {
                if let appended { return Matcher.joined(appended, appended) }
                return isNamed(name, inHeaderFrom: at) ? nil : fileConstant(name, before: at, depth: depth)
            }
            at -= 1
        }
        return nil
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
    private static func joined(_ one: ExpressionValue, _ other: ExpressionValue) -> ExpressionValue {
        var value = one
        value.merge(other)
        value.isInterpolated = value.isInterpolated || (value.hasLiteralText && value.hasDynamicPart)
        return value
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
