import Patterns

/// The heading of a statement: its own words, shortened where it is long, and never cut inside a bracket.
enum StatementTitle {
    private static let longest = 80

    static func of(_ statement: Statement) -> String {
        let said = statement.isFirst ? purpose(in: statement.text) : IdeaOpening.without(statement.text)
        let plain = IdeaParts.withoutBrackets(withoutWelcome(said)).trimmingCharacters(" ,;:")
        let text = withoutLinks(plain.isEmpty ? said : plain)
        return Clip.text(shortened(text).capitalisedFirst, 100)
    }

    /// "A portal where parents report …": what is done in it; else the whole.
    private static func purpose(in text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() where index > 0 && index < words.count - 2 {
            let plain = Words.split(word).joined()
            let isArticle = ["das", "die", "der", "que", "so"].contains(plain)
            let afterComma = words[index - 1].hasSuffix(",")
            guard StatementWords.relatives.contains(plain), plain != "so", plain != "dem", plain != "ou",
                !isArticle || afterComma || plain == "que" && index < 8
            else { continue }
            let rest = words[(index + 1)...].joined(separator: " ")
            if ["where", "waar", "donde", "dove", "onde", "wo"].contains(plain) { return rest }
            if ["that", "qui", "que", "che", "das", "die", "der", "dat"].contains(plain), index < 14 { return rest }
            return text
        }
        return IdeaOpening.without(text)
    }

    /// "Nice to have: a replay": the replay.
    private static func withoutWelcome(_ text: String) -> String {
        guard let (head, rest) = IdeaParts.colon(in: text), Words.split(head, limit: 5).count < 5,
            StatementWords.nice.contains(where: SpokenLine(head).says)
        else { return text }
        return rest
    }

    /// "And kids need …", "to add products".
    private static func withoutLinks(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let links: Set<String> = [
            "and", "und", "et", "y", "e", "en", "to", "also", "oh", "auch", "but", "aber", "please", "bitte",
        ]
        while words.count > 2, links.contains(words[0].lowercased()) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > longest else { return text }
        // At the last comma that leaves enough, else at a word.
        var head = ""
        for item in IdeaParts.items(of: text) {
            let next = head.isEmpty ? item : head + ", " + item
            if next.count > longest { break }
            head = next
        }
        if head.split(separator: " ").count > 3 { return head + " …" }
        var words = Clip.words(text, longest - 2).split(separator: " ").map(String.init)
        while words.count > 3, let last = words.last, linksOn(last) { words.removeLast() }
        return words.joined(separator: " ").trimmingCharacters(",;:–-") + " …"
    }

    private static func linksOn(_ word: String) -> Bool {
        let plain = Words.split(word).joined()
        return IdeaVocabulary.boundaries.contains(plain) || IdeaVocabulary.determiners.contains(plain)
            || FunctionWords.determiners.contains(plain) || FunctionWords.links.contains(plain)
    }
}
