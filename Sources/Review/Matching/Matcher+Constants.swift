/// Which way a condition goes that compares nothing but numbers: `7 * 18 + offset > 200`.
extension Matcher {
    /// The most tokens of a condition that is worked out.
    static let longestCondition = 24

    /// Whether a condition in an expression always holds, or never; nil for one that depends on something.
    mutating func outcome(ofConditionIn range: Range<Int>) -> Bool? {
        guard followsFlow, range.count > 2, range.count <= Matcher.longestCondition,
            range.contains(where: { lines.token($0)?.kind == .number })
        else { return nil }
        _ = flow(around: range.lowerBound)
        return outcome(of: range)
    }

    /// Whether the condition of these tokens always holds, or never, by the function at hand.
    private mutating func outcome(of range: Range<Int>) -> Bool? {
        guard range.count > 2, range.count <= Matcher.longestCondition,
            range.contains(where: { lines.token($0)?.kind == .number })
        else { return nil }
        var range = range
        while let first = lines.token(range.lowerBound), says(first, "("),
            next(after: range.lowerBound) == range.upperBound
        {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        var number = range.lowerBound
        guard let one = sum(&number, range.upperBound), let sign = lines.token(number), sign.kind == .operator,
            number < range.upperBound
        else { return nil }
        number += 1
        guard let other = sum(&number, range.upperBound), number == range.upperBound else { return nil }
        if says(sign, ">") { return one > other }
        if says(sign, "<") { return one < other }
        if says(sign, ">=") { return one >= other }
        if says(sign, "<=") { return one <= other }
        if says(sign, "==") || says(sign, "===") { return one == other }
        if says(sign, "!=") || says(sign, "!==") { return one != other }
        return nil
    }

    private mutating func sum(_ number: inout Int, _ end: Int) -> Int? {
        guard var value = product(&number, end) else { return nil }
        while number < end, let sign = lines.token(number), says(sign, "+") || says(sign, "-") {
            number += 1
            guard let part = product(&number, end) else { return nil }
            let (result, isTooLarge) =
                says(sign, "+") ? value.addingReportingOverflow(part) : value.subtractingReportingOverflow(part)
            if isTooLarge { return nil }
            value = result
        }
        return value
    }

    private mutating func product(_ number: inout Int, _ end: Int) -> Int? {
        guard var value = factor(&number, end) else { return nil }
        while number < end, let sign = lines.token(number), says(sign, "*") || says(sign, "/") || says(sign, "%") {
            number += 1
            guard let part = factor(&number, end) else { return nil }
            // Divided numbers are whole in some languages only; the least number divided by -1 is none.
            guard says(sign, "*") || (says(sign, "/") && part > 0 && value % part == 0) else { return nil }
            let (result, isTooLarge) =
                says(sign, "*") ? value.multipliedReportingOverflow(by: part) : (value / part, false)
            if isTooLarge { return nil }
            value = result
        }
        return value
    }

    private mutating func factor(_ number: inout Int, _ end: Int) -> Int? {
        guard number < end, let token = lines.token(number) else { return nil }
        if says(token, "("), let after = next(after: number), after <= end {
            var inner = number + 1
            guard let value = sum(&inner, after - 1), inner == after - 1 else { return nil }
            number = after
            return value
        }
        defer { number += 1 }
        switch token.kind {
        case .number: return Int(String(decoding: lines.text(of: token), as: UTF8.self))
        case .word: return knownNumber(number, token)
        default: return nil
        }
    }

    /// The number that a variable is given, by nothing else but one literal.
    private mutating func knownNumber(_ number: Int, _ token: Token) -> Int? {
        if let before = lines.token(number - 1), leadsToMember(before) { return nil }
        let own = flow.assignments(of: token.hash)
        guard own.count == 1, let only = own.first, only.kind == .value, only.at <= number, !only.isConditional,
            only.value < number, let value = lines.token(only.value), value.kind == .number,
            let after = lines.token(only.value + 1),
            ends(expressionFrom: only.value, at: only.value + 1, after, depth: 0),
            flow.assignments(of: own, reaching: number).count == 1
        else { return nil }
        // What else may change it: `count++`, `read(&count)`, `count -= 1`.
        for place in only.value + 1..<number where lines.token(place)?.hash == token.hash {
            if let after = lines.token(place + 1), after.kind == .operator, Vocabulary.changes.contains(after.hash) {
                return nil
            }
            if let before = lines.token(place - 1), before.kind == .operator, Vocabulary.changes.contains(before.hash) {
                return nil
            }
        }
        return Int(String(decoding: lines.text(of: value), as: UTF8.self))
    }

    /// Notes of the function at hand which of its branches are always taken, and which never.
    mutating func decideBranches() {
        for index in flow.blocks.indices where flow.blocks[index].condition.end > 0 {
            guard let holds = outcome(of: flow.blocks[index].condition.range) else { continue }
            flow.blocks[index].certainty = holds ? .always : .never
            let chain = flow.blocks[index].chain
            var isNext = chain == index
            for other in flow.blocks.indices where other > index && flow.blocks[other].chain == chain {
                if holds {
                    flow.blocks[other].certainty = .never
                } else if isNext, flow.blocks[other].kind == .otherwise {
                    flow.blocks[other].certainty = .always
                }
                isNext = false
            }
        }
        for index in flow.assignments.indices where flow.assignments[index].condition.end > 0 {
            guard let holds = outcome(of: flow.assignments[index].condition.range) else { continue }
            flow.assignments[index].certainty = holds != flow.assignments[index].isOtherwise ? .always : .never
        }
    }
}
