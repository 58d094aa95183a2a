/// Code that stands twice where one of the two was meant to differ.
extension Matcher {
    /// Whether the block of the `else` at `number` holds what the one before it does.
    mutating func repeatsBranch(at number: Int) -> Bool {
        language == .python ? repeatsIndentedBranch(at: number) : repeatsBracedBranch(at: number)
    }

    private mutating func repeatsBracedBranch(at number: Int) -> Bool {
        guard let close = lines.token(number - 1), says(close, "}"), let open = groupStart(closedAt: number - 1),
            let brace = lines.token(number + 1), says(brace, "{"), open + 1 < number - 1,
            let end = matchesAgain(open + 1..<number - 1, at: number + 2), let last = lines.token(end)
        else { return false }
        return says(last, "}")
    }

    private mutating func repeatsIndentedBranch(at number: Int) -> Bool {
        guard let column = column(ofLineWith: number), let word = lines.token(number), word.flags.contains(.startsLine),
            let colon = lines.token(number + 1), says(colon, ":")
        else { return false }
        // The head of the branch before.
        guard var at = line(before: number, notBelow: column), let head = lines.token(at),
            says(head, "if") || says(head, "elif"),
            lines.place(of: at, byte: head.start).byte == column
        else { return false }
        while at < number, let token = lines.token(at), !says(token, ":") { at = next(after: at) ?? number }
        guard at + 1 < number, let end = matchesAgain(at + 1..<number, at: number + 2) else { return false }
        guard let after = lines.token(end) else { return true }
        return after.flags.contains(.startsLine) && lines.place(of: end, byte: after.start).byte <= column
    }

    /// Whether the key at `number` stands before in the same brackets.
    mutating func repeatsKey(at number: Int) -> Bool {
        guard let key = lines.token(number), key.kind != .word || language != .python,
            lines.standsTwice(key, in: lines.anchorLine - DocumentLines.reach..<lines.anchorLine + 1)
        else { return false }
        var at = number - 1
        while let token = lines.token(at) {
            if token.closesGroup {
                guard let open = groupStart(closedAt: at) else { return false }
                at = open - 1
                continue
            }
            if token.opensGroup {
                return false
            }
            if token.kind == key.kind, token.hash == key.hash, let before = lines.token(at - 1),
                let after = lines.token(at + 1), says(after, ":") || says(after, "=>"),
                says(before, ",") || says(before, "{") || says(before, "[") || says(before, "("),
                lines.text(of: token) == lines.text(of: key)
            {
                return opensEntries(around: at)
            }
            at -= 1
        }
        return false
    }

    /// Whether the bracket around an entry holds entries: an object, a dictionary.
    private mutating func opensEntries(around number: Int) -> Bool {
        var at = number - 1
        while let token = lines.token(at) {
            if token.closesGroup {
                guard let open = groupStart(closedAt: at) else { return false }
                at = open - 1
                continue
            }
            if token.opensGroup {
                if language == .php || language == .ruby || language == .swift { return token.kind == .open }
                guard says(token, "{"), token.kind == .open, let before = lines.token(at - 1) else { return false }
                // A type, a block or a class is none.
                if language == .python { return true }
                return says(before, "=") || says(before, "(") || says(before, ",") || says(before, ":")
                    || says(before, "[") || says(before, "return")
            }
            at -= 1
        }
        return false
    }

    /// Whether the branch before the `case` at `number` runs on into it.
    ///
    /// One that ends with a block may leave the switch in each of its branches: nothing is said of it.
    mutating func runsOn(into number: Int) -> Bool {
        guard let word = lines.token(number), word.flags.contains(.startsLine), let end = lines.token(number - 1),
            says(end, ";"), !lines.hasComment(before: number)
        else { return false }
        if says(word, "default"), let after = lines.token(number + 1), !says(after, ":") { return false }
        // Back to the start of the last statement.
        var at = number - 2
        while let token = lines.token(at) {
            if token.closesGroup {
                guard let open = groupStart(closedAt: at) else { return false }
                at = open - 1
                continue
            }
            if says(token, ";") || says(token, ":") && startsStatement(after: at) || token.opensGroup { break }
            if Matcher.branchEnds.contains(token.hash), token.kind == .word { return false }
            at -= 1
        }
        guard let before = lines.token(at) else { return false }
        return !before.opensGroup
    }

    private mutating func startsStatement(after colon: Int) -> Bool {
        lines.token(colon + 1).map { $0.flags.contains(.startsLine) || $0.kind == .word } ?? false
    }

    private static let branchEnds = WordSet(
        "break return throw continue goto yield exit die abort never assertNever assertUnreachable fallthrough panic fail"
    )

    /// Whether the `else` at `number` belongs to a loop that nothing leaves early.
    mutating func isElseOfEveryLoop(at number: Int) -> Bool {
        guard let word = lines.token(number), word.flags.contains(.startsLine), let column = column(ofLineWith: number),
            let head = line(before: number, notBelow: column), let loop = lines.token(head),
            says(loop, "for") || says(loop, "while") || says(loop, "async"),
            lines.place(of: head, byte: loop.start).byte == column
        else { return false }
        return statement([TokenHash.of("break")], inBlockOf: head..<head + 1) == nil
    }

