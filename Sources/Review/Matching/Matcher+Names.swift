/// Reads names in expressions: variables, members, calls.
extension Matcher {
    /// A name with its members, calls and subscripts.
    private struct NameChain {
        let start: Int
        let token: Token
        /// Behind its last token.
        var end: Int
        var members: [UInt32]
        var lastName: UInt32
        /// Those of a call that it ends with.
        var arguments: Range<Int>?
        var lastDot: Int?
        var asksUser = false
        var hasBang = false

        init(_ token: Token, at start: Int) {
            (self.start, self.token, end) = (start, token, start + 1)
            (members, lastName) = ([token.hash], token.hash)
        }
    }

    /// Reads a name with its members, calls and subscripts.
    mutating func readName(
        _ start: Int, in range: Range<Int>, _ value: inout ExpressionValue, depth: Int, isOnly: Bool
    ) -> Int {
        guard let token = lines.token(start) else { return start + 1 }
        if Vocabulary.transparentWords.contains(token.hash) { return start + 1 }
        let name = chain(token, at: start, upTo: range.upperBound)
        if let arguments = name.arguments, let end = readCall(name, arguments, &value, depth: depth) { return end }
        // `id.to_i` of Ruby is a call.
        if language == .ruby, name.arguments == nil, let lastDot = name.lastDot,
            let sinks = Cleaners.sinks(of: name.lastName, after: name.members[name.members.count - 2])
        {
            if sinks != .all { value.merge(read(start..<lastDot, depth: depth).cleaned(for: sinks)) }
            return name.end
        }
        let asksRails = language == .ruby && isRailsRequest(name.members, goesOnTo: name.end, from: start)
        var isRequest =
            name.asksUser || asksRails || Vocabulary.isRequestData(name.members)
            || (language == .php && asksRequest(name.members, isCall: name.arguments != nil))
        if isRequest {
            value.request = .all
            trail.add(.source, start..<name.end)
        }
        let isWhole = isOnly && name.end == range.upperBound
        if readKept(name, &value, &isRequest, depth: depth, isWhole: isWhole) { return name.end }
        if name.arguments == nil {
            let numbers = name.members.count > 1 ? Vocabulary.sizes : Vocabulary.counters
            if numbers.contains(name.lastName) { return name.end }
        }
        value.dynamic = .all
        value.appendMark(ofRequest: isRequest)
        if name.members.count > 1 { value.isName = name.arguments == nil && isWhole }
        return name.end
    }

    private mutating func chain(_ token: Token, at start: Int, upTo limit: Int) -> NameChain {
        var name = NameChain(token, at: start)
        while name.end < limit, let next = lines.token(name.end) {
            if leadsToMember(next), name.end + 1 < limit, let member = lines.token(name.end + 1), member.kind == .word {
                name.members.append(member.hash)
                (name.lastName, name.arguments, name.lastDot) = (member.hash, nil, name.end)
                name.end += 2
            } else if next.kind == .open, !says(next, "{"), next.flags.isDisjoint(with: .startsLine),
                let after = self.next(after: name.end), after <= limit
            {
                if says(next, "(") {
                    name.arguments = name.end + 1..<after - 1
                    name.asksUser = name.asksUser || Vocabulary.inputCalls.contains(name.lastName)
                }
                if says(next, "["), after - name.end == 3, let key = lines.token(name.end + 1) {
                    name.members.append(key.hash)
                }
                name.end = after
            } else if next.kind == .operator, says(next, "!"), next.flags.isDisjoint(with: .afterSpace) {
                name.hasBang = name.end == start + 1
                name.end += 1
            } else {
                break
            }
        }
        return name
    }

