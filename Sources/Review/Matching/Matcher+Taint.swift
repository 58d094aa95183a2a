/// Whether a value comes from a source that a rule names: `mode: taint` of Semgrep's format.
extension Matcher {
    /// How many assignments a value is followed back over, and how many of one variable are read.
    private static let (deepest, mostAssignments) = (6, 12)

    /// Whether some of these tokens hold a value of a source that went through no sanitizer.
    ///
    /// A value is followed through the assignments of its function that can reach the place; whatever is made of it,
    /// by any call but a sanitizer's, is tainted as well.
    mutating func isTainted(_ range: Range<Int>, by taint: RuleProgram.Taint, depth: Int = 0) -> Bool {
        var number = range.lowerBound
        while number < range.upperBound, let token = lines.token(number) {
            lines.count(1)
            if lines.isExhausted { return false }
            if let end = end(ofOneOf: taint.sanitizers, at: number, in: range) {
                number = max(end, number + 1)
                continue
            }
            if let end = end(ofOneOf: taint.sources, at: number, in: range) {
                trail.add(.source, number..<end)
                return true
            }
            if token.kind == .word, depth < Matcher.deepest, isVariable(number),
                isVariableTainted(number, token, by: taint, depth: depth)
            {
                return true
            }
            number += 1
        }
        return false
    }

    /// The end of what one of these programs marks, if that starts at a token and lies in `range`.
    private mutating func end(ofOneOf programs: [RuleProgram], at number: Int, in range: Range<Int>) -> Int? {
        for program in programs {
            let saved = bindings
            defer { bindings = saved }
            bindings.reset(count: program.variables.count)
            guard let tokens = tokens(of: program, at: number), holds(program.conditions, tokens) else { continue }
            var marked = tokens
            if program.focus >= 0, !bindings[program.focus].isEmpty { marked = bindings[program.focus] }
            if range.lowerBound <= marked.lowerBound, marked.upperBound <= range.upperBound { return marked.upperBound }
        }
        return nil
    }

    /// The tokens of a program's match that starts at a token.
    private mutating func tokens(of program: RuleProgram, at number: Int) -> Range<Int>? {
        let elements = program.pattern.elements
        if elements.count == 1, elements[0].kind == .metavariable {
            // Any expression: the name itself.
            guard lines.token(number)?.kind == .word, bind(elements[0], number..<number + 1) else { return nil }
            return number..<number + 1
        }
        if let before = lines.token(number - 1), leadsToMember(before), elements[0].kind != .metavariable { return nil }
        guard let tokens = match(program.pattern, startingAt: number), !tokens.isEmpty else { return nil }
        return tokens
    }

    /// Whether the word at a token stands for a variable: no member, no key, and not what is called.
    private mutating func isVariable(_ number: Int) -> Bool {
        if let before = lines.token(number - 1), leadsToMember(before) { return false }
        guard let next = lines.token(number + 1) else { return true }
        if says(next, "(") { return next.flags.contains(.afterSpace) }
        // `f(name=value)`
        if says(next, "="), let before = lines.token(number - 1), says(before, "(") || says(before, ",") {
            return false
        }
        return true
    }

    private mutating func isVariableTainted(
        _ number: Int, _ token: Token, by taint: RuleProgram.Taint, depth: Int
    ) -> Bool {
        var name = token.hash
        if FlowWords.itself.contains(token.hash), let dot = lines.token(number + 1), leadsToMember(dot),
            let field = lines.token(number + 2)
        {
            name = TokenHash.pair(token.hash, field.hash)
        }
        let flow = flow(around: number)
        let reaching = flow.assignments(of: flow.assignments(of: name), reaching: number)
        for assignment in reaching.prefix(Matcher.mostAssignments) {
            switch assignment.kind {
            case .checked: continue
            case .parameter, .request, .number, .unknown:
                if isGiven(number, by: taint.sources) {
                    if assignment.kind != .unknown {
                        trail.add(.source, assignment.value..<assignment.value + 1)
                    }
                    return true
                }
            case .value, .appended, .part, .added, .field:
                guard let value = valueTokens(of: assignment, before: number) else { continue }
                let before = trail
                trail.add(.passage, value)
                if isTainted(value, by: taint, depth: depth + 1) { return true }
                trail = before
            }
        }
        return reaching.isEmpty && isGiven(number, by: taint.sources)
    }

    /// Whether the variable at a token is what a source around it marks: the parameter of a function.
    private mutating func isGiven(_ number: Int, by sources: [RuleProgram]) -> Bool {
        for source in sources where source.focus >= 0 && source.pattern.elements.count > 1 {
            let saved = bindings
            defer { bindings = saved }
            bindings.reset(count: source.variables.count)
            bindings[source.focus] = number..<number + 1
            if isInside(source.pattern, number..<number + 1), holds(source.conditions, number..<number + 1) {
                return true
            }
        }
        return false
    }
}