    /// The first token of the nearest line before a token that does not stand further in than a column.
    private mutating func line(before number: Int, notBelow column: Int) -> Int? {
        var at = number - 1
        while let token = lines.token(at) {
            if token.flags.contains(.startsLine), !token.closesGroup,
                lines.place(of: at, byte: token.start).byte <= column
            {
                return at
            }
            at -= 1
        }
        return nil
    }

    /// Whether a handler before the `except` at `number` catches what this one names.
    mutating func isCaughtBefore(at number: Int) -> Bool {
        guard let column = column(ofLineWith: number), let own = lines.token(number + 1),
            own.kind == .word || says(own, "("), !Matcher.beyondException.contains(own.hash)
        else { return false }
        var at = number
        while let before = line(before: at, notBelow: column), let token = lines.token(before), says(token, "except"),
            lines.place(of: before, byte: token.start).byte == column
        {
            if let caught = lines.token(before + 1), let after = lines.token(before + 2),
                says(after, ":") || says(after, "as")
            {
                if says(caught, "Exception") || says(caught, "BaseException") { return true }
                if says(caught, "OSError"), Matcher.osErrors.contains(own.hash) { return true }
                if caught.kind == .word, caught.hash == own.hash, let next = lines.token(number + 2),
                    says(next, ":") || says(next, "as")
                {
                    return true
                }
            }
            at = before
        }
        return false
    }

    /// What is no `Exception`, and names of what may be none.
    private static let beyondException = WordSet(
        "BaseException KeyboardInterrupt SystemExit GeneratorExit CancelledError asyncio trio BdbQuit bdb")
    private static let osErrors = WordSet(
        "IOError EnvironmentError FileNotFoundError FileExistsError PermissionError ConnectionError TimeoutError")

    // MARK: Variables of loops

    /// The variable of a loop that the lambda of a match reads, which it does when it is called.
    mutating func capturedVariable(in match: Range<Int>) -> Range<Int>? {
        guard language == .python, let column = column(ofLineWith: match.lowerBound) else { return nil }
        var colon = match.lowerBound + 1
        var parameters: Set<UInt32> = []
        while let token = lines.token(colon), !says(token, ":") {
            if token.kind == .word { parameters.insert(token.hash) }
            guard let after = next(after: colon) else { return nil }
            colon = after
        }
        var end = colon + 1
        while let token = lines.token(end), !says(token, ","), !token.closesGroup {
            if token.flags.contains(.startsLine), !token.closesGroup, end > colon + 1, !isInGroup(match.lowerBound) {
                break
            }
            guard let after = next(after: end) else { break }
            end = after
        }
        guard isKept(match.lowerBound) else { return nil }
        var outermost = column
        var at = match.lowerBound - 1
        while let token = lines.token(at) {
            if token.flags.contains(.startsLine), token.kind == .word {
                let here = lines.place(of: at, byte: token.start).byte
                if here < outermost {
                    outermost = here
                    if says(token, "def") || says(token, "class") || says(token, "async") { return nil }
                    if says(token, "for"), let found = loopVariable(ofLoopAt: at, in: colon + 1..<end, not: parameters)
                    {
                        return found
                    }
                }
                if here == 0 { return nil }
            }
            at -= 1
        }
        return nil
    }

    private mutating func isInGroup(_ number: Int) -> Bool {
        guard let before = lines.token(number - 1) else { return false }
        return before.opensGroup || says(before, ",") || says(before, "=")
    }

    /// Whether a function is put somewhere, as it seems: given to a list or to what calls it later, or kept.
    private mutating func isKept(_ number: Int) -> Bool {
        guard let before = lines.token(number - 1) else { return false }
        if says(before, "=") {
            guard let name = lines.token(number - 2) else { return false }
            // `key=lambda x: …` is called at once.
            return !(says(name, "key") || says(name, "default"))
                && (name.flags.contains(.startsLine) || says(name, "command") || says(name, "callback")
                    || says(name, "]")
                    || name.kind == .word && (lines.token(number - 3).map { says($0, ".") } ?? false))
        }
        guard says(before, "("), let callee = lines.token(number - 2) else { return false }
        return Matcher.keepers.contains(callee.hash)
    }

    private static let keepers = WordSet(
        "append add insert connect add_done_callback call_later call_soon bind register submit put after on subscribe")

    private mutating func loopVariable(ofLoopAt number: Int, in body: Range<Int>, not parameters: Set<UInt32>) -> Range<
        Int
    >? {
        var at = number + 1
        while let token = lines.token(at), !says(token, "in"), at - number < 24 {
            if token.kind == .word, !parameters.contains(token.hash) {
                for place in body {
                    guard let use = lines.token(place) else { break }
                    if use.kind == .word, use.hash == token.hash,
                        lines.token(place - 1).map({ !says($0, ".") }) ?? true
                    {
                        return place..<place + 1
                    }
                }
            }
            at += 1
        }
        return nil
    }
}
