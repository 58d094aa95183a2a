/// What must hold for a match besides its pattern, and what is told of it.
extension Matcher {
    /// Whether all conditions on a match hold; `focus` is the metavariable that is marked, -1 for the whole match.
    mutating func holds(
        _ conditions: [RuleProgram.Condition], _ match: Range<Int>, focus: Int = -1
    ) -> Bool {
        for condition in conditions where !holds(condition, match, focus: focus) { return false }
        // What was not looked at to its end says nothing.
        return !lines.isExhausted
    }

    private mutating func holds(_ condition: RuleProgram.Condition, _ match: Range<Int>, focus: Int) -> Bool {
        switch condition {
        case .regex(let variable, let regex, let isNegated):
            let text = lines.text(ofTokens: bindings[variable])
            lines.count(text.count)
            var matches = text.withUnsafeBufferPointer { regex.regex.matches($0) }
            // What is imported under another name counts by its own, too.
            if !matches, bindings[variable].count == 1, let word = lines.token(bindings[variable].lowerBound),
                word.flags.contains(.alias), let own = lines.aliases.text(of: word.hash)
            {
                lines.count(own.count)
                matches = own.withUnsafeBufferPointer { regex.regex.matches($0) }
            }
            return matches != isNegated
        case .kind(let variable, let kind, let isNegated):
            return value(of: bindings[variable]).is(kind, for: sink) != isNegated
        case .content(let variable, let regex, let isNegated):
            if isOwn, language == .yaml, lines.token(bindings[variable].lowerBound)?.kind != .string {
                let text = lines.text(ofTokens: bindings[variable])
                lines.count(text.count)
                return text.withUnsafeBufferPointer { regex.regex.matches($0) } != isNegated
            }
            let content = value(of: bindings[variable]).contentWithOneMark
            return content.withUnsafeBufferPointer { regex.regex.matches($0) } != isNegated
        case .line(let regex, let isNegated):
            let text = lines.text(around: match)
            lines.count(text.count)
            return text.withUnsafeBufferPointer { regex.regex.matches($0) } != isNegated
        case .holds(let variable, let words, let isNegated):
            guard let number = statement(words, inBlockOf: match) else { return isNegated }
            bindings[variable] = number..<number + 1
            return !isNegated
        case .repeated(let variable): return repeatsCondition(bindings[variable], ofBranchAt: match.lowerBound)
        case .statement(let place): return stands(match, at: place)
        case .followed(let variable):
            guard let number = statement(after: match) else { return false }
            bindings[variable] = number..<number + 1
            return true
        case .check(let check, let variable): return holds(check, match, variable: variable)
        case .not(let pattern): return !isMatched(pattern, from: match.lowerBound)
        case .whole(let variable, let patterns, let isNegated):
            let tokens = variable < 0 ? match : bindings[variable]
            for pattern in patterns where isWhole(pattern, tokens) { return !isNegated }
            if isOwn, variable >= 0, !isNegated {
                for pattern in patterns where isPart(pattern, of: tokens) { return true }
            }
            return isNegated
        case .tainted(let taint):
            let marked = focus >= 0 && !bindings[focus].isEmpty ? bindings[focus] : match
            return isTainted(marked, by: taint)
        case .inside(let pattern): return isInside(pattern, match)
        case .notInside(let pattern):
            let saved = bindings
            defer { bindings = saved }
            return !isInside(pattern, match)
        }
    }

    /// Whether a pattern matches these tokens from the first to the last; its metavariables are then bound.
    private mutating func isWhole(_ pattern: Pattern, _ tokens: Range<Int>) -> Bool {
        let saved = bindings
        grow(for: pattern)
        if pattern.elements.count == 1, pattern.elements[0].kind == .metavariable, !tokens.isEmpty {
            if bind(pattern.elements[0], tokens) { return true }
        } else if self.match(pattern, startingAt: tokens.lowerBound) == tokens {
            return true
        }
        bindings = saved
        return false
    }

    /// Whether a pattern matches some of these tokens; its metavariables are then bound.
    private mutating func isPart(_ pattern: Pattern, of tokens: Range<Int>) -> Bool {
        if pattern.elements.first?.kind == .metavariable { return false }
        let saved = bindings
        for number in tokens {
            grow(for: pattern)
            if let part = self.match(pattern, startingAt: number), !part.isEmpty, part.upperBound <= tokens.upperBound {
                return true
            }
            bindings = saved
        }
        return false
    }

    /// Whether the pattern matches at the token, too; metavariables keep what they stand for.
    private mutating func isMatched(_ pattern: Pattern, from number: Int) -> Bool {
        let saved = bindings
        defer { bindings = saved }
        grow(for: pattern)
        return self.match(pattern, startingAt: number) != nil
    }

    /// How many lines back what surrounds a match may start.
    private static let farthestSurrounding = 64

