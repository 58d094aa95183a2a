/// Where a match may have to stand among statements: the values of `statement` in rule files.
enum StatementPlace: String, Sendable {
    /// A statement starts with it.
    case start
    /// It is all of a statement.
    case whole
}

/// Where matches stand among statements.
extension Matcher {
    /// How many tokens before a match are looked at for the bracket around it, and after it for the statement's end.
    private static let farthest = 400

    /// Whether only `;` and brackets end statements.
    private var needsSemicolons: Bool { language.declaresTypeFirst || language == .rust }

    mutating func stands(_ match: Range<Int>, at place: StatementPlace) -> Bool {
        if place == .whole, !endsStatement(match.upperBound) { return false }
        return startsStatement(match.lowerBound)
    }

    /// Whether a statement starts with the token `number`: none before it goes on here, and no bracket is open.
    private mutating func startsStatement(_ number: Int) -> Bool {
        guard let first = lines.token(number) else { return false }
        if let previous = lines.token(number - 1) {
            let isBehindBlock = says(previous, "{") || says(previous, "}") || says(previous, ";")
            if !isBehindBlock {
                // `if (a) return`, `else return`: the statement is a part of another one.
                guard !needsSemicolons, first.flags.contains(.startsLine), startsStatement(number, first) else {
                    return false
                }
                if language != .python, says(previous, ")") || says(previous, "else") || says(previous, "do"),
                    isHeadClosed(at: number - 1)
                {
                    return false
                }
            }
        }
        return !isInBrackets(number)
    }

    /// Whether the bracket that is closed at a token is that of the head of an `if`, a loop or the like.
    private mutating func isHeadClosed(at number: Int) -> Bool {
        guard let last = lines.token(number) else { return false }
        guard says(last, ")") else { return true }
        guard let open = groupStart(closedAt: number), let word = lines.token(open - 1), word.kind == .word else {
            return false
        }
        return Vocabulary.conditions.contains(word.hash) || Vocabulary.loops.contains(word.hash)
    }

    /// Whether the token `number` stands in a bracket that is no block.
    private mutating func isInBrackets(_ number: Int) -> Bool {
        var (at, depth) = (number - 1, 0)
        while number - at < Matcher.farthest, let token = lines.token(at) {
            if token.closesGroup { depth += 1 }
            if token.opensGroup {
                if depth == 0 { return language == .python || !says(token, "{") }
                depth -= 1
            }
            at -= 1
        }
        return false
    }

    /// Whether a statement ends before the token `number`.
    private mutating func endsStatement(_ number: Int) -> Bool {
        guard let next = lines.token(number) else { return true }
        if says(next, ";") || says(next, "}") { return true }
        return next.flags.contains(.startsLine) && startsStatement(number, next)
    }

    /// The first token of the statement that follows, in the same block, the one that a match starts, if nothing else
    /// leads there.
    mutating func statement(after match: Range<Int>) -> Int? {
        guard !isLastLine(ofBlockAt: match.lowerBound), let number = next(afterStatementAt: match),
            startsStatement(match.lowerBound)
        else { return nil }
        return number
    }

    /// Whether the line below that of a token stands further out, as it does behind most that leave a block.
    private mutating func isLastLine(ofBlockAt number: Int) -> Bool {
        let line = lines.line(of: number)
        let seen = line..<line + 2
        guard lines.reaches(line + 1), let first = lines.tokens(ofLine: line).first,
            let below = lines.tokens(ofLine: line + 1).first
        else { return false }
        lines.touch(seen)
        return column(of: first) > column(of: below)
    }

    private func column(of number: Int) -> Int { lines.place(of: number, byte: lines.known(number).start).byte }

    private mutating func next(afterStatementAt match: Range<Int>) -> Int? {
        var number = match.lowerBound + 1
        while number - match.lowerBound < Matcher.farthest {
            guard let token = lines.token(number), !token.closesGroup else { return nil }
            if says(token, ";") {
                number += 1
                break
            }
            if !needsSemicolons, token.flags.contains(.startsLine), startsStatement(number, token) { break }
            guard let after = next(after: number) else { return nil }
            number = after
        }
        // An empty generator of Python is written with a yield that is never reached.
        guard let next = lines.token(number), next.kind == .word, next.flags.contains(.startsLine),
            !Matcher.ledTo.contains(next.hash) || (language == .python && !says(next, "yield")),
            column(ofLineWith: number) == column(ofLineWith: match.lowerBound)
        else { return nil }
        // A label is led to, and a function in the function is no statement.
        if language != .python, let after = lines.token(number + 1),
            says(after, ":") || (language == .csharp && (after.kind == .word || says(after, "<")))
        {
            return nil
        }
        return number
    }

    /// What holds before it is reached, or is written where nothing is.
    private static let ledTo = WordSet(
        """
        break yield case default function func class async var const let type interface enum else catch finally export \
        def struct
        """)
}
