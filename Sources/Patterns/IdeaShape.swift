/// The parts of a one-line idea that say what it is, for whom, and what it does.
///
/// "A **CRM** for dog walkers to plan routes": the head names the kind of project, the audience follows "for",
/// the purpose follows "to", "that", "where" or "with", the matter follows "of" or "about".
package struct IdeaShape {
    private(set) var head: [String] = []
    private(set) var matter: [String] = []
    private(set) var audience: [String] = []
    private(set) var purpose: [String] = []
    /// Products that the idea names as its examples.
    let likenesses: [KnownProducts.Likeness]

    init(_ text: String) {
        enum Part { case head, matter, audience, purpose }
        let found = KnownProducts.shared.found(in: Words.split(text, limit: TextEmbedding.longestText))
        likenesses = found.likenesses
        var part = Part.head
        // A sentence after the first explains; it never names the audience of the first.
        for (index, word) in found.rest.enumerated() {
            let hasHead = !head.isEmpty || !likenesses.isEmpty
            let isOpen = part == .head && hasHead || part == .matter
            if isOpen, Self.opensAudience.contains(word) {
                part = Self.namesPeople(found.rest[(index + 1)...]) ? .audience : .matter
                if index + 1 < found.rest.count, found.rest[index + 1].hasSuffix("ing") { part = .purpose }
            } else if part == .head, hasHead, Self.opensMatter.contains(word) {
                part = .matter
            }
            if isOpen, Self.opensPurpose.contains(word) { part = .purpose }
            if part == .audience, word == "to" || word == "and" || Self.opensPurpose.contains(word) { part = .purpose }
            let stem = Words.stem(word)
            switch part {
            case .head: head.append(stem)
            case .matter: matter.append(stem)
            case .audience: audience.append(stem)
            case .purpose: purpose.append(stem)
            }
        }
    }

    /// Whether people stand among the next words, before anything else begins.
    private static func namesPeople(_ words: ArraySlice<String>) -> Bool {
        let phrase = words.prefix(5).prefix { !opensPurpose.contains($0) && !["to", "and", "in", "of"].contains($0) }
        return phrase.contains { People.areMeant(by: $0) }
    }

    /// What the head says by itself.
    enum HeadKind {
        /// Something that can be made about any subject: a forum, a shop, a dashboard.
        case work
        /// A subject: a garden, a recipe, a patient.
        case subject
        /// Nothing: "an app".
        case open
    }

    /// The parts with the factor that each counts by.
    ///
    /// Where the head names a kind of project, the rest adds colour only; where it does not ("an app for …"), the
    /// rest decides.
    func emphasis(head kind: HeadKind) -> [(stems: [String], factor: Float)] {
        switch likenesses.contains(where: \.isDecisive) ? .work : kind {
        case .work:
            return [(head, 1), (matter, 0.5), (audience, 0.3), (purpose, 0.6)]
        case .subject:
            return [(head, 1), (matter, 0.9), (audience, 0.4), (purpose, 0.8)]
        case .open:
            let says = !(matter + purpose).allSatisfy(Self.stopStems.contains)
            return [(head, 1), (matter, 1), (audience, says ? 0.45 : 0.9), (purpose, 1)]
        }
    }

    private static let opensAudience: Set<String> = ["for", "fur", "para", "pour", "per"]
    private static let opensMatter: Set<String> = ["of", "about"]
    private static let opensPurpose: Set<String> = ["that", "which", "who", "where", "with", "so", "when"]

    package static let stopWords: Set<String> = englishStopWords.union(FunctionWords.foreignOnly)
    private static let englishStopWords: Set<String> = [
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as", "is", "are",
        "be",
        "that", "which", "who", "where", "when", "so", "it", "its", "their", "they", "them", "my", "our", "your", "me",
        "we", "us", "you", "i", "can", "could", "should", "would", "will", "want", "need", "like", "build", "make",
        "create",
        "develop", "app", "apps", "application", "applications", "website", "site", "web", "webapp", "platform", "tool",
        "system", "software", "service", "solution", "program", "mobile", "online", "simple", "new", "small", "easy",
        "best", "nice", "good", "help", "helps", "let", "lets", "allow", "allows", "use", "using", "users", "user",
        "people", "something", "thing", "things", "this", "these", "those", "not", "no", "do", "does", "all", "some",
        "into", "about", "more", "other", "than", "then", "via", "up", "out", "over", "one", "two", "any", "also",
        "just",
        "und", "fur", "eine", "ein", "der", "die", "das", "mit", "una", "un", "el", "la", "los", "las", "de", "para",
        "con", "le", "les", "des", "pour", "avec", "per", "et", "y", "ist", "zum", "zur", "im", "s", "t",
        "business", "company", "companies", "team", "teams", "phone", "page", "pages", "cool", "hello", "hi", "rich",
        "next", "big", "idea", "ideas", "better", "way", "ways", "everyone", "everybody", "anyone", "somebody", "great",
        "modern", "world", "life", "stuff", "different", "various", "many", "much", "really", "very", "please", "kind",
        "type", "sort", "place", "day", "time", "work", "get", "got", "give", "have", "has", "had", "see", "know", "if",
        "what", "how", "only", "each", "every", "own", "there", "here", "now", "again", "too", "off", "without", "but",
        "keep", "go", "come", "put", "take", "old", "little", "free", "fun", "tech", "digital", "internet", "tools",
        "first", "last", "ever", "never", "always", "like", "i'm", "im", "ive", "id", "dont", "cant", "wants", "needs",
        "am", "was", "were", "been", "being", "he", "she", "his", "her", "him", "because", "while", "after", "before",
    ]
    /// The same words as stems.
    package static let stopStems = stopWords.union(stopWords.map(Words.stem))
}
