/// Finds patterns among a document's tokens.
///
/// A pattern is looked up by its anchor: the token that the caller met. What comes before the anchor is matched
/// backwards, what comes after it forwards. How many tokens it may look at for one anchor, and for all of a line, is
/// limited: what a line costs is in proportion to its length, whatever stands on it.
struct Matcher {
    var lines: DocumentLines
    var bindings = Bindings()
    /// The function that a variable was looked up in last.
    var flow = FunctionFlow()
    /// The functions that were read last, and where those around some lines are, of the window `placesEpoch`.
    var flows: [FunctionFlow] = []
    var places: [Int: FunctionPlace] = [:]
    var placesEpoch = -1
    /// What the file's own names stand for.
    var declarations = Declarations()
    /// The names that were looked up among them for the line at hand.
    var usedNames: [UInt32] = []
    /// What a helper's parameters are given where it is called.
    var given: [(name: UInt32, value: ExpressionValue)] = []
    /// Whether variables may have values of the code around them; else only the file's own names count.
    var followsFlow = true
    /// Whether a helper's body is read: others that it calls are not.
    var isHelper = false
    /// Where the values of the rule at hand may do harm.
    var sink = Sinks.other
    /// The most tokens that one attempt to match looks at, and all of a line, not counting those of its length; for the
    /// program's rules and for a team's.
    private static let limits = (attempt: 16_000, line: 50_000)
    private static let ownLimits = (attempt: 6_000, line: 12_000)
    private(set) var isOwn = false
    /// The way of the value that is being read, where that is asked for.
    var trail = Trail()
    /// How many ways to match that are left out, for the next ones are looked for.
    private var leftOut = 0
    /// What comments say about some lines, for the line at hand.
    var accepted: [(first: Int, last: Int, by: Suppressions)] = []

    init(_ lines: DocumentLines) {
        self.lines = lines
    }

    var language: Language { lines.language }

    /// Starts with the matches of a line of so many bytes, of the program's rules or of a team's.
    mutating func begin(lineOf bytes: Int, isOwn: Bool) {
        self.isOwn = isOwn
        lines.limitLine(to: (isOwn ? Matcher.ownLimits : Matcher.limits).line + 24 * bytes)
        if !accepted.isEmpty { accepted.removeAll(keepingCapacity: true) }
    }

    /// Clears the metavariables for a match that uses `count` of them.
    ///
    /// - Returns: whether the line may be looked at any more.
    mutating func begin(variables count: Int) -> Bool {
        bindings.reset(count: count)
        return beginAttempt()
    }

    /// Starts to count anew what may be looked at for one match.
    mutating func beginAttempt() -> Bool {
        lines.limitAttempt(to: (isOwn ? Matcher.ownLimits : Matcher.limits).attempt)
    }

    /// Matches a pattern whose anchor is the token `number`.
    ///
    /// - Returns: the tokens of the match.
    mutating func match(_ pattern: Pattern, anchoredAt number: Int) -> Range<Int>? {
        guard matchesOne(pattern, pattern.elements[pattern.anchor], number) else { return nil }
        guard let start = matchBackward(pattern, from: number), startsFreely(pattern, at: start),
            let end = matchForward(pattern, from: pattern.anchor, at: number), !declares(start..<end)
        else { return nil }
        return start..<end
    }

    /// The most arguments that are tried for the one of which conditions hold.
    private static let mostArguments = 16

    /// Matches a program whose anchor is the token `number`, with its conditions.
    ///
    /// Of `f(..., $X, ...)` each argument may be the one of which they hold.
    mutating func match(_ program: RuleProgram, anchoredAt number: Int) -> Range<Int>? {
        var tried = 0
        while true {
            leftOut = tried
            let match = match(program.pattern, anchoredAt: number)
            leftOut = 0
            guard let match, !match.isEmpty else { return nil }
            if holds(program.conditions, match, focus: program.focus) { return match }
            tried += 1
            guard tried < Matcher.mostArguments, program.pattern.choosesArgument,
                begin(variables: program.variables.count)
            else { return nil }
        }
    }

    /// Matches a whole pattern that starts with the token `number`.
    mutating func match(_ pattern: Pattern, startingAt number: Int) -> Range<Int>? {
        guard let end = matchForward(pattern, from: 0, at: number) else { return nil }
        return number..<max(end, number)
    }

    // MARK: Before the anchor

