/// What the heads of blocks say of the variables in them.
extension FlowBuilder {
    mutating func parameters(_ group: Range<Int>, of index: Int, _ isRoute: Bool) {
        let isAction = isAction(group.lowerBound)
        var depth = 0
        for number in group {
            guard let token = token(number) else { continue }
            if token.opensGroup { depth += 1 }
            if token.closesGroup { depth -= 1 }
            guard token.kind == .word, depth <= 2 else { continue }
            if language.declaresTypeFirst {
                typedParameter(number, depth: depth, isAction, in: index)
                continue
            }
            let before = self.token(number - 1)
            if !isPython, depth == 1, says(number + 1, ":") || says(number + 1, "?"), isFilledByDecorator(number) {
                add(hasNumericType(number) ? .number : .request, number, value: number, in: index)
                continue
            }
            let isFirst =
                number == group.lowerBound || says(before, "(") || says(before, ",") || says(before, "*")
                || says(before, "**") || (depth == 2 && says(before, "{")) || says(before, "...")
                || (language == .swift && before?.kind == .word && says(number + 1, ":"))
            guard isFirst || (depth == 2 && says(before, ":")), depth < 2 || !isPython else { continue }
            if FlowWords.itself.contains(token.hash) { continue }
            var kind = Assignment.Kind.parameter
            // `def handler(event, context)` of a function in the cloud.
            if isPython || language.isScript, depth == 1, says(token, "event"), says(number + 1, ","),
                says(number + 2, "context") || says(number + 2, "_context")
            {
                add(.request, number, value: number, in: index)
                continue
            }
            if language.isScript, isTypedAsRequest(number, depth: depth) {
                add(.request, number, value: number, in: index)
                continue
            }
            if hasNumericType(number) {
                kind = .number
            } else if depth == 2 {
                if isRoute || isPartOfRequest(number), FlowWords.requestParts.contains(token.hash) { kind = .request }
            } else if isRoute, isPython, mayBeRequestParameter(number) {
                kind = .request
            }
            add(kind, number, value: number, in: index)
        }
    }

    /// Whether the type of a parameter of TypeScript is a framework's request: `incoming: express.Request`.
    private func isTypedAsRequest(_ number: Int, depth: Int) -> Bool {
        guard depth == 1, says(number + 1, ":"), !isRequestName(number) else { return false }
        return isRequestType(number + 2)
    }

    /// Whether a parameter is taken out of a framework's request: `({ params }: Request) => …`.
    private func isPartOfRequest(_ number: Int) -> Bool {
        guard language.isScript, let close = (number..<number + 24).first(where: { says($0, "}") }) else {
            return false
        }
        return says(close + 1, ":") && isRequestType(close + 2)
    }

    private func isRequestType(_ number: Int) -> Bool {
        let name = says(number + 1, ".") ? number + 2 : number
        return token(name).map { FlowWords.requestTypes.contains($0.hash) } ?? false
    }

    /// A parameter after its type: `@RequestParam String name`, `string $name = ""`.
    private mutating func typedParameter(_ number: Int, depth: Int, _ isAction: Bool, in index: Int) {
        guard depth == 1, let after = token(number + 1), says(after, ",") || says(after, ")") || says(after, "=") else {
            return
        }
        var kind = Assignment.Kind.parameter
        if let type = token(number - 1), Vocabulary.numericTypes.contains(type.hash) {
            kind = .number
        } else if isFilledFromRequest(number) || (isAction && isText(number - 1)) {
            kind = .request
        }
        add(kind, number, value: number, in: index)
    }

    /// Whether an attribute of ASP.NET says that requests call the method whose parameters open at `open`:
    /// `[HttpGet("find")] public IActionResult Find(string name)`.
    private func isAction(_ open: Int) -> Bool {
        guard language == .csharp else { return false }
        var at = open - 1
        var givesAnswer = false
        while at > open - 48, let token = token(at), !says(token, ";"), !says(token, "{"), !says(token, "}") {
            if FlowWords.actionResults.contains(token.hash) { givesAnswer = true }
            // What belongs to no object answers no request.
            if givesAnswer, says(token, "static") { return false }
            if givesAnswer, says(token, "public") { return true }
            if FlowWords.actionAttributes.contains(token.hash), says(at - 1, "[") || says(at - 1, ",") { return true }
            at -= 1
        }
        return false
    }

    /// Whether a type is one of texts: `string`, `string?`.
    private func isText(_ type: Int) -> Bool {
        let word = says(type, "?") ? type - 1 : type
        return says(word, "string") || says(word, "String")
    }

    /// Whether an annotation of Spring, JAX-RS or ASP.NET before a parameter says that the request fills it.
    private func isFilledFromRequest(_ number: Int) -> Bool {
        var at = number - 1
        while at > number - 16, let token = token(at), !says(token, ",") {
            if FlowWords.requestAnnotations.contains(token.hash) { return true }
            if token.kind == .open, says(at - 1, ")") || !isWord(at - 1) { return false }
            at -= 1
        }
        return false
    }