    /// Whether a match of the pattern surrounds these tokens; its metavariables are then bound.
    ///
    /// - Complexity: O(tokens in reach), each tried where the pattern's first word or the enclosing bracket allows it
    mutating func isInside(_ pattern: Pattern, _ match: Range<Int>) -> Bool {
        let saved = bindings
        // What ends with `...` goes on to the end of the block that it opens or, without blocks, of the file.
        let goesOn = pattern.elements.last?.kind == .ellipsis
        var number = match.lowerBound
        var depth = 0
        let trigger = pattern.anchor < 0 ? nil : pattern.elements[pattern.anchor].hash
        var lineStarts = 0
        // What starts where the match does surrounds it, too.
        grow(for: pattern)
        if let whole = self.match(pattern, startingAt: number), whole.upperBound >= match.upperBound { return true }
        bindings = saved
        while let token = lines.token(number) {
            if token.flags.contains(.startsLine) { lineStarts += 1 }
            if lineStarts > Matcher.farthestSurrounding { break }
            if token.closesGroup, number < match.lowerBound { depth += 1 }
            let isEnclosing = token.opensGroup && depth == 0
            if token.opensGroup, depth > 0 { depth -= 1 }
            if isEnclosing || token.hash == trigger {
                bindings = saved
                grow(for: pattern)
                if isEnclosing, let start = calleeStart(before: number),
                    let whole = self.match(pattern, startingAt: start), whole.upperBound >= match.upperBound
                {
                    return true
                }
                // A list or an object that the pattern starts with.
                bindings = saved
                grow(for: pattern)
                if isEnclosing, pattern.elements.first?.hash == token.hash,
                    let whole = self.match(pattern, startingAt: number), whole.upperBound >= match.upperBound
                {
                    return true
                }
                bindings = saved
                grow(for: pattern)
                if token.hash == trigger, let whole = self.match(pattern, anchoredAt: number),
                    whole.lowerBound <= match.lowerBound,
                    whole.upperBound >= match.upperBound
                        || (goesOn && (language != .python || isBelow(whole.lowerBound, match.lowerBound)))
                {
                    return true
                }
            }
            number -= 1
        }
        bindings = saved
        return false
    }

    /// Whether all lines from the one with a token to that with another are indented more than the first.
    private mutating func isBelow(_ first: Int, _ last: Int) -> Bool {
        guard let column = column(ofLineWith: first) else { return false }
        var number = first + 1
        while number <= last, let token = lines.token(number) {
            if token.flags.contains(.startsLine), !token.closesGroup,
                lines.place(of: number, byte: token.start).byte <= column
            {
                return false
            }
            number += 1
        }
        return true
    }

    // MARK: Comments

    /// Whether a comment for another checker says that the match is meant: `# noqa: S324`.
    ///
    /// It stands on the first line of the match, on one of what is marked or on one of its own before that.
    mutating func isAccepted(_ rule: Rule, _ match: Range<Int>, marked: Range<Int>) -> Bool {
        let start = lines.line(of: match.lowerBound)
        let (first, last) = (lines.line(of: marked.lowerBound), lines.line(of: marked.upperBound - 1))
        let (low, high) = (min(start, first), max(start, last))
        if let known = accepted.last(where: { $0.first == low && $0.last == high }) { return known.by.accept(rule) }
        var suppressions = Suppressions(lines.text(ofLines: start...start).dropLast())
        for line in first...min(last, first + 20) where line != start {
            suppressions.formUnion(Suppressions(lines.text(ofLines: line...line).dropLast()))
        }
        lines.visitLine(before: first) { suppressions.formUnion(Suppressions($0, isBefore: true)) }
        accepted.append((low, high, suppressions))
        return suppressions.accept(rule)
    }

    private mutating func calleeStart(before open: Int) -> Int? {
        guard let token = lines.token(open - 1), token.kind == .word || token.closesGroup else { return nil }
        return primaryStart(endingAt: open - 1)
    }

    private mutating func grow(for pattern: Pattern) {
        let most = pattern.elements.map(\.variable).max() ?? -1
        bindings.grow(to: Int(most) + 1)
    }

    // MARK: Reporting

    /// The place of some tokens, with lines that count from `line`.
    func place(of tokens: Range<Int>, from line: Int) -> ByteRange {
        let (first, last) = (lines.known(tokens.lowerBound), lines.known(tokens.upperBound - 1))
        let start = lines.place(of: tokens.lowerBound, byte: first.start)
        let end = lines.place(of: tokens.upperBound - 1, byte: last.end)
        return ByteRange(
            startLine: start.line - line, startByte: start.byte, endLine: end.line - line, endByte: end.byte)
    }

    /// A text of the rule with the metavariables' texts in it.
    mutating func filled(_ text: String, _ program: RuleProgram) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var filled = ""
        var rest = Substring(text)
        while let sign = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
            filled.append(contentsOf: rest[..<sign])
            rest = rest[sign...]
            var (named, length) = (-1, 0)
            for (number, name) in program.variables.enumerated() where name.utf8.count > length {
                // The longest name: `$X` is the beginning of `$XS`.
                if rest.utf8.starts(with: name.utf8) { (named, length) = (number, name.utf8.count) }
            }
            if named >= 0, named < bindings.count {
                let text = lines.text(ofTokens: bindings[named])
                lines.count(text.count)
                filled += String(decoding: text, as: UTF8.self)
            } else {
                length = 1
                filled += "$"
            }
            rest = Substring(rest.utf8.dropFirst(length))
        }
        filled.append(contentsOf: rest)
        return filled
    }
}