    private mutating func matchBackward(_ pattern: Pattern, from number: Int) -> Int? {
        var number = number
        var index = pattern.anchor
        while index > 0 {
            if let chain = importedChain(pattern, endingAt: index, number) {
                index = chain.start
                continue
            }
            index -= 1
            let element = pattern.elements[index]
            if pattern.fillsGroup(at: index) {
                guard let open = groupStart(closedAt: number) else { return nil }
                if element.kind == .metavariable {
                    guard open + 1 < number, bind(element, open + 1..<number) else { return nil }
                }
                number = open + 1
            } else if element.kind == .metavariable, !element.isName {
                guard let start = primaryStart(endingAt: number - 1) else { return nil }
                guard bind(element, start..<number) else { return nil }
                number = start
            } else {
                number -= 1
                let isString = element.kind == .anyString && lines.token(number)?.kind == .string
                guard isString || matchesOne(pattern, element, number) else { return nil }
            }
        }
        return number
    }

    /// The chain whose names up to the element `index` the name at a token stands for, by what the file imported.
    private mutating func importedChain(_ pattern: Pattern, endingAt index: Int, _ number: Int) -> Pattern.Chain? {
        for chain in pattern.chains {
            guard let name = chain.name(at: index), name > 0, let token = lines.token(number), token.kind == .word,
                let path = lines.aliases.path(of: token.hash), path.count == name + 1, path[...] == chain.names[...name]
            else { continue }
            if let before = lines.token(number - 1), leadsToMember(before) { return nil }
            return chain
        }
        return nil
    }

    /// How many names of the chain that starts at the element `index` the name at a token stands for.
    private mutating func importedNames(_ pattern: Pattern, _ index: Int, _ number: Int) -> Int? {
        for chain in pattern.chains where chain.start == index {
            guard let token = lines.token(number), token.kind == .word,
                let path = lines.aliases.path(of: token.hash), path.count > 1, chain.starts(with: path)
            else { return nil }
            if chain.endsOpen, path.count == chain.names.count,
                !bind(pattern.elements[index + 2 * (path.count - 1)], number..<number + 1)
            {
                return nil
            }
            return path.count
        }
        return nil
    }

    /// Whether a match that starts with a name stands on its own: `eval(…)` is not `object.eval(…)` or `def eval(…)`.
    private mutating func startsFreely(_ pattern: Pattern, at start: Int) -> Bool {
        let first = pattern.elements[0]
        let isName = (first.kind == .token && first.tokenKind == .word) || (first.kind == .metavariable && first.isName)
        guard isName, let previous = lines.token(start - 1) else { return true }
        switch previous.kind {
        case .operator where says(previous, "."): return language == .php
        case .operator: return !["?.", "::", "->", "?->"].contains(where: { says(previous, $0) })
        case .word: return !["def", "function", "func", "class", "fn", "fun"].contains(where: { says(previous, $0) })
        default: return true
        }
    }

    /// Whether the tokens are the head of a method and no call: `exec(args) {`, `async exec(args)`.
    private mutating func declares(_ match: Range<Int>) -> Bool {
        guard language != .python, language != .swift, language != .go, language != .rust, language != .ruby,
            let last = lines.token(match.upperBound - 1),
            says(last, ")")
        else { return false }
        if let before = lines.token(match.lowerBound - 1), before.kind == .word,
            Vocabulary.modifiers.contains(before.hash) || says(before, "get") || says(before, "set"),
            !says(before, "default")
        {
            return true
        }
        guard let first = lines.token(match.lowerBound), first.kind == .word,
            !Vocabulary.conditions.contains(first.hash), !Vocabulary.loops.contains(first.hash),
            let next = lines.token(match.upperBound)
        else { return false }
        return says(next, "{") && !says(first, "new")
    }

    /// Where the primary expression that ends with the token `number` starts: a name or literal with its members,
    /// calls and subscripts.
    mutating func primaryStart(endingAt number: Int) -> Int? {
        var number = number
        while true {
            guard let token = lines.token(number) else { return nil }
            if token.closesGroup {
                guard let open = groupStart(closedAt: number) else { return nil }
                number = open
                // `f(x)`, `a[0]`: what is called or subscripted belongs to it.
                if token.kind == .close, let before = lines.token(number - 1), isOperandEnd(before) {
                    number -= 1
                    continue
                }
            } else if token.kind == .operator || token.kind == .open {
                return nil
            }
            guard let previous = lines.token(number - 1), leadsToMember(previous) else { return number }
            number -= 2
        }
    }

    /// Whether an operator stands between an object and its member.
    func leadsToMember(_ token: Token) -> Bool {
        guard token.kind == .operator else { return false }
        if language == .php { return says(token, "->") || says(token, "::") || says(token, "?->") }
        return says(token, ".") || says(token, "?.") || says(token, "::")
    }

