/// Which statements a block holds.
extension Matcher {
    /// The first of `words` in the block that the match opens, outside of functions in it; and for `break` and
    /// `continue` outside of loops, too.
    mutating func statement(_ words: [UInt32], inBlockOf match: Range<Int>) -> Int? {
        language == .python ? indentedStatement(words, match) : bracedStatement(words, match)
    }

    /// The `return` with a value in the block that the match opens, outside of functions in it.
    mutating func returnedValue(inBlockOf match: Range<Int>) -> Range<Int>? {
        guard let number = statement([TokenHash.of("return")], inBlockOf: match), let value = lines.token(number + 1),
            !value.flags.contains(.startsLine), !says(value, "None"), !says(value, ";"), !says(value, "}")
        else { return nil }
        return number..<number + 1
    }

    private mutating func bracedStatement(_ words: [UInt32], _ match: Range<Int>) -> Int? {
        var number = match.lowerBound
        while let token = lines.token(number), !says(token, "{") { number += 1 }
        guard let end = next(after: number) else { return nil }
        number += 1
        // The ends of the loops that the token at hand is in.
        var loops: [Int] = []
        while number < end, let token = lines.token(number) {
            while let last = loops.last, last <= number { loops.removeLast() }
            if says(token, "{"), token.opensGroup {
                switch opener(of: number) {
                case .function: number = next(after: number) ?? end
                case .loop:
                    loops.append(next(after: number) ?? end)
                    number += 1
                case .other: number += 1
                }
                continue
            }
            if token.kind == .word, words.contains(token.hash), startsBracedStatement(number),
                loops.isEmpty || !Vocabulary.loopExits.contains(token.hash)
            {
                return number
            }
            number += 1
        }
        return nil
    }

    private enum Opener { case function, loop, other }

    /// What the `{` at `number` is the body of.
    private mutating func opener(of number: Int) -> Opener {
        guard let before = lines.token(number - 1) else { return .other }
        if says(before, "=>") { return .function }
        if Vocabulary.loops.contains(before.hash) { return .loop }
        guard says(before, ")"), let open = groupStart(closedAt: number - 1), let word = lines.token(open - 1) else {
            return .other
        }
        if Vocabulary.loops.contains(word.hash) { return .loop }
        return Vocabulary.conditions.contains(word.hash) ? .other : .function
    }

    private mutating func startsBracedStatement(_ number: Int) -> Bool {
        guard let next = lines.token(number + 1), let before = lines.token(number - 1) else { return false }
        if says(next, ":") || says(next, "=") || says(next, "(") && next.flags.isDisjoint(with: .afterSpace) {
            return false
        }
        return !says(before, ".") && !says(before, "?.") && !says(before, ",")
    }

    private mutating func indentedStatement(_ words: [UInt32], _ match: Range<Int>) -> Int? {
        guard let column = column(ofLineWith: match.lowerBound) else { return nil }
        var number = match.lowerBound
        while let token = lines.token(number), !says(token, ":") { number += 1 }
        number += 1
        // The column of the functions and loops that the token at hand is in, if they are deeper than the block.
        var (function, loop): (Int?, Int?)
        while let token = lines.token(number) {
            if token.flags.contains(.startsLine) {
                let here = lines.place(of: number, byte: token.start).byte
                if here <= column { return nil }
                if let outer = function, here <= outer { function = nil }
                if let outer = loop, here <= outer { loop = nil }
                let starts = token.kind == .word ? token.hash : 0
                if function == nil, Vocabulary.declarations.contains(starts) || says(token, "async") { function = here }
                if loop == nil, Vocabulary.loops.contains(starts) { loop = here }
            }
            if function == nil, token.kind == .word, words.contains(token.hash),
                loop == nil || !Vocabulary.loopExits.contains(token.hash),
                token.flags.contains(.startsLine)
                    || lines.token(number - 1).map({ says($0, ":") || says($0, ";") }) == true
            {
                return number
            }
            guard let after = next(after: number) else { return nil }
            number = after
        }
        return nil
    }

    /// Whether the chain of branches that the one at `number` goes on has asked for the condition before.
    mutating func repeatsCondition(_ condition: Range<Int>, ofBranchAt number: Int) -> Bool {
        language == .python
            ? repeatsIndented(condition, ofBranchAt: number) : repeatsBraced(condition, ofBranchAt: number)
    }

    /// Goes back from an `else` over the blocks before it.
    private mutating func repeatsBraced(_ condition: Range<Int>, ofBranchAt number: Int) -> Bool {
        var at = number
        while let other = lines.token(at), says(other, "else"), let close = lines.token(at - 1), says(close, "}"),
            let open = groupStart(closedAt: at - 1), let start = conditionStart(before: open)
        {
            let isInBrackets = lines.token(start).map { says($0, "(") } == true && next(after: start) == open
            if matchesAgain(condition, at: start) == open { return true }
            if isInBrackets, matchesAgain(condition, at: start + 1) == open - 1 { return true }
            at = start - 2
        }
        return false
    }

    /// Where the condition starts that stands between an `if` and the block at `open`.
    private mutating func conditionStart(before open: Int) -> Int? {
        var at = open - 1
        while let token = lines.token(at) {
            if says(token, "if") { return at + 1 }
            if token.opensGroup || says(token, "else") { return nil }
            if token.closesGroup {
                guard let start = groupStart(closedAt: at) else { return nil }
                at = start
            }
            at -= 1
        }
        return nil
    }

    /// Goes back over the branches of an `elif` that stand in its column.
    private mutating func repeatsIndented(_ condition: Range<Int>, ofBranchAt number: Int) -> Bool {
        guard let column = column(ofLineWith: number) else { return false }
        var at = number - 1
        while let token = lines.token(at) {
            if token.flags.contains(.startsLine), !token.closesGroup {
                let here = lines.place(of: at, byte: token.start).byte
                let isFirst = says(token, "if")
                if here < column || (here == column && !isFirst && !says(token, "elif")) { return false }
                if here == column, let end = matchesAgain(condition, at: at + 1), let colon = lines.token(end),
                    says(colon, ":")
                {
                    return true
                }
                if here == column, isFirst { return false }
            }
            at -= 1
        }
        return false
    }

    /// The column of the first token on the line of a token.
    mutating func column(ofLineWith number: Int) -> Int? {
        var number = number
        while let token = lines.token(number) {
            if token.flags.contains(.startsLine) { return lines.place(of: number, byte: token.start).byte }
            number -= 1
        }
        return nil
    }
}
