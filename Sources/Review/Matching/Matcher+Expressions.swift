/// What an expression is made of, with the values that its variables were given shortly before.
extension Matcher {
    /// How many variables deep a value is followed.
    static let deepestLookup = 6

    /// Reads the expression of the tokens `range`.
    mutating func value(of range: Range<Int>) -> ExpressionValue {
        read(range, depth: 0)
    }

    mutating func read(_ range: Range<Int>, depth: Int) -> ExpressionValue {
        var value = ExpressionValue()
        let trailBefore = trail
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
                value.append(lines.text(token.contentRange))
                number = readMembers(after: number + 1, in: range, &value, depth: depth)
            case .textOpen where operands > 1 && isTagged(number, token):
                // What a tag makes of the parts is its own affair: those for SQL and HTML escape them.
                value.dynamic = .all
                value.isName = false
                number = min(next(after: number) ?? range.upperBound, range.upperBound)
            case .textOpen:
                let start = number
                number = readText(number, in: range, &value, depth: depth)
                value.isLoneString = operands == 1 && !value.isInterpolated && number > start
                number = readMembers(after: number, in: range, &value, depth: depth)
            case .word:
                if language == .python, let end = skipCondition(number, in: range, token) {
                    if says(token, "if"), let holds = outcome(ofConditionIn: number + 1..<max(number + 1, end - 1)) {
                        if holds { return value }
                        value = ExpressionValue()
                        (operands, sawJoin, sawFormat) = (0, false, false)
                    }
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
            case .open where castsToNumber(number, in: range):
                // `(int) $x`: whatever comes is a number.
                var ignored = ExpressionValue()
                number += 3
                number =
                    lines.token(number)?.kind == .word
                    ? readName(number, in: range, &ignored, depth: depth, isOnly: false)
                    : next(after: number) ?? range.upperBound
            case .open:
                let end = min(next(after: number) ?? range.upperBound, range.upperBound)
                let inner = read(number + 1..<max(number + 1, end - 1), depth: depth)
                value.merge(inner)
                if operands == 1, end == range.upperBound { value.isLoneString = inner.isLoneString }
                number = readMembers(after: end, in: range, &value, depth: depth)
            case .operator:
                if says(token, "=>"), language != .php {
                    // A function is no text, whatever texts it holds.
                    value = ExpressionValue()
                    trail = trailBefore
                    value.dynamic = .all
                    return value
                }
                if says(token, "?"), asksBefore(number) {
                    if let holds = outcome(ofConditionIn: range.lowerBound..<number),
                        let colon = colon(after: number, in: range)
                    {
                        return read(holds ? number + 1..<colon : colon + 1..<range.upperBound, depth: depth)
                    }
                    // What is asked is no part of the value.
                    value = ExpressionValue()
                    trail = trailBefore
                    (operands, sawJoin, sawFormat, isConditional) = (1, false, false, true)
                }
                if Vocabulary.comparisons.contains(token.hash), let end = endOfComparison(number, in: range) {
                    // What is compared is no part of the value: that is true or false.
                    value = ExpressionValue()
                    trail = trailBefore
                    (sawJoin, sawFormat) = (false, false)
                    number = end
                    continue
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
            if sawJoin || sawFormat { value.unite() }
        }
        return value
    }

    /// Where an expression goes on after what is compared by the operator at `number`; nil where it may be no comparison.
    private mutating func endOfComparison(_ number: Int, in range: Range<Int>) -> Int? {
        guard language != .sql, language != .shell, language != .dockerfile else { return nil }
        var end = number + 1
        while end < range.upperBound, let token = lines.token(end) {
            if token.kind == .operator, Vocabulary.afterComparisons.contains(token.hash) { break }
            if token.kind == .word, says(token, "and") || says(token, "or") || says(token, "if") { break }
            end = next(after: end) ?? range.upperBound
        }
        return min(end, range.upperBound)
    }

    /// Whether a `?` comes after a condition; else it passes on an error, or gives what stands in for nothing.
    private mutating func asksBefore(_ number: Int) -> Bool {
        guard language != .python, language != .rust else { return false }
        return lines.token(number + 1).map { !says($0, ":") || $0.flags.contains(.afterSpace) } ?? false
    }

    /// The colon between the two values after a `?`.
    private mutating func colon(after question: Int, in range: Range<Int>) -> Int? {
        var number = question + 1
        while number < range.upperBound, let token = lines.token(number) {
            if says(token, "?") { return nil }
            if says(token, ":") { return number }
            number = next(after: number) ?? range.upperBound
        }
        return nil
    }

    /// Whether a cast to a type of numbers starts at `number`.
    private mutating func castsToNumber(_ number: Int, in range: Range<Int>) -> Bool {
        guard language.declaresTypeFirst, number + 3 < range.upperBound, let type = lines.token(number + 1),
            Vocabulary.numericTypes.contains(type.hash), let close = lines.token(number + 2), says(close, ")"),
            let value = lines.token(number + 3)
        else { return false }
        return value.kind == .word || value.opensGroup
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
                if token.flags.contains(.startsLine) { value.append([UInt8(ascii: " ")]) }
                value.append(lines.text(of: token))
                number += 1
            case .codeOpen:
                let end = min(next(after: number) ?? range.upperBound, range.upperBound)
                let inner =
                    isBound(number + 1) ? ExpressionValue() : read(number + 1..<max(number + 1, end - 1), depth: depth)
                let isPlain = inner.hasDynamicPart && inner.request.isEmpty
                value.append(isPlain ? [ExpressionValue.dynamicMark] : inner.content[...])
                value.dynamic.formUnion(inner.dynamic)
                value.interpolated.formUnion(inner.dynamic)
                value.request.formUnion(inner.request)
                number = end
            case .word:
                // An expansion in a text of the shell.
                value.dynamic = .all
                value.interpolated = .all
                value.appendMark(ofRequest: false)
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

    /// Whether a method is called on what the file itself has: `this.name(…)`, `new Finder().name(…)`.
    mutating func isCalledOnOwnObject(_ start: Int, _ dot: Int?) -> Bool {
        guard let dot, language.declaresTypeFirst || language == .kotlin, let first = lines.token(start) else {
            return false
        }
        if dot == start + 1 { return FlowWords.itself.contains(first.hash) }
        guard let open = lines.token(start + 1), says(open, "("), next(after: start + 1) == dot else { return false }
        return language == .kotlin || (lines.token(start - 1).map { says($0, "new") } ?? false)
    }

    /// Whether a name of Ruby and what is asked of it are what came with a request: `params[:id]`, `request.path`.
    mutating func isRailsRequest(_ members: [UInt32], goesOnTo end: Int, from start: Int) -> Bool {
        guard let first = members.first, Vocabulary.railsRequests.contains(first) else { return false }
        return end > start + 1 || members.count > 1 || Vocabulary.railsParameters == first
    }

    /// Whether a chain of names of PHP asks a framework's request: `$request->input("id")`, `$request->id`.
    func asksRequest(_ members: [UInt32], isCall: Bool) -> Bool {
        guard members.count > 1, members[0] == Vocabulary.phpRequest else { return false }
        if Vocabulary.phpRequestMembers.contains(members[1]) { return true }
        return members.count == 2 && !isCall && !Vocabulary.phpServerFields.contains(members[1])
    }

    /// Reads a call of a method whose result is made of what it is called on: `name.trim()`, `ids.map(…)`.
    ///
    /// - Returns: Whether it is one.
    mutating func readMethod(
        _ name: UInt32, of receiver: Range<Int>, _ arguments: Range<Int>, _ value: inout ExpressionValue, depth: Int
    ) -> Bool {
        if Vocabulary.methods.contains(name) {
            // `base64.decode(text)`: a module's function.
            let argument = read(arguments, depth: depth)
            value.merge(arguments.isEmpty || argument.isLoneString ? read(receiver, depth: depth) : argument)
            return true
        }
        if Vocabulary.changers.contains(name) {
            // What is left of a text after some of it was replaced may be anything.
            value.merge(read(receiver, depth: depth))
            value.merge(read(arguments, depth: depth))
            return true
        }
        if Vocabulary.formatters.contains(name), language == .python {
            // `TEMPLATE.format(value)`, of a text that was given to a variable.
            guard receiver.count == 1, depth < Matcher.deepestLookup, let name = lines.token(receiver.lowerBound),
                let text = lookUp(
                    name.hash, spelledAt: receiver.lowerBound, from: receiver.lowerBound, depth: depth),
                text.hasLiteralText
            else { return false }
            let inserted = read(arguments, depth: depth)
            value.merge(inserted.hasDynamicPart ? Matcher.joined(text, inserted) : text)
            return true
        }
        guard language != .python, language != .go, language != .swift else { return false }
        if name == Matcher.join, arguments.count < 2, lines.token(receiver.upperBound - 1)?.hash != Matcher.path {
            value.merge(Matcher.united(read(receiver, depth: depth)))
            return true
        }
        if name == Matcher.map || name == Matcher.from, let body = arrowBody(in: arguments) {
            value.merge(read(body, depth: depth))
            return true
        }
        if name == Matcher.fill {
            value.merge(read(arguments, depth: depth))
            return true
        }
        return false
    }

    private static let (join, path) = (TokenHash.of("join"), TokenHash.of("path"))
    private static let (map, from, fill) = (TokenHash.of("map"), TokenHash.of("from"), TokenHash.of("fill"))

    /// The expression that an arrow function among the arguments gives; nil where there is none.
    private mutating func arrowBody(in arguments: Range<Int>) -> Range<Int>? {
        var number = arguments.lowerBound
        while number < arguments.upperBound, let token = lines.token(number) {
            if says(token, "=>") {
                let body = number + 1..<arguments.upperBound
                return lines.token(number + 1).map { says($0, "{") } ?? true ? nil : body
            }
            number = next(after: number) ?? arguments.upperBound
        }
        return nil
    }

    /// `"…".format(…)`, `"…".concat(…)` and the like, after a string.
    private mutating func readMembers(
        after number: Int, in range: Range<Int>, _ value: inout ExpressionValue, depth: Int
    ) -> Int {
        var number = number
        while number + 2 < range.upperBound, let dot = lines.token(number), says(dot, "."),
            language != .php, let name = lines.token(number + 1), name.kind == .word,
            let open = lines.token(number + 2), says(open, "("),
            let end = next(after: number + 2)
        {
            value.isLoneString = false
            let arguments = read(number + 3..<max(number + 3, end - 1), depth: depth)
            if Vocabulary.formatters.contains(name.hash) {
                value.dynamic.formUnion(arguments.dynamic)
                value.unite()
                value.request.formUnion(arguments.request)
            }
            // `[text, value].join("")`.
            if name.hash == Matcher.join { value = Matcher.united(value) }
            number = end
        }
        return number
    }

    /// A call that makes text of a format and values: `fmt.Sprintf("…", x)`, `String(format: "…", x)`.
    mutating func readFormat(
        _ arguments: Range<Int>, _ end: Int, _ value: inout ExpressionValue, depth: Int
    ) -> Int {
        var inner = read(arguments, depth: depth)
        if inner.hasLiteralText, inner.content.contains(UInt8(ascii: "%")), !Matcher.mayInsertText(inner.content) {
            inner.dynamic = inner.interpolated
        }
        inner.unite()
        value.merge(inner)
        return end
    }

    /// Two or more letters, none of them lower-case: a constant by everybody's convention.
    static func isConstantName(_ text: ArraySlice<UInt8>) -> Bool {
        text.count > 1 && text.first != UInt8(ascii: "$") && text.contains { $0.isUpper }
            && !text.contains { $0 &- 0x61 < 26 }
    }
}
