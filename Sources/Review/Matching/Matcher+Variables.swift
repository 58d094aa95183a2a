/// The values that variables were given before an expression uses them.
extension Matcher {
    /// How many assignments of one variable are read; a value that more can reach may be anything.
    private static let mostAssignments = 12

    /// The value of a variable at the token `number`, or nil where nothing is known.
    ///
    /// It is what can reach it in its function, or else what the file's own name stands for. `word` is the token that
    /// spells the variable, or its field, if one does.
    mutating func lookUp(_ name: UInt32, spelledAt word: Int?, from number: Int, depth: Int) -> ExpressionValue? {
        guard followsFlow, isNamedTwice(word, from: number) else { return declaredValue(of: name, depth: depth) }
        let flow = flow(around: number)
        let own = flow.assignments(of: name)
        lines.count(own.count)
        let reaching = flow.assignments(of: own, reaching: number)
        let fields = reaching.filter { $0.kind == .field }
        if reaching.count - fields.count > Matcher.mostAssignments { return .unknown }
        var value: ExpressionValue?
        var added: ExpressionValue?
        for assignment in reaching where assignment.kind != .field {
            guard let one = read(assignment, before: number, depth: depth) else { continue }
            if assignment.kind == .appended || assignment.kind == .added {
                added = added.map { Matcher.joined(one, $0) } ?? one
            } else {
                value = value?.or(one) ?? one
            }
        }
        if let added { return Matcher.joined(value ?? ExpressionValue(), added) }
        value = value ?? declaredValue(of: name, depth: depth)
        for field in fields.prefix(Matcher.mostAssignments) {
            guard let one = read(field, before: number, depth: depth), !one.request.isEmpty else { continue }
            var whole = value ?? .unknown
            whole.request.formUnion(one.request)
            value = whole
        }
        return value
    }

    /// What an assignment gives its variable; nil where the use is a part of it.
    private mutating func read(
        _ assignment: FunctionFlow.Assignment, before use: Int, depth: Int
    ) -> ExpressionValue? {
        switch assignment.kind {
        case .checked, .number: return ExpressionValue()
        case .parameter:
            return given.first { $0.name == assignment.name }?.value ?? .unknown
        case .request:
            trail.add(.source, assignment.value..<assignment.value + 1)
            return .requested
        case .unknown: return .unknown
        case .value, .appended, .part, .added, .field: break
        }
        guard let tokens = valueTokens(of: assignment, before: use) else { return nil }
        let before = trail
        trail.add(.passage, tokens)
        var value = read(tokens, depth: depth + 1)
        keepTrail(of: value, orElse: before)
        if assignment.kind == .part {
            value.isLoneString = false
            value.interpolated = []
            if value.hasDynamicPart { value.dynamic = .all }
        }
        return value
    }

    /// Ends the trail with what a value was made of, if that brings data of a request to the sink; else takes back what
    /// was noted of it.
    mutating func keepTrail(of value: ExpressionValue, orElse before: Trail) {
        guard before.isOpen else { return }
        if value.request.isDisjoint(with: sink) { trail = before } else { trail.close() }
    }

    /// The expression that an assignment gives its variable; nil where the use is a part of it.
    mutating func valueTokens(of assignment: FunctionFlow.Assignment, before use: Int) -> Range<Int>? {
        let start = assignment.value
        var end = start
        if assignment.kind == .added, let open = lines.token(start - 1), open.opensGroup,
            let after = next(after: start - 1)
        {
            end = after - 1
        } else {
            while let token = lines.token(end),
                !ends(expressionFrom: start, at: end, token, depth: 0) || isComma(token, assignment),
                let after = next(after: end)
            {
                end = after
            }
        }
        return end > start && !(start..<end).contains(use) ? start..<end : nil
    }

    /// Whether a comma goes on with the values of `a, b = 1, 2`.
    private func isComma(_ token: Token, _ assignment: FunctionFlow.Assignment) -> Bool {
        assignment.kind == .part && token.kind == .operator && says(token, ",")
            && token.flags.isDisjoint(with: .startsLine)
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
        text.unite()
        return text
    }
}
