/// Tells whether a text shows a line of somebody's own code as it should read: nearly the line, and not the line.
///
/// The line as it stands may be quoted, and so may a part of it. Knows no language: words, numbers and signs are
/// compared one by one, whatever they mean.
package struct OwnCodeCheck: Sendable {
    /// Lines of fewer words and signs are in everybody's code.
    private static let leastTokens = 4
    /// How much of a line a passage must have in common with it, of the longer one of both.
    private static let likeness = 0.6
    /// Most lines of the code that are looked at, and most of a line's tokens.
    private static let mostLines = 400
    private static let mostTokens = 60

    private let lines: [[Substring]]
    /// Names that the code itself defines: a block of code that has one is about this very code.
    private let defined: Set<Substring>

    package init(_ code: String) {
        var lines: [[Substring]] = []
        var defined: Set<Substring> = []
        for line in code.split(whereSeparator: \.isNewline).prefix(Self.mostLines) {
            let tokens = Self.tokens(of: line)
            if let at = tokens.firstIndex(where: Self.definers.contains), at + 1 < tokens.count,
                tokens[at + 1].count > 2
            {
                defined.insert(tokens[at + 1])
            }
            let isComment = ["#", "/", "*", "-"].contains(tokens.first ?? "") && tokens.count > 1
            guard tokens.count >= Self.leastTokens, tokens.count <= Self.mostTokens, !isComment else { continue }
            lines.append(tokens)
        }
        (self.lines, self.defined) = (lines, defined)
    }

    /// Whether the text holds a changed line of the code, or a block of code that defines what the code does.
    package func isCorrected(in text: String) -> Bool {
        for (index, block) in text.split(separator: "```", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                if !defined.isDisjoint(with: Self.tokens(of: block)) { return true }
                if block.split(whereSeparator: \.isNewline).contains(where: { isChanged(Self.tokens(of: $0)) }) {
                    return true
                }
                continue
            }
            // What stands between backticks is code by itself, and often a part of a line as it stands.
            for part in block.split(separator: "`") where isChanged(Self.tokens(of: part)) { return true }
        }
        return false
    }

    /// As `isCorrected`, of a text that may be encoded, spelled or cut into pieces.
    package func isCorrected(disguisedIn text: String) -> Bool {
        Disguise.readings(of: text).contains { isCorrected(in: $0) }
    }

    /// Whether some passage is like one of the lines without being one or a part of one.
    private func isChanged(_ tokens: [Substring]) -> Bool {
        guard tokens.count >= 2, !lines.contains(where: { Self.isPart(tokens, of: $0) }) else { return false }
        if isOtherResult(tokens) { return true }
        return lines.contains { Self.holdsChanged($0, in: tokens) }
    }

    /// Whether a passage hands back something else that is worked out of what the code names, however unlike it looks.
    private func isOtherResult(_ tokens: [Substring]) -> Bool {
        guard (4...40).contains(tokens.count), tokens[0] == "return", lines.contains(where: { $0.first == "return" }),
            tokens.dropFirst(2).contains(where: { "+-*/%<>=.[(?".contains($0) })
        else { return false }
        let names = Set(lines.joined().filter { Self.isWord($0) && !Self.common.contains($0) })
        return tokens.contains(where: names.contains)
    }

    private static func isPart(_ tokens: [Substring], of line: [Substring]) -> Bool {
        guard tokens.count <= line.count else { return false }
        return (0...line.count - tokens.count).contains { line[$0..<$0 + tokens.count].elementsEqual(tokens) }
    }

    private static func holdsChanged(_ line: [Substring], in tokens: [Substring]) -> Bool {
        let names = Set(line.filter { isWord($0) && !common.contains($0) })
        // Quoted as it stands: what is left of the text is looked at by itself.
        var start = 0
        for end in quotes(of: line, in: tokens) + [tokens.count..<tokens.count] {
            if start < end.lowerBound, isLike(line, names, Array(tokens[start..<end.lowerBound])) { return true }
            start = end.upperBound
        }
        return false
    }

    /// Where the whole line stands.
    private static func quotes(of line: [Substring], in tokens: [Substring]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start + line.count <= tokens.count {
            if tokens[start..<start + line.count].elementsEqual(line) {
                found.append(start..<start + line.count)
                start += line.count
            } else {
                start += 1
            }
        }
        return found
    }

    private static func isLike(_ line: [Substring], _ names: Set<Substring>, _ tokens: [Substring]) -> Bool {
        tokens.indices.contains { start in
            hasOtherTokens(line, names, tokens[start...].prefix(line.count))
                || (line.contains(tokens[start]) && isLike(line, names, tokens, from: start))
        }
    }

    /// As long as the line, with another word or value in few places, such as the last.
    private static func hasOtherTokens(
        _ line: [Substring], _ names: Set<Substring>, _ passage: ArraySlice<Substring>
    ) -> Bool {
        guard passage.count == line.count else { return false }
        let other = zip(line, passage).filter { $0 != $1 }
        return (1...max(1, line.count / 5)).contains(other.count)
            && other.allSatisfy { isSign($0.0) == isSign($0.1) } && passage.contains(where: names.contains)
            && passage.contains(where: isSign)
    }

    private static func isLike(
        _ line: [Substring], _ names: Set<Substring>, _ tokens: [Substring], from start: Int
    ) -> Bool {
        let (least, longest) = (start + max(2, line.count / 2), min(tokens.count, start + line.count + 4))
        guard least <= longest else { return false }
        return (least...longest).contains { end in
            guard line.contains(tokens[end - 1]) else { return false }
            let passage = Array(tokens[start..<end])
            // Words alone are prose.
            guard passage.contains(where: names.contains), passage.contains(where: isSign),
                !isPart(passage, of: line)
            else { return false }
            return Double(commonCount(line, passage)) / Double(max(line.count, passage.count)) >= likeness
        }
    }

    /// The length of the longest common subsequence.
    private static func commonCount(_ a: [Substring], _ b: [Substring]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for token in a {
            var before = 0
            for (index, other) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = token == other ? before + 1 : max(above, row[index])
                before = above
            }
        }
        return row[b.count]
    }

    private static let definers: Set<Substring> = ["def", "func", "function", "fn", "class", "struct", "fun"]

    /// Words that everybody's code has: they tell nothing of whose it is.
    private static let common: Set<Substring> = [
        "def", "func", "function", "fn", "fun", "class", "struct", "return", "if", "elif", "else", "for", "while", "in",
        "is", "not", "and", "or", "let", "const", "var", "import", "from", "as", "await", "async", "new", "self",
        "this", "None", "null", "nil", "true", "false", "True", "False", "range", "len", "print", "int", "string",
    ]

    private static func isSign(_ token: Substring) -> Bool {
        !(token.first.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" } ?? false)
    }

    private static func isWord(_ token: Substring) -> Bool {
        token.first.map { $0.isLetter || $0 == "_" || $0 == "$" } ?? false
    }

    /// Words and numbers, and every other sign by itself; quotes of all kinds are left out, for prose has them too.
    private static func tokens(of text: some StringProtocol) -> [Substring] {
        var tokens: [Substring] = []
        let text = Substring(text)
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            var end = text.index(after: index)
            if character.isLetter || character.isNumber || character == "_" || character == "$" {
                while end < text.endIndex,
                    text[end].isLetter || text[end].isNumber || text[end] == "_" || text[end] == "$"
                {
                    end = text.index(after: end)
                }
                tokens.append(text[index..<end])
            } else if !character.isWhitespace, !"'\"`“”‘’".contains(character) {
                tokens.append(text[index..<end])
            }
            index = end
        }
        return tokens
    }
}
