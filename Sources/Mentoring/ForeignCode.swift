/// Tells whether a text that is for a student shows code that the student has not written.
///
/// What stands in the student's own text may be quoted, in any spacing and with any quotes. Everything else that looks
/// like code may not, whatever sentence it stands in: a question gives a repair away as well as an order does. It knows
/// no language and no rule, so that it holds where the reviewer finds nothing too.
package struct ForeignCode: Sendable {
    /// The tokens of the student's texts, in small letters, each text behind the other.
    private let own: [Substring]
    let places: [Substring: [Int]]
    /// Functions that the texts define: such a one may be called with plain values, which is how it is tried out.
    private let defined: Set<Substring>
    private let parameters: Set<Substring>

    /// The student's own texts: the code, and what they asked.
    package init(own texts: [String]) {
        var own: [Substring] = []
        for text in texts {
            own += Self.tokens(of: text.lowercased())
            own.append("\n")
        }
        var places: [Substring: [Int]] = [:]
        for (index, token) in own.enumerated() { places[token, default: []].append(index) }
        var (defined, parameters): (Set<Substring>, Set<Substring>) = ([], [])
        for index in own.indices.dropLast(2) where Self.definers.contains(own[index]) {
            defined.insert(own[index + 1])
            guard own[index + 2] == "(" else { continue }
            var depth = 1
            var next = index + 3
            while next < own.count, depth > 0, next < index + 80 {
                if own[next] == "(" { depth += 1 }
                if own[next] == ")" { depth -= 1 }
                if depth == 1, ["(", ","].contains(own[next - 1]), Self.isName(own[next]) {
                    parameters.insert(own[next])
                }
                next += 1
            }
        }
        (self.own, self.places, self.defined, self.parameters) = (own, places, defined, parameters)
    }

    /// Whether a hint shows such code, or proposes a change in words.
    package func isShown(in text: String) -> Bool {
        Self.readings(of: text).contains { reading in
            guard let sentences = sentences(of: reading, spans: isOwn) else { return true }
            return sentences.contains { showsCode($0) || proposes($0) }
        }
    }

    /// Whether a text about a whole project holds a piece of such code.
    ///
    /// That is what works something out, assigns or is called with something; names of tools and commands are none.
    package func isStatementShown(in text: String) -> Bool {
        Self.readings(of: text).contains { reading in
            guard
                let sentences = sentences(
                    of: reading, spans: { span in !holdsStatement(span, ofProject: true) || isOwn(span) })
            else {
                return true
            }
            return sentences.contains { holdsStatement($0, ofProject: true) }
        }
    }

    private static func readings(of text: String) -> [String] {
        let plain = Disguise.unmasked(text)
        return plain == text ? [text] : [text, plain]
    }

    // MARK: Spans of code

    /// What stands for a span that was looked at.
    static let seen = "\u{FFFC}"

    /// The sentences around the spans of code, which stand there no more; nil where a span is not allowed.
    private func sentences(of text: String, spans isAllowed: (Substring) -> Bool) -> [Substring]? {
        var prose = ""
        for (index, block) in text.split(separator: "```", omittingEmptySubsequences: false).enumerated() {
            guard index.isMultiple(of: 2) else {
                // The language stands behind the fence.
                let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
                let code = lines.count > 1 ? lines.dropFirst() : lines[...]
                guard code.allSatisfy({ $0.allSatisfy(\.isWhitespace) || isAllowed($0) }) else { return nil }
                prose += "\n"
                continue
            }
            for (place, part) in block.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
                guard !place.isMultiple(of: 2), !part.isEmpty else {
                    prose += part
                    continue
                }
                guard isAllowed(part) else { return nil }
                prose += part.allSatisfy(\.isNumber) ? String(part) : Self.seen
            }
        }
        return Self.sentences(prose)
    }

    private static func sentences(_ text: String) -> [Substring] {
        var found: [Substring] = []
        var start = text.startIndex
        for index in text.indices {
            let next = text.index(after: index)
            let isEnd = next == text.endIndex || text[next].isWhitespace || "\"'”“»)*_".contains(text[next])
            guard text[index].isNewline || ".!?".contains(text[index]) && isEnd || "。！？…".contains(text[index]) else {
                continue
            }
            found.append(text[start..<next])
            start = next
        }
        if start < text.endIndex { found.append(text[start...]) }
        return found.filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// Whether a span is the student's, or only tries out what is.
    private func isOwn(_ span: Substring) -> Bool {
        let parts = span.lowercased().replacing("…", with: "...").split(separator: "...").map {
            Self.tokens(of: String($0))
        }
        return parts.allSatisfy { isOwn($0[...]) }
    }

    func isOwn(_ tokens: ArraySlice<Substring>) -> Bool {
        var tokens = tokens
        while let last = tokens.last, tokens.count > 1, [":", ";", ",", "."].contains(last) {
            tokens = tokens.dropLast()
        }
        guard !tokens.isEmpty, !stands(tokens) else { return true }
        if tokens.count == 1, let only = tokens.first {
            return only.allSatisfy(\.isNumber) || Self.results.contains(only)
        }
        if tokens.suffix(2) == ["(", ")"], stands(tokens.dropLast()) { return true }
        if Self.isFileName(tokens) || isTrial(tokens) { return true }
        return false
    }

    /// "is_even(4)", "n = 4", "[3, 1, 2]": what somebody tries code with.
    func isTrial(_ tokens: ArraySlice<Substring>) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        let rest = tokens.dropFirst()
        if tokens.count == 4, Self.looking.contains(first), rest.first == "(", last == ")",
            let shown = rest.dropFirst().first
        {
            return Self.isName(shown) && places[shown] != nil
        }
        if defined.contains(first), rest.first == "(", last == ")" {
            return rest.allSatisfy {
                Self.isPlain($0) || "()[],-\"".contains($0) || own.contains($0) && Self.isText($0)
            }
                && !rest.contains { parameters.contains($0) }
        }
        if parameters.contains(first), ["=", "is", "=="].contains(rest.first) {
            return tokens.count <= 4 && rest.dropFirst().allSatisfy { Self.isPlain($0) || ["-", "\""].contains($0) }
                && rest.dropFirst().contains(where: Self.isPlain)
        }
        return first == "[" && last == "]" && tokens.contains(",")
            && tokens.dropFirst().dropLast().allSatisfy { Self.isPlain($0) || [",", "-", "."].contains($0) }
    }

    private static func isPlain(_ token: Substring) -> Bool {
        token.allSatisfy { $0.isNumber } || results.contains(token)
    }

    private static func isText(_ token: Substring) -> Bool { token.allSatisfy { $0.isLetter || $0 == "_" } }

    private static func isFileName(_ tokens: ArraySlice<Substring>) -> Bool {
        tokens.count > 2 && tokens.dropLast().last == "." && fileEndings.contains(tokens.last ?? "")
            && tokens.allSatisfy { isName($0) || [".", "/", "-"].contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// Whether the tokens stand in the student's texts, one behind the other.
    func stands(_ tokens: ArraySlice<Substring>) -> Bool {
        guard let first = tokens.first else { return true }
        return (places[first] ?? []).contains { start in
            start + tokens.count <= own.count && own[start..<start + tokens.count].elementsEqual(tokens)
        }
    }
}
