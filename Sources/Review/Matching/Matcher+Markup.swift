/// Elements of markup that the code makes.
extension Matcher {
    /// The element that the function given to the call of a match returns, where it has no key.
    mutating func elementWithoutKey(in match: Range<Int>) -> Range<Int>? {
        guard let open = groupStart(closedAt: match.upperBound - 1) else { return nil }
        var number = open + 1
        while number < match.upperBound, let token = lines.token(number) {
            guard says(token, "=>") || says(token, "return") else {
                // What another function in it returns is another list's.
                number = says(token, "(") ? next(after: number) ?? match.upperBound : number + 1
                continue
            }
            var first = number + 1
            if let bracket = lines.token(first), says(bracket, "(") { first += 1 }
            if let sign = lines.token(first), says(sign, "<") {
                return lacksKey(elementAt: first) ? first..<first + 1 : nil
            }
            number += 1
        }
        return nil
    }

    private mutating func lacksKey(elementAt number: Int) -> Bool {
        var at = number + 1
        while let token = lines.token(at) {
            if says(token, ">") || says(token, "/>") || says(token, "/") { return true }
            if token.kind == .word, says(token, "key") { return false }
            if token.opensGroup {
                if let spread = lines.token(at + 1), says(spread, "...") { return false }
                guard let after = next(after: at) else { return false }
                at = after
            } else {
                at += 1
            }
        }
        return false
    }
}
