/// The parts of a one-line idea that say what it is, for whom, and what it does.
///
/// "A **CRM** for dog walkers to plan routes": the head names the kind of project, the audience follows "for",
/// the purpose follows "to", "that", "where" or "with".
struct IdeaShape {
    private(set) var head: [String] = []
    private(set) var audience: [String] = []
    private(set) var purpose: [String] = []

    init(_ text: String) {
        enum Part { case head, audience, purpose }
        var part = Part.head
        // A sentence after the first explains; it never names the audience of the first.
        for word in Words.split(text, limit: TextEmbedding.longestText) {
            let hasHead = part == .head && !head.isEmpty
            if hasHead, Self.opensAudience.contains(word) { part = .audience }
            if hasHead, Self.opensPurpose.contains(word) { part = .purpose }
            if part == .audience, word == "to" || word == "and" || Self.opensPurpose.contains(word) { part = .purpose }
            let stem = Words.stem(word)
            switch part {
            case .head: head.append(stem)
            case .audience: audience.append(stem)
            case .purpose: purpose.append(stem)
            }
        }
    }

    /// The parts with the factor that each counts by.
    ///
    /// Where the head names a kind of project, the rest adds colour only; where it does not ("an app for …"), the
    /// rest decides.
    func emphasis(isDecisive: ([String]) -> Bool) -> [(stems: [String], factor: Float)] {
        if isDecisive(head) {
            return [(stems: head, factor: 1), (stems: audience, factor: 0.3), (stems: purpose, factor: 0.45)]
        }
        let audienceFactor: Float = purpose.contains { !Self.stopWords.contains($0) } ? 0.45 : 0.9
        return [(stems: head, factor: 1), (stems: audience, factor: audienceFactor), (stems: purpose, factor: 1)]
    }

    private static let opensAudience: Set<String> = ["for", "fur", "para", "pour", "per"]
    private static let opensPurpose: Set<String> = ["that", "which", "who", "where", "with", "so", "when"]

    static let stopWords: Set<String> = [
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
    ]
}