    private func isOperandEnd(_ token: Token) -> Bool {
        switch token.kind {
        case .word: !LexerTraits.operatorWords.contains(token.hash) && !says(token, "if") && !says(token, "and")
        case .string, .textClose: true
        case .close: !says(token, "}")
        default: false
        }
    }

    /// The opening token of the group that the token `number` closes.
    mutating func groupStart(closedAt number: Int) -> Int? {
        var (number, depth) = (number, 0)
        while let token = lines.token(number) {
            if token.closesGroup { depth += 1 }
            if token.opensGroup {
                depth -= 1
                if depth == 0 { return number }
            }
            number -= 1
        }
        return nil
    }

    /// The token after the group that the token `number` opens, or after that token if it opens none.
    mutating func next(after number: Int) -> Int? {
        guard var token = lines.token(number) else { return nil }
        guard token.opensGroup else { return token.closesGroup ? nil : number + 1 }
        var (at, depth) = (number, 1)
        while depth > 0 {
            at += 1
            guard let inner = lines.token(at) else { return nil }
            token = inner
            if token.opensGroup { depth += 1 }
            if token.closesGroup { depth -= 1 }
        }
        return at + 1
    }

    // MARK: From the anchor on

    /// - Returns: the number after the match's last token.
    private mutating func matchForward(_ pattern: Pattern, from index: Int, at number: Int) -> Int? {
        var (index, number) = (index, number)
        while index < pattern.elements.count {
            lines.count(1)
            if lines.isExhausted { return nil }
            let element = pattern.elements[index]
            switch element.kind {
            case .token, .string:
                if !pattern.chains.isEmpty, let names = importedNames(pattern, index, number) {
                    index += 2 * names - 1
                    number += 1
                    continue
                }
                if !matchesOne(pattern, element, number) {
                    // A comma may trail the last argument.
                    guard element.tokenKind == .close, let token = lines.token(number), says(token, ","),
                        matchesOne(pattern, element, number + 1)
                    else { return nil }
                    number += 1
                }
                // An empty body in a pattern means one without a comment, too.
                if element.tokenKind == .close, index > 0, pattern.elements[index - 1].tokenKind == .open,
                    pattern.elements[index - 1].kind == .token, lines.hasComment(before: number)
                {
                    return nil
                }
                number += 1
            case .stringVariable:
                let old = bindings[Int(element.variable)]
                var end = number + 1
                if !matchesOne(pattern, element, number) {
                    guard let scalar = scalarEnd(at: number), bind(element, number..<scalar) else { return nil }
                    end = scalar
                }
                if let end = matchForward(pattern, from: index + 1, at: end) { return end }
                bindings[Int(element.variable)] = old
                return nil
            case .anyString:
                guard let end = stringEnd(at: number) ?? constantEnd(at: number) ?? scalarEnd(at: number) else {
                    return nil
                }
                number = end
            case .metavariable:
                return matchMetavariable(pattern, index, number)
            case .ellipsis, .leadingArguments:
                return matchGap(pattern, index, number)
            case .trailingArguments:
                guard let token = lines.token(number) else { return nil }
                if says(token, ",") {
                    while let inner = lines.token(number), !inner.closesGroup {
                        guard let after = next(after: number) else { return nil }
                        number = after
                    }
                } else if !token.closesGroup {
                    return nil
                }
            }
            index += 1
        }
        return isLeftOut() ? nil : number
    }

    /// Whether the way to match that was just found is one of those to leave out.
    private mutating func isLeftOut() -> Bool {
        guard leftOut > 0 else { return false }
        leftOut -= 1
        return true
    }

    /// Binds a metavariable to ever longer expressions until the rest of the pattern matches.
    private mutating func matchMetavariable(_ pattern: Pattern, _ index: Int, _ start: Int) -> Int? {
        let element = pattern.elements[index]
        let old = bindings[Int(element.variable)]
        if !old.isEmpty {
            guard let end = matchesAgain(old, at: start) else { return nil }
            if index == pattern.elements.count - 1, let following = lines.token(end), goesOn(following) { return nil }
            // What is marked is where it stands last: that is the repetition.
            bindings[Int(element.variable)] = start..<end
            if let matched = matchForward(pattern, from: index + 1, at: end) { return matched }
            bindings[Int(element.variable)] = old
            return nil
        }
        if element.isName || !element.alternatives.isEmpty {
            guard matchesOne(pattern, element, start) else { return nil }
            guard let end = matchForward(pattern, from: index + 1, at: start + 1) else {
                bindings[Int(element.variable)] = old
                return nil
            }
            return end
        }
        let isLast = index == pattern.elements.count - 1
        var number = start
        while let token = lines.token(number),
            !ends(expressionFrom: start, at: number, token, depth: Int(element.depth)),
            let after = next(after: number)
        {
            number = after
            if isLast { continue }
            bindings[Int(element.variable)] = start..<number
            if let end = matchForward(pattern, from: index + 1, at: number) { return end }
            if lines.isExhausted { break }
        }
        bindings[Int(element.variable)] = old
        guard isLast, number > start else { return nil }
        bindings[Int(element.variable)] = start..<number
        return number
    }

