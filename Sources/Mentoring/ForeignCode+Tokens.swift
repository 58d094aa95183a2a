/// Words, operators and other signs of a text.
extension ForeignCode {
    static func tokens(of text: String) -> [Substring] { spacedTokens(of: text).map(\.token) }

    /// Words, operators and other signs, each with whether blanks stand before it.
    static func spacedTokens(of text: String) -> [(token: Substring, isSpaced: Bool)] {
        var found: [(token: Substring, isSpaced: Bool)] = []
        var index = text.startIndex
        var isSpaced = true
        while index < text.endIndex {
            let character = text[index]
            var end = text.index(after: index)
            defer { index = end }
            if character.isWhitespace {
                isSpaced = true
                continue
            }
            if isWord(character) {
                while end < text.endIndex, isWord(text[end]) { end = text.index(after: end) }
                found.append((text[index..<end], isSpaced))
            } else if quotes.contains(character) {
                // An apostrophe is part of its word.
                let isInside =
                    !isSpaced && end < text.endIndex && text[end].isLetter
                    && found.last.map { isWord($0.token.last ?? " ") } ?? false
                if !isInside || character == "\"" { found.append(("\"", isSpaced)) }
            } else if let long = operators.first(where: { text[index...].hasPrefix($0) }) {
                end = text.index(index, offsetBy: long.count)
                found.append((text[index..<end], isSpaced))
            } else {
                found.append((text[index..<end], isSpaced))
            }
            isSpaced = false
        }
        return found
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "$"
    }

    static func isName(_ token: Substring) -> Bool {
        token.first.map { $0.isLetter || $0 == "_" || $0 == "$" } ?? false
    }

    private static let quotes: Set<Character> = ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"]

    /// The longest first.
    private static let operators = [
        "===", "!==", "**=", "//=", "<<=", ">>=", "&&=", "||=", "??=", "...", "==", "!=", "<=", ">=", "=>", "->", "<-",
        "+=",
        "-=", "*=", "/=", "%=", "**", "//", "&&", "||", "??", "?.", "++", "--", ":=", "<<", ">>", "::", "|=", "&=",
    ]
    /// Nobody writes them in prose.
    static let strong: Set<Substring> = [
        "===", "!==", "**=", "//=", "==", "!=", "<=", ">=", "=>", "+=", "-=", "*=", "/=", "%=", "**", "&&", "||", "??",
        "?.",
        "++", ":=", "&&=", "||=", "??=", "<<=", ">>=",
    ]
    static let weak: Set<Substring> = [
        "=", "<", ">", "+", "*", "%", "-", "/", "|", "&", "×", "·", "^", "->", "<-",
    ]
}
