/// A few tokens in a row by which a concept is recognised.
struct TokenPattern: Sendable {
    enum Element: Sendable, Equatable {
        case token(String)
        /// A word, a number or a text, with the name by which a question speaks of it.
        case any(String)
        case text
        case lineStart
        /// Up to `TokenPattern.reach` tokens.
        case gap
    }

    private static let reach = 12

    let elements: [Element]
    /// The tokens on which a cursor means the concept: words, or signs where there is no word.
    let hot: [(position: Int, token: String)]

    init(_ text: Substring) {
        var elements: [Element] = []
        var own: [(position: Int, token: String)] = []
        for part in text.split(separator: " ") {
            let isContext = part.hasPrefix("~") && part.count > 1
            let token = String(isContext ? part.dropFirst() : part)
            let element: Element =
                switch token {
                case "^": .lineStart
                case "\"...\"", "`...`": .text
                case "...": elements.isEmpty || text.hasPrefix("{ ...") ? .token(token) : .gap
                case _ where token.hasPrefix("$") && token.count > 1: .any(token)
                case _ where token.hasPrefix("\""): .token(token.filter { $0 != "\"" })
                default: .token(token)
                }
            if case .token(let word) = element, !isContext { own.append((elements.count, word)) }
            elements.append(element)
        }
        self.elements = elements
        let words = own.filter { $0.token.first.map { $0.isLetter || $0 == "_" } ?? false }
        hot = words.isEmpty ? own : words
    }

    /// What the pattern took in, where its element at `position` stands on a token of a line.
    func match(_ tokens: [LineToken], at index: Int, position: Int) -> [String: String]? {
        var taken: [String: String] = [:]
        guard matchBefore(position, index, tokens, &taken), matchAfter(position, index, tokens, &taken) else {
            return nil
        }
        return taken
    }

    private func matchBefore(_ position: Int, _ index: Int, _ tokens: [LineToken], _ taken: inout [String: String])
        -> Bool
    {
        var index = index
        for element in elements[..<position].reversed() {
            if element == .lineStart {
                guard index == 0 else { return false }
                continue
            }
            index -= 1
            guard index >= 0, fits(element, tokens[index], &taken) else { return false }
        }
        return true
    }

    private func matchAfter(_ position: Int, _ index: Int, _ tokens: [LineToken], _ taken: inout [String: String])
        -> Bool
    {
        var index = index
        var isGap = false
        for element in elements[(position + 1)...] {
            if element == .gap {
                isGap = true
                continue
            }
            index += 1
            if isGap {
                let end = min(index + Self.reach, tokens.count)
                guard index < end, let found = (index..<end).first(where: { fits(element, tokens[$0], &taken) }) else {
                    return false
                }
                (index, isGap) = (found, false)
            } else {
                guard index < tokens.count, fits(element, tokens[index], &taken) else { return false }
            }
        }
        return true
    }

    private func fits(_ element: Element, _ token: LineToken, _ taken: inout [String: String]) -> Bool {
        switch element {
        case .token(let text): return token.text == text || token.kind == .string && token.content == text
        case .text: return token.kind == .string
        case .any(let name):
            guard token.kind != .sign else { return false }
            taken[name] = token.written
            return true
        case .lineStart, .gap: return false
        }
    }
}
