/// What the file's own names stand for, read where they are declared.
extension Matcher {
    /// The most tokens that are looked at for what one name stands for.
    private static let mostLooks = 4000

    /// The value of a name that the file gives at its outermost level: by what it is given, not by how it is spelled.
    mutating func declaredValue(of name: UInt32, depth: Int) -> ExpressionValue? {
        noteUse(of: name)
        var value: ExpressionValue?
        for declaration in declarations.lines(of: name) where declaration.kind == .value {
            guard let one = readAt(declaration.line, depth: depth, { $0.valueOfLine(depth: depth) }) else { continue }
            value = value?.or(one) ?? one
        }
        return value
    }

    /// What a function of the file gives back for some arguments; nil where nothing is known.
    mutating func resultOfHelper(_ name: UInt32, _ arguments: Range<Int>, depth: Int) -> ExpressionValue? {
        // It may be declared further down, which is read later.
        noteUse(of: name)
        guard !isHelper, depth < 3, declarations.mayDeclare(name) else { return nil }
        let declared = declarations.lines(of: name).filter { $0.kind == .function }
        guard declared.count == 1 else { return nil }
        let values = values(ofArguments: arguments, depth: depth)
        return readAt(declared[0].line, depth: depth) { $0.resultOfLine(given: values) }
    }

    private mutating func noteUse(of name: UInt32) {
        if !usedNames.contains(name) { usedNames.append(name) }
    }

    /// Reads something at another line, as if the match were there.
    private mutating func readAt(
        _ line: Int, depth: Int, _ body: (inout Matcher) -> ExpressionValue?
    ) -> ExpressionValue? {
        guard lines.records[line].state != .unknown else { return nil }
        var other = Matcher(lines)
        other.declarations = declarations
        other.lines.leave()
        _ = other.lines.focus(on: line)
        other.lines.limitLine(to: Matcher.mostLooks)
        _ = other.lines.limitAttempt(to: Matcher.mostLooks)
        other.isHelper = true
        let value = body(&other)
        lines.count(other.lines.lookCount)
        lines.countShared(other.lines.work - lines.work)
        for name in other.usedNames { noteUse(of: name) }
        return other.lines.isExhausted ? .unknown : value
    }

    private mutating func values(ofArguments range: Range<Int>, depth: Int) -> [ExpressionValue] {
        var values: [ExpressionValue] = []
        var (start, number) = (range.lowerBound, range.lowerBound)
        while number < range.upperBound, let token = lines.token(number) {
            if token.kind == .operator, says(token, ",") {
                values.append(read(start..<number, depth: depth))
                start = number + 1
            }
            number = next(after: number) ?? range.upperBound
        }
        if start < range.upperBound { values.append(read(start..<range.upperBound, depth: depth)) }
        return values
    }

    /// What the name that is declared on the anchor line is given there.
    private mutating func valueOfLine(depth: Int) -> ExpressionValue? {
        followsFlow = false
        let tokens = lines.tokens(ofLine: lines.anchorLine)
        guard let sign = tokens.first(where: { says(lines.known($0), "=") }) else { return nil }
        var end = sign + 1
        while let token = lines.token(end), !ends(expressionFrom: sign + 1, at: end, token, depth: 0),
            let after = next(after: end)
        {
            end = after
        }
        guard end > sign + 1 else { return nil }
        return read(sign + 1..<end, depth: depth + 1)
    }

    /// What the function that starts on the anchor line gives back; nil where it gives nothing.
    private mutating func resultOfLine(given values: [ExpressionValue]) -> ExpressionValue? {
        let first = lines.tokens(ofLine: lines.anchorLine).lowerBound
        let flow = flow(around: first)
        guard flow.lines.lowerBound == lines.anchorLine else { return nil }
        guard let body = flow.blocks.firstIndex(where: { $0.kind == .function }) else {
            return arrowResult(first, values)
        }
        let parameters = flow.assignments.filter {
            $0.block == body && ($0.kind == .parameter || $0.kind == .request || $0.kind == .number)
        }.sorted { $0.at < $1.at }
        given = zip(parameters, values).map { ($0.name, $1) }
        var result: ExpressionValue?
        var number = flow.blocks[body].start
        let end = min(flow.blocks[body].end, lines.tokens(ofLine: flow.lines.upperBound - 1).upperBound)
        while number < end, let token = lines.token(number) {
            if token.kind == .word, says(token, "return"), function(of: flow.block(at: number), flow) == body {
                var last = number + 1
                while let part = lines.token(last), !ends(expressionFrom: number + 1, at: last, part, depth: 0),
                    let after = next(after: last)
                {
                    last = after
                }
                if last > number + 1 {
                    let one = read(number + 1..<last, depth: 1)
                    result = result?.or(one) ?? one
                }
            }
            number += 1
        }
        return result
    }

    private func function(of block: Int, _ flow: FunctionFlow) -> Int {
        var at = block
        while at > 0, flow.blocks[at].kind != .function { at = flow.blocks[at].parent }
        return at
    }

    /// What `const page = (name) => '<h1>' + name` gives back.
    private mutating func arrowResult(_ first: Int, _ values: [ExpressionValue]) -> ExpressionValue? {
        let tokens = lines.tokens(ofLine: lines.anchorLine)
        guard let arrow = tokens.first(where: { says(lines.known($0), "=>") }), arrow > first,
            let body = lines.token(arrow + 1), !says(body, "{")
        else { return nil }
        let open = lines.known(arrow - 1).closesGroup ? groupStart(closedAt: arrow - 1) ?? arrow : arrow - 2
        var names: [UInt32] = []
        for number in open + 1..<arrow where lines.known(number).kind == .word {
            let before = lines.known(number - 1)
            if number == open + 1 || says(before, ",") { names.append(lines.known(number).hash) }
        }
        given = zip(names, values).map { ($0, $1) }
        var end = arrow + 1
        while let token = lines.token(end), !ends(expressionFrom: arrow + 1, at: end, token, depth: 0),
            let after = next(after: end)
        {
            end = after
        }
        return end > arrow + 1 ? read(arrow + 1..<end, depth: 1) : nil
    }
}
