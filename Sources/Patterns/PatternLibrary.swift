import JSON

/// The patterns that come with the program.
package enum PatternLibrary {
    /// In the order of their ids; a test compares the list with the folder.
    package static let all: [ProjectPattern] = [
        .agriculture, .assistant, .blog, .booking, .books, .chat, .cms, .crm, .dashboard, .dating, .delivery,
        .developerTools, .ecommerce, .education, .events, .fileSharing, .finance, .fitness, .forum, .game, .habit,
        .healthcare, .helpdesk, .hr, .inventory, .iot, .jobBoard, .legal, .marketplace, .music, .news, .nonprofit,
        .parking, .pets, .portfolio, .projectManagement, .realEstate, .recipe, .restaurant, .saas, .social, .sports,
        .survey, .travel, .video, .wiki,
    ]

    /// For a text that no pattern is near to: everybody has tasks.
    package static let fallback = ProjectPattern.projectManagement

    /// What these do can be done with any subject, so that "a forum for beekeepers" is a forum, and no farm.
    ///
    /// Their words weigh more than those of a subject.
    static let forAnySubject: Set<String> = [
        "ai-assistant", "blog", "booking", "chat", "cms", "collection", "crm", "dashboard", "dating", "developer-tools",
        "ecommerce", "file-sharing", "forum", "helpdesk", "hr", "inventory", "job-board", "marketplace", "portfolio",
        "project-management", "saas", "social", "survey", "wiki",
    ]

    package static func pattern(id: String) -> ProjectPattern? { byID[id] }

    /// How well a pattern fits a text; nil where the text names the pattern's kind of project, and so it does.
    package static func fit(of text: String, with id: String) -> Float? { ConceptIndex.shared.fit(of: text, with: id) }

    /// Whether a word of a text stands in a pattern's lexicon.
    package static func speaks(of id: String, in text: String) -> Bool { ConceptIndex.shared.speaks(of: id, in: text) }

    /// Words of a pattern's records and features.
    static let ownStems: [String: Set<String>] = Dictionary(
        all.map { pattern in
            let texts =
                pattern.entities.flatMap { [$0.name] + $0.fields.map(\.name) }
                + pattern.features.flatMap { [$0.name, $0.text] }
            return (pattern.id, Set(texts.flatMap { Words.split($0).map(Words.stem) }))
        }, uniquingKeysWith: { first, _ in first })

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// What the store keeps of each pattern: made once, in about a tenth of a second, when first asked for.
    package static let seeds: [PatternSeed] = all.map { PatternSeed($0) }

    /// Differs between builds whose libraries differ; each seed's metadata holds it as `library`.
    ///
    /// Made of the words alone, in a millisecond: a worker compares it whenever it starts.
    package static let version: String = {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // FNV-1a, as in `TextEmbedding`.
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        add("\(TextEmbedding.revision)")
        for pattern in all {
            add(pattern.id + pattern.lexicon.names + pattern.lexicon.signals + pattern.lexicon.hints)
            add((Situations.byPattern[pattern.id] ?? "") + (ForeignWords.byPattern[pattern.id] ?? ""))
            add(EverydayForeignWords.byPattern[pattern.id] ?? "")
            add(PatternSeed.metadata(of: pattern).serialized)
        }
        return String(hash, radix: 16)
    }()

    /// The nearest patterns by cosine similarity, best first; equal ones in library order.
    ///
    /// The same answer as `match_patterns` over the seeds, for callers without a store.
    package static func nearest(to text: String, count: Int = 3) -> [(pattern: ProjectPattern, similarity: Float)] {
        let query = TextEmbedding.embed(text)
        let scored = zip(all, seeds).enumerated().map { offset, pair in
            (offset: offset, pattern: pair.0, similarity: TextEmbedding.dot(query, pair.1.embedding))
        }
        let ordered = scored.sorted { ($0.similarity, $1.offset) > ($1.similarity, $0.offset) }
        return ordered.prefix(count).map { ($0.pattern, $0.similarity) }
    }
}

/// One row of `pattern_embeddings`, before it has an id.
package struct PatternSeed: Sendable {
    package let projectType: String
    /// 1536 dimensions, length 1.
    package let embedding: [Float]
    package let metadata: JSONValue
    /// How well the pattern worked, 0-1.
    ///
    /// The shipped patterns were written by hand, and none has proved itself yet.
    package let successScore: Double

    init(_ pattern: ProjectPattern) {
        projectType = pattern.id
        embedding = TextEmbedding.embed(pattern)
        successScore = 0.5
        var members = Self.metadata(of: pattern).object ?? JSONObject()
        members["library"] = .string(PatternLibrary.version)
        metadata = .object(members)
    }

    fileprivate static func metadata(of pattern: ProjectPattern) -> JSONValue {
        .object([
            "label": .string(pattern.label),
            "promise": .string(pattern.promise.replacing("{things}", with: pattern.entities[0].plural)),
            "audience": .string(pattern.audience),
            "entities": .array(pattern.entities.map { .string($0.name) }),
            "features": .array(pattern.features.map { .string($0.name) }),
            "source": .string("offline library"),
        ])
    }
}