    /// Whether an expression that ended before this token does not end there.
    private func goesOn(_ token: Token) -> Bool {
        switch token.kind {
        case .operator:
            says(token, ".") || says(token, "?.") || says(token, "->") || Vocabulary.arithmetic.contains(token.hash)
                || (token.flags.contains(.startsLine) && language != .python && !says(token, "@") && !says(token, ";"))
        case .open: !says(token, "{") && !token.flags.contains(.afterSpace)
        default: false
        }
    }

    private mutating func matchGap(_ pattern: Pattern, _ index: Int, _ start: Int) -> Int? {
        let element = pattern.elements[index]
        let betweenArguments = element.kind == .leadingArguments
        if index == pattern.elements.count - 1 { return start }
        var number = start
        var mayMatch = true
        while true {
            if mayMatch, let end = matchForward(pattern, from: index + 1, at: number) { return end }
            if lines.isExhausted { return nil }
            guard let token = lines.token(number), let after = next(after: number) else { return nil }
            mayMatch = !betweenArguments || says(token, ",")
            number = after
        }
    }

    /// Whether an expression cannot go on with this token.
    mutating func ends(expressionFrom start: Int, at number: Int, _ token: Token, depth: Int) -> Bool {
        if token.closesGroup { return true }
        if token.kind == .operator, says(token, ",") || says(token, ";") { return true }
        // A block, a key or a type; slices are in brackets of their own.
        if language == .python, says(token, ":") { return true }
        if language == .php, says(token, "?>") { return true }
        guard depth == 0, number > start, token.flags.contains(.startsLine) else { return false }
        return startsStatement(number, token)
    }

    /// Whether the line that this token is first on is a new statement, outside of brackets.
    mutating func startsStatement(_ number: Int, _ token: Token) -> Bool {
        guard let previous = lines.token(number - 1) else { return true }
        if language == .python { return true }
        if language == .sql { return false }
        if previous.kind == .operator, !says(previous, "++"), !says(previous, "--"), !says(previous, ";"),
            !says(previous, "!"), !says(previous, "!!")
        {
            return false
        }
        if token.kind == .operator { return says(token, "@") || says(token, "<") || says(token, ";") }
        return true
    }

    /// The number after a name for nothing but a text, which counts as one where a team's rule asks for a text.
    private mutating func constantEnd(at number: Int) -> Int? {
        guard isOwn, let token = lines.token(number), token.kind == .word else { return nil }
        if let before = lines.token(number - 1), leadsToMember(before) { return nil }
        if let after = lines.token(number + 1), leadsToMember(after) || (after.kind == .open && !says(after, "{")) {
            return nil
        }
        let value = read(number..<number + 1, depth: 0)
        return value.isText && !value.hasDynamicPart ? number + 1 : nil
    }

    /// The number after a value of YAML without quotes, which counts as a text where a team's rule asks for one.
    private mutating func scalarEnd(at number: Int) -> Int? {
        guard isOwn, language == .yaml, let first = lines.token(number), first.kind == .word || first.kind == .number,
            let before = lines.token(number - 1),
            says(before, ":") || says(before, "-") || says(before, ",")
                || before.opensGroup
        else { return nil }
        var end = number + 1
        while let token = lines.token(end), token.flags.isDisjoint(with: .startsLine), !token.closesGroup,
            !says(token, ",")
        {
            // A key is no value.
            if says(token, ":"),
                lines.token(end + 1).map({ $0.flags.contains(.afterSpace) || $0.flags.contains(.startsLine) }) ?? true
            {
                return nil
            }
            end += 1
        }
        return end
    }

    /// The number after the string at `number`: a literal, or a text without code in it.
    private mutating func stringEnd(at number: Int) -> Int? {
        guard let token = lines.token(number) else { return nil }
        if token.kind == .string { return number + 1 }
        guard token.kind == .textOpen, let end = next(after: number) else { return nil }
        for inner in number..<end where lines.token(inner)?.kind == .codeOpen { return nil }
        return end
    }
}
