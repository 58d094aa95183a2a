import Patterns

/// An idea's sentences, and what each of them is.
struct IdeaSentence: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Something that the program shall do or be.
        case wish
        /// "No payments."
        case refusal
        /// "Nothing else."
        case limit
        /// In what it is to be written: "In Rust."
        case stack
        /// What is the case today, said to explain.
        case background
    }

    /// As it was written, without the full stop.
    let text: String
    let kind: Kind

    /// The sentences of a text, at most a hundred; bullets and line breaks part them too.
    static func all(in idea: String) -> [IdeaSentence] {
        var parts: [String] = []
        var current = ""
        let characters = Array(IdeaReading.lines(idea))
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let ends =
                "!?;\n".contains(character) || character == "。" || character == "." && (next == " " || next == "\n")
            if ends {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        parts.append(current)
        return parts.map { cleaned($0) }.filter { !$0.isEmpty }.prefix(100).map {
            IdeaSentence(text: $0, kind: kind(of: $0))
        }
    }

    private static func cleaned(_ part: String) -> String {
        var text = part.trimmingSpaces
        while let first = text.first, "-*•–,.…:".contains(first) { text = String(text.dropFirst()).trimmingSpaces }
        while let last = text.last, ".,:…".contains(last) { text = String(text.dropLast()).trimmingSpaces }
        return text.contains {
            $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isEmojiPresentation }
        }
            ? text : ""
    }

    private static func kind(of text: String) -> Kind {
        let words = Words.split(text, limit: 60)
        guard let first = words.first else { return .background }
        if IdeaReading.isLimit(text), Words.split(IdeaReading.withoutLimit(text), limit: 3).isEmpty { return .limit }
        let reading = IdeaReading.phrases(in: text)
        if ["no", "without", "never", "not", "skip", "exclude", "dont", "neither"].contains(first),
            !reading.refused.isEmpty || reading.isOffline
        {
            return .refusal
        }
        let said = Set(words).subtracting(IdeaShape.stopWords).subtracting([
            "written", "built", "made", "stack", "backend", "frontend",
        ])
        if words.count <= 8, !said.isEmpty, said.allSatisfy(isTechnology) { return .stack }
        return .wish
    }

    private static func isTechnology(_ word: String) -> Bool {
        IdeaVocabulary.technologies.contains { $0.words.split(separator: " ").contains { $0 == word } }
    }

    /// The sentence's parts that each say one thing to do: "reads a file, checks each row and prints the errors".
    var clauses: [String] {
        let marks = [", ", " and ", " then ", " that ", " which ", " to "]
        var clauses: [String] = []
        var rest = text[...]
        var current = ""
        while !rest.isEmpty {
            if let mark = marks.first(where: { rest.hasPrefix($0) }) {
                let after = rest.dropFirst(mark.count)
                var words = Words.split(after.prefix(60), limit: 3)
                while let word = words.first, ["and", "then", "also", "it", "should", "must", "can"].contains(word) {
                    words.removeFirst()
                }
                if let word = words.first, Self.isDoing(word) || isParallel(words, to: current, after: mark),
                    current.trimmingSpaces.contains(" ") || !clauses.isEmpty
                {
                    clauses.append(current)
                    current = ""
                    rest = after
                    continue
                }
            }
            current.append(rest.removeFirst())
        }
        clauses.append(current)
        return clauses.map(Self.cleaned).filter { !$0.isEmpty }
    }

    /// "greets members **and rolls dice**": a second verb in the form of the first, with something after it.
    private func isParallel(_ words: [String], to current: String, after mark: String) -> Bool {
        guard mark == " and " || mark == ", ", words.count > 1, let word = words.first, word.hasSuffix("s"),
            !word.hasSuffix("ss"),
            let verb = Words.split(FeatureName.core(of: Self.cleaned(current)), limit: 1).first, verb.hasSuffix("s"),
            Self.isDoing(verb)
        else { return false }
        return !IdeaVocabulary.boundaries.contains(words[1])
    }

    /// Whether a word at the start of a clause says what is done.
    static func isDoing(_ word: String) -> Bool {
        if IdeaVocabulary.manages(word) { return true }
        let base =
            word.hasSuffix("es") && doing.contains(String(word.dropLast(2)))
            ? String(word.dropLast(2))
            : word.hasSuffix("ies")
                ? String(word.dropLast(3)) + "y"
                : word.hasSuffix("s") ? String(word.dropLast()) : word
        return doing.contains(base) || doing.contains(word)
    }

    private static let doing: Set<String> = Set(
        """
        read write check print parse convert show send play blink fetch open close save load copy move delete remove add \
        draw render export import sync merge sort filter search match replace rename resize compress encrypt decrypt hash \
        validate format lint compile build run start stop restart deploy upload download stream measure sample log warn \
        alert notify remind answer reply greet ask mute kick ban translate summarise summarize transcribe count sum total \
        calculate compute predict train score rank block hide highlight mark tag label group split join list display \
        detect scan watch listen turn switch toggle dim open lock unlock drive steer jump shoot collect dodge spawn \
        connect pair publish subscribe poll retry cache serve host call emit receive store keep track clean crop rotate \
        plot simulate solve generate create make let open accept reject approve tell give take put get use control post \
        report back restore mirror archive extract transform tokenize highlight fill click type scroll inject record
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension IdeaReading {
    /// An idea with its line breaks, and with nothing else that is not printed.
    static func lines(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).prefix(200).map { oneLine(String($0)) }.joined(separator: "\n")
    }
}