    /// Whether the decorator or annotation of a parameter says that the request fills it: `@Query('id') id: string` of
    /// Nest, `@RequestParam id: String` of Kotlin.
    private func isFilledByDecorator(_ number: Int) -> Bool {
        if language == .kotlin { return isFilledFromRequest(number) }
        guard language.annotatesParameters else { return false }
        var at = number - 1
        while at > number - 16, let token = token(at), !says(token, ",") {
            if FlowWords.requestDecorators.contains(token.hash) { return true }
            at -= 1
        }
        return false
    }

    private func hasNumericType(_ number: Int) -> Bool {
        var type = number + 1
        if says(type, "?") { type += 1 }
        if says(type, ":") { type += 1 } else if language != .go { return false }
        guard let word = token(type), word.kind == .word else { return false }
        guard Vocabulary.numericTypes.contains(word.hash), let after = token(type + 1) else { return false }
        return says(after, ",") || says(after, ")") || says(after, "=")
    }

    /// A parameter of a route that a framework fills from the request, and not from what it knows itself.
    private func mayBeRequestParameter(_ number: Int) -> Bool {
        if says(number + 1, ":") {
            guard let type = token(number + 2) else { return false }
            return FlowWords.textTypes.contains(type.hash)
        }
        // A default of None says nothing of what comes.
        return says(number + 1, ",") || says(number + 1, ")")
    }

    /// Whether the group of parameters is that of a callback of `app.get(path, …)` and the like.
    func isRouteCallback(_ group: Int) -> Bool {
        guard let call = levels.dropLast().last(where: { $0.block < 0 }) ?? levels.last, says(call.open, "(") else {
            return false
        }
        guard let name = token(call.open - 1), says(call.open - 2, ".") else { return false }
        return FlowWords.routes.contains(name.hash)
    }

    func decoratesRoute(_ at: Int) -> Bool {
        var number = at + 1
        while let token = token(number), !token.flags.contains(.startsLine), !says(token, "(") {
            if FlowWords.routes.contains(token.hash), says(number - 1, ".") { return true }
            number += 1
        }
        return false
    }

    mutating func loopVariables(_ word: Int, _ end: Int, _ index: Int) {
        guard word > Int.min else { return }
        let signs = word..<end
        guard let sign = signs.first(where: { says($0, "in") || says($0, "of") || says($0, "as") }) else {
            // `for (Cookie cookie : cookies) {` of Java.
            if language.declaresTypeFirst, let colon = signs.first(where: { says($0, ":") }), isWord(colon - 1),
                !signs.contains(where: { says($0, ";") })
            {
                add(.part, colon - 1, value: colon + 1, in: index)
            }
            return
        }
        if says(sign, "as"), language == .php {
            // `foreach ($_POST as $key => $value) {`
            for number in sign + 1..<end where isWord(number) { add(.part, number, value: word + 2, in: index) }
            return
        }
        for number in word + 1..<sign where isWord(number) && !FlowWords.modifiers.contains(window[number].hash) {
            add(.part, number, value: sign + 1, in: index)
        }
    }

    /// `if x in known`, `if (!known.includes(x))`: what is asked limits the values of a variable.
    mutating func guards(_ word: Int, _ end: Int, _ index: Int) {
        guard word > Int.min else { return }
        var number = word + 1
        while says(number, "(") || says(number, "!") || says(number, "not") { number += 1 }
        let isNegated = (word + 1..<max(word + 1, number)).contains { says($0, "!") || says($0, "not") }
        var name: UInt32?
        var negative = isNegated
        if isWord(number), says(number + 1, "not"), says(number + 2, "in") {
            (name, negative) = (window[number].hash, true)
        } else if isWord(number), says(number + 1, "in"), isPython, !isRequestName(number + 2) {
            name = window[number].hash
        } else if isWord(number), says(number + 1, "==") || says(number + 1, "==="),
            token(number + 2)?.kind == .string, says(number + 3, ")") || number + 3 == end
        {
            name = window[number].hash
        } else if let open = (number..<min(end, number + 12)).first(where: { says($0, "(") || says($0, "[") }),
            let method = token(open - 1), FlowWords.checks.contains(method.hash) || (language == .go && says(open, "["))
        {
            // The last argument: `re.fullmatch(pattern, x)`, `known.has(x)`.
            var last = open + 1
            while last + 1 < end, !says(last + 1, ")"), !says(last + 1, "]") { last += 1 }
            if isWord(last), says(last - 1, ",") || last == open + 1 { name = window[last].hash }
        }
        guard let name, !isJoined(number, end) else { return }
        if negative {
            negativeGuards[index] = name
        } else {
            let first = flow.blocks[index].start
            flow.assignments.append(Assignment(kind: .checked, name: name, at: first, value: first, block: index))
        }
    }

    /// Whether a condition asks for something else, too.
    private func isJoined(_ from: Int, _ end: Int) -> Bool {
        (from..<end).contains { says($0, "or") || says($0, "||") || says($0, "and") || says($0, "&&") }
    }

    private func isRequestName(_ number: Int) -> Bool {
        guard isWord(number), let token = token(number) else { return false }
        return says(token, "request") || says(token, "req")
    }
}
