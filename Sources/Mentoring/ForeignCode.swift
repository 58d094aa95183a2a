/// Tells whether a text that is for a student shows code that the student has not written.
///
/// What stands in the student's own text may be quoted, in any spacing and with any quotes. Everything else that looks
/// like code may not, whatever sentence it stands in: a question gives a repair away as well as an order does. It knows
/// no language and no rule, so that it holds where the reviewer finds nothing too.
package struct ForeignCode: Sendable {
    /// The tokens of the student's texts, in small letters, each text behind the other.
    private let own: [Substring]
    private let places: [Substring: [Int]]
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
    private static let seen = "\u{FFFC}"

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

    private func isOwn(_ tokens: ArraySlice<Substring>) -> Bool {
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
    private func isTrial(_ tokens: ArraySlice<Substring>) -> Bool {
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

    /// Calls that only show what there is.
    private static let looking = set("print repr type dir println typeof log")

    private static func isPlain(_ token: Substring) -> Bool {
        token.allSatisfy { $0.isNumber } || results.contains(token)
    }

    private static func isText(_ token: Substring) -> Bool { token.allSatisfy { $0.isLetter || $0 == "_" } }

    private static func isFileName(_ tokens: ArraySlice<Substring>) -> Bool {
        tokens.count > 2 && tokens.dropLast().last == "." && fileEndings.contains(tokens.last ?? "")
            && tokens.allSatisfy { isName($0) || [".", "/", "-"].contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// Whether the tokens stand in the student's texts, one behind the other.
    private func stands(_ tokens: ArraySlice<Substring>) -> Bool {
        guard let first = tokens.first else { return true }
        return (places[first] ?? []).contains { start in
            start + tokens.count <= own.count && own[start..<start + tokens.count].elementsEqual(tokens)
        }
    }

    // MARK: Code in sentences

    /// Whether a sentence holds something that looks like code and is not the student's.
    private func showsCode(_ sentence: Substring) -> Bool {
        let words = Self.words(of: sentence)
        if words.contains(where: { isForeignName($0) }) { return true }
        return holdsStatement(sentence)
    }

    /// Words with the case that they have, dots inside kept.
    private static func words(of sentence: Substring) -> [Substring] {
        sentence.split { !($0.isLetter || $0.isNumber || "_$.".contains($0)) }.map { word in
            var word = word
            while word.last == "." { word = word.dropLast() }
            while word.first == "." { word = word.dropFirst() }
            return word
        }.filter { !$0.isEmpty }
    }

    private func isForeignName(_ word: Substring) -> Bool {
        if Self.properNames.contains(word) || places[Substring(word.lowercased())] != nil { return false }
        let letters = word.filter { $0.isLetter }
        guard let first = letters.first, first.isASCII else { return false }
        let pieces = word.split(separator: ".")
        if pieces.count > 1 {
            if pieces.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isLetter) })
                || Self.fileEndings.contains(Substring(pieces[pieces.count - 1].lowercased()))
            {
                return false
            }
            return pieces.allSatisfy { !$0.allSatisfy(\.isNumber) } && !stands(Self.tokens(of: word.lowercased())[...])
        }
        if word.dropFirst().dropLast().contains("_") || Self.codeWords.contains(word) { return true }
        let capitals = letters.filter(\.isUppercase).count
        let isPlural = letters.last == "s" && capitals == letters.count - 1
        if capitals > 1, capitals < letters.count, !isPlural { return true }
        if zip(word, word.dropFirst()).contains(where: { $0.isLowercase && $1.isUppercase }) { return true }
        let isOrdinal = ["st", "nd", "rd", "th", "x", "er", "e", "ms", "s", "kb", "mb", "gb", "px", "h"].contains(
            letters.lowercased())
        return word.contains(where: \.isNumber) && letters.count > 1 && !isOrdinal
    }

    /// Whether operators, calls or places of lists stand there in another order than in the student's text.
    ///
    /// A text about a whole project has measures and calls without arguments.
    private func holdsStatement(_ sentence: Substring, ofProject isOfProject: Bool = false) -> Bool {
        let kept = sentence.split(whereSeparator: \.isWhitespace).filter { word in
            !(word.hasPrefix("/") && word.count > 1 || word.hasPrefix("--") || word.contains("://")
                || word.contains("C++"))
        }.joined(separator: " ")
        let text = kept.lowercased()
        let spaced = Self.spacedTokens(of: text)
        let tokens = spaced.map(\.token)
        // Beside a sign that prose has as well, words that prose has are prose.
        func isOperand(_ index: Int, besideProse: Bool = false) -> Bool {
            guard tokens.indices.contains(index) else { return false }
            let token = tokens[index]
            let isOfProse = besideProse && Self.prose.contains(token)
            return token == "\"" || token == Self.seen[...] || places[token] != nil && Self.isName(token) && !isOfProse
                || token.first?.isNumber ?? false || Self.constants.contains(token)
                || ["(", ")", "[", "]"].contains(token)
                || Self.isName(token) && token.count == 1 && !isOfProse
        }
        for (index, token) in tokens.enumerated() {
            let isGlued = index > 0 && !spaced[index].isSpaced
            let isGluedAfter = index + 1 < tokens.count && !spaced[index + 1].isSpaced
            let around = tokens[max(0, index - 1)...min(tokens.count - 1, index + 1)]
            if Self.strong.contains(token) || Self.weak.contains(token) {
                let isSign = ["-", "/", "|", "&"].contains(token)
                let (before, after) = (
                    isOperand(index - 1, besideProse: isSign), isOperand(index + 1, besideProse: isSign)
                )
                if token == "%", index > 0, tokens[index - 1].first?.isNumber ?? false, !after { continue }
                let isMeasure = isOfProject && token != "=" && !Self.strong.contains(token)
                let isKnown = [index - 1, index + 1].contains { at in
                    tokens.indices.contains(at) && Self.isName(tokens[at])
                        && (tokens[at].count == 1 || places[tokens[at]] != nil && !Self.prose.contains(tokens[at]))
                }
                let isWritten = isMeasure ? before && after && isKnown : isSign ? before && after : before || after
                let isTight =
                    token != "-" && token != "/" && isGlued && isGluedAfter && index > 0
                    && Self.isOperandEnd(tokens[index - 1]) && index + 1 < tokens.count
                    && Self.isOperandEnd(tokens[index + 1])
                if Self.strong.contains(token), places[token] == nil { return true }
                if isWritten || isTight, !stands(around), !isTrial(around) { return true }
            }
            if token == "!", isGluedAfter, index + 1 < tokens.count, !stands(tokens[index...index + 1]), !isGlued {
                return true
            }
            if token == "(" || token == "[", isGlued, Self.isName(tokens[index - 1]),
                tokens[index - 1] != Self.seen[...]
            {
                let closing = token == "(" ? ")" : "]"
                let end = tokens[index...].firstIndex { $0 == closing[...] } ?? tokens.count - 1
                let inside = tokens[(index + 1)..<max(index + 1, end)]
                let isEnding = inside.count == 1 && Self.endings.contains(inside.first ?? "")
                if !isEnding, !(isOfProject && inside.isEmpty), !isOwn(tokens[(index - 1)...end]) { return true }
            }
            // "return 1", "assert amount": a word of the language with what belongs to it.
            if Self.heads.contains(token), index + 1 < tokens.count,
                isOperand(index + 1, besideProse: true)
                    || token == "except" && Self.exceptions.contains(tokens[index + 1]),
                tokens[index + 1] != Self.seen[...],
                !["(", ")"].contains(tokens[index + 1]), !stands(tokens[index...index + 1])
            {
                return true
            }
            if token == "is" || token == "not", index + 1 < tokens.count, Self.constants.contains(tokens[index + 1]),
                kept.contains("None"), !stands(tokens[index...index + 1])
            {
                return true
            }
            // "x > 18 and x < 65": conditions that the student joined otherwise.
            if ["and", "or"].contains(token), index > 0, index + 2 < tokens.count,
                isOperand(index - 1, besideProse: true),
                Self.strong.union(Self.weak).contains(tokens[index + 2]), !stands(tokens[(index - 1)...(index + 1)])
            {
                return true
            }
            // "word not in seen": nobody says it so.
            if token == "in", index > 1, tokens[index - 1] == "not", isOperand(index - 2),
                isOperand(index + 1, besideProse: true) || index + 1 < tokens.count && tokens[index + 1].count == 1,
                !stands(tokens[(index - 2)...(index + 1)])
            {
                return true
            }
        }
        return false
    }

    private static func isOperandEnd(_ token: Substring) -> Bool {
        isName(token) || token.first?.isNumber ?? false || ["\"", "(", ")", "[", "]"].contains(token)
    }

    // MARK: Changes in words

    /// "Why not …", "what if you put …", "replace … by …": what somebody says who knows the repair, in some languages.
    private func proposes(_ sentence: Substring) -> Bool {
        let tokens = Self.tokens(of: sentence.lowercased())
        let words = tokens.filter { Self.isName($0) || $0.first?.isNumber ?? false || $0 == Self.seen[...] }
        for phrase in Self.proposals {
            guard let end = Self.end(of: phrase, in: words), end < words.count else { continue }
            let next = words[end...].prefix(6)
            let looks = next.contains { word in Self.looks.contains(where: word.hasPrefix) }
            if !looks || next.contains(where: isForeignWord) { return true }
        }
        for phrase in Self.conditions {
            guard let end = Self.end(of: phrase, in: words) else { continue }
            if words[end...].prefix(10).contains(where: Self.changes.contains) { return true }
        }
        let isReplaced = words.indices.contains { index in
            Self.replacings.contains(words[index])
                && words[(index + 1)...].prefix(6).contains { isForeignWord($0) && !Self.common.contains($0) }
        }
        if isReplaced { return true }
        // "Where is return?", "did you want and?"
        return words.indices.dropFirst().contains { index in
            Self.nouns.contains(words[index]) && places[words[index]] == nil
                && Self.beforeNouns.contains(words[index - 1])
                && (index + 1 == words.count || !Self.afterNouns.contains(words[index + 1]))
        }
    }

    private func isForeignWord(_ word: Substring) -> Bool { Self.telling.contains(word) && places[word] == nil }

    private static func end(of phrase: [Substring], in words: [Substring]) -> Int? {
        guard words.count >= phrase.count else { return nil }
        let start = (0...words.count - phrase.count).first { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
        return start.map { $0 + phrase.count }
    }
}

// MARK: Tokens

extension ForeignCode {
    fileprivate static func tokens(of text: String) -> [Substring] { spacedTokens(of: text).map(\.token) }

    /// Words, operators and other signs, each with whether blanks stand before it.
    fileprivate static func spacedTokens(of text: String) -> [(token: Substring, isSpaced: Bool)] {
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

    fileprivate static func isName(_ token: Substring) -> Bool {
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
    fileprivate static let strong: Set<Substring> = [
        "===", "!==", "**=", "//=", "==", "!=", "<=", ">=", "=>", "+=", "-=", "*=", "/=", "%=", "**", "&&", "||", "??",
        "?.",
        "++", ":=", "&&=", "||=", "??=", "<<=", ">>=",
    ]
    fileprivate static let weak: Set<Substring> = [
        "=", "<", ">", "+", "*", "%", "-", "/", "|", "&", "×", "·", "^", "->", "<-",
    ]
}
