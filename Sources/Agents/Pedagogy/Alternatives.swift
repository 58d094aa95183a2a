import Patterns

/// The ways that a comment names itself, in some languages: "A or B", "A, B or C".
enum Alternatives {
    private static let mostWords = 5

    /// Two or three of them as they are written, without what stands around; none where the comment names none.
    static func all(in comment: String) -> [String] {
        var text = comment.replacing(kept(#/\s+/#), with: " ").trimmingSpaces
        while let last = text.last, "?.!…".contains(last) { text.removeLast() }
        // "how is money kept: cents or a decimal", "where do files go, the disk or S3".
        let words = Words.split(text, limit: 3)
        let asksOpenly = words.first.map(openQuestions.contains) ?? false
        if let colon = text.lastIndex(where: { ":–—".contains($0) }), holdsJoint(text[text.index(after: colon)...]) {
            text = String(text[text.index(after: colon)...])
        } else if let dash = text.ranges(of: " - ").last, holdsJoint(text[dash.upperBound...]) {
            text = String(text[dash.upperBound...])
        } else if asksOpenly {
            guard let comma = text.firstIndex(of: ","), holdsJoint(text[text.index(after: comma)...]) else { return [] }
            text = String(text[text.index(after: comma)...])
        }
        if let found = text.firstMatch(
            of: kept(#/(?i)\b(?:between|zwischen|entre|tra|tussen|między)\s+(.+?)\s+(?:and|und|et|y|e|en|a)\s+(.+)$/#))
        {
            return cleaned([String(found.1), String(found.2)])
        }
        let parts = Self.parts(of: text[...]).map(String.init)
        guard parts.count == 2 || parts.count == 3 else { return [] }
        // "A, B or C": the last comma before the word parts as well.
        let before = parts.count == 2 ? parts[0].split(separator: ",").suffix(2).map(String.init) : [parts[0]]
        let first = before.count == 2 && (before[1].split(separator: " ").count <= 3) ? before : [parts[0]]
        return cleaned(first + parts.dropFirst())
    }

    private static func holdsJoint(_ text: Substring) -> Bool { parts(of: text).count > 1 }

    /// What stands between the words for "or"; short ones, which mean something else elsewhere, count in their language.
    private static func parts(of text: Substring) -> [Substring] {
        let parts = text.split(separator: joint)
        if parts.count > 1 { return parts }
        return switch Tongue(String(text)) {
        case .dutch: text.split(separator: " of ")
        case .spanish, .italian: text.split(separator: " o ")
        default: parts
        }
    }

    private static func cleaned(_ parts: [String]) -> [String] {
        var found: [String] = []
        for (index, part) in parts.enumerated() {
            var words = part.split(separator: " ").map(String.init)
            // What leads up to the first one, and what follows on the last.
            if index == 0, let last = words.lastIndex(where: { leading.contains(bare($0)) }), last + 1 < words.count {
                words = Array(words[(last + 1)...])
            }
            while words.count > 1, let word = words.first, index > 0, leading.contains(bare(word)) {
                words.removeFirst()
            }
            if let end = words.dropFirst().firstIndex(where: { trailing.contains(bare($0)) || $0.hasPrefix("(") }) {
                words = Array(words[..<end])
            }
            if let end = words.firstIndex(where: { $0.hasSuffix(",") || $0.hasSuffix(";") }) {
                words = Array(words[...end])
            }
            words = index == 0 ? words.suffix(mostWords) : Array(words.prefix(mostWords))
            var text = words.joined(separator: " ")
            while let last = text.last, ",;.?!".contains(last) { text.removeLast() }
            // "… or not" names one way.
            guard text.contains(where: { $0.isLetter || $0.isNumber }), !found.contains(text),
                !["not", "nicht", "pas", "niet"].contains(Self.bare(text))
            else { return [] }
            found.append(text)
        }
        return (2...3).contains(found.count) ? found : []
    }

    private static func bare(_ word: String) -> String { Words.split(word, limit: 2).joined() }

    nonisolated(unsafe) private static let joint =
        #/(?i)\s+(?:or|oder|ou|oppure|czy|lub|albo|vs\.?|versus)\s+/#
    private static let openQuestions = WordList.set(
        "what how where who when why was wie wo wer wann warum comment quand que como donde come quando hoe waar jak gdzie"
    )
    /// What stands before the first way.
    private static let leading = WordList.set(
        """
        use using take be as with by in on via is are store keep put pick choose prefer whether should we do i the a an our to \
        it them this that have need want go between need nehmen wir ich soll sollen der die das den ein eine einen mit als ob \
        utiliser prendre le la les un une avec en usar el los las una con como usare il lo di come gebruiken het een met \
        use their there for from into
        """)
    /// What stands behind the last way.
    private static let trailing = WordList.set(
        """
        for to when if in on at here because since so and while until inside with fur im am bei wenn weil pour dans quand para \
        cuando quando per voor als dla
        """)
}