    /// Reads a call whose answer is known by its name; nil for every other.
    ///
    /// - Returns: where what was read ends.
    private mutating func readCall(
        _ name: NameChain, _ arguments: Range<Int>, _ value: inout ExpressionValue, depth: Int
    ) -> Int? {
        let (start, end, lastName, lastDot) = (name.start, name.end, name.lastName, name.lastDot)
        let object = name.members.count > 1 ? name.members[name.members.count - 2] : nil
        if lastDot == nil || isCalledOnOwnObject(start, lastDot), end == arguments.upperBound + 1,
            let result = resultOfHelper(lastName, arguments, depth: depth)
        {
            value.merge(result)
            return end
        }
        if let sinks = Cleaners.sinks(of: lastName, after: object) {
            if sinks == .all { return end }
            let before = trail
            var cleaned = read(arguments, depth: depth)
            if arguments.isEmpty, let lastDot { cleaned = read(start..<lastDot, depth: depth) }
            cleaned = cleaned.cleaned(for: sinks)
            if cleaned.request.isDisjoint(with: sink) { trail = before }
            value.merge(cleaned)
            return end
        }
        if let lastDot, readMethod(lastName, of: start..<lastDot, arguments, &value, depth: depth) { return end }
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
            // `builder.append(part)` gives the builder.
            if let lastDot, language.declaresTypeFirst, Vocabulary.adders.contains(lastName) {
                value.merge(read(start..<lastDot, depth: depth))
                value.unite()
            }
            return end
        }
        if name.members.count == 2, depth < Matcher.deepestLookup, Vocabulary.getters.contains(lastName),
            let known = valueKept(by: name.members[0], under: arguments, from: start, depth: depth)
        {
            value.merge(known)
            return end
        }
        if Vocabulary.translators.contains(lastName), read(arguments, depth: depth).isLoneString { return end }
        return nil
    }

    /// Reads a name that a value was given to, or that says itself that it is a constant.
    ///
    /// - Returns: whether nothing more is to be said of it.
    private mutating func readKept(
        _ name: NameChain, _ value: inout ExpressionValue, _ isRequest: inout Bool, depth: Int, isWhole: Bool
    ) -> Bool {
        let (start, token, members) = (name.start, name.token, name.members)
        if members.count == 1, name.arguments == nil {
            if Vocabulary.literalWords.contains(token.hash) {
                value.isFalse = isWhole && (says(token, "False") || says(token, "false"))
                return true
            }
            value.isName = isWhole
            if depth < Matcher.deepestLookup, name.end == start + 1 || name.hasBang,
                let known = lookUp(token.hash, spelledAt: start, from: start, depth: depth)
            {
                let isName = value.isName
                value.merge(known)
                value.isName = isName
                if isWhole {
                    value.isText = known.isLoneString || known.isText
                    value.isFalse = known.isFalse
                }
                return true
            }
            // Where it is given its value nobody sees; that it is a constant everybody may tell by its name.
            return Matcher.isConstantName(lines.text(of: token))
        }
        if name.arguments == nil, let last = lines.token(name.end - 1), last.kind == .word,
            Matcher.isConstantName(lines.text(of: last))
        {
            return true
        }
        guard depth < Matcher.deepestLookup, value.request.isEmpty, members.count > 1 else { return false }
        // `values["key"]`
        if members.count == 2, name.arguments == nil, name.lastDot == nil,
            let known = valueKept(by: members[0], under: start + 2..<start + 3, from: start, depth: depth)
        {
            value.merge(known)
            return true
        }
        // A member of a variable that holds what a request says, and a field of the own object.
        if members.count == 2, name.arguments == nil, FlowWords.itself.contains(members[0]),
            let known = lookUp(
                TokenHash.pair(members[0], members[1]), spelledAt: name.lastDot.map { $0 + 1 }, from: start,
                depth: depth)
        {
            value.merge(known)
            return true
        }
        guard let known = lookUp(members[0], spelledAt: start, from: start, depth: depth) else { return false }
        // What is taken from a map of constants is one of them.
        if members.count == 2, name.lastDot == nil || Vocabulary.getters.contains(name.lastName), known.hasLiteralText,
            known.dynamic.isEmpty, !known.isLoneString, !known.isText
        {
            value.merge(known)
            return true
        }
        value.request = known.request
        isRequest = !known.request.isEmpty
        return false
    }
}
