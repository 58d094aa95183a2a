/// Code and changes that stand in sentences.
extension ForeignCode {
    /// Whether a sentence holds something that looks like code and is not the student's.
    func showsCode(_ sentence: Substring) -> Bool {
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
    func holdsStatement(_ sentence: Substring, ofProject isOfProject: Bool = false) -> Bool {
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
                kept.contains("None") || kept.contains("IS NULL") || kept.contains("NOT NULL"),
                !stands(tokens[index...index + 1])
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
    func proposes(_ sentence: Substring) -> Bool {
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
