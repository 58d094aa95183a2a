import Patterns

/// Which kind of product an idea asks for, and what that keeps, by the words of its opening.
struct ProductGuess: Sendable {
    let kind: ProductKind
    let thingID: String
    /// How much of the opening points to the kind, in letters.
    let strength: Int

    /// The opening is the sentence that says what is wanted, the text the whole idea.
    init?(opening: String, text: String, tongue: Tongue) {
        let texts = ProductTexts.of(tongue)
        let languages = tongue == .english ? [texts] : [texts, ProductTexts.of(.english)]
        let line = Self.line(opening)
        let fors = [" for ", " fur ", " pour ", " para ", " per ", " voor ", " dla "]
        let end = fors.compactMap { line.firstRange(of: $0)?.lowerBound }.min() ?? line.endIndex
        let head = String(line[..<end]) + " "
        let phrase = Self.phrase(of: line, tongue)
        var best: (kind: ProductKind, length: Int, rank: Int)?
        for kind in ProductKind.all {
            let cues = Self.words(languages) { $0.cues[kind.id] ?? [] } + (ProductKind.cues[kind.id] ?? [])
            // What it is stands before whom it is for: "a blog for our hiking club".
            var length = Self.lengths(of: cues, in: line, opening) + Self.lengths(of: cues, in: head, opening)
            // "A website where neighbours lend tools" is about lending.
            if kind.isGeneral { length = min(length, 1) }
            // "A travel blog" is a blog, "un blog de voyage" as well.
            let rank = length + (kind.isGeneral || length == 0 ? 0 : Self.rank(of: cues, in: phrase, tongue))
            if length > 0, rank > best?.rank ?? 0 { best = (kind, length, rank) }
        }
        guard let best else { return nil }
        kind = best.kind
        strength = best.length
        let usual = best.kind.usualThing
        // Neighbours lend tools, and customers order bread: who does it is not what it is done with.
        let people = PersonRole.peopleThings.contains(usual) ? [] : PersonRole.peopleThings
        thingID =
            best.kind.hasOneThing
            ? usual
            // What stands before "for", and behind a colon, says more of it than whom it is for.
            : [head, text.split(separator: ":").dropFirst().joined(separator: ":"), opening, text].lazy
                .compactMap { Self.thing(in: $0, languages, usual: usual, besides: people) }.first ?? usual
    }

    /// Whether its words are many enough to speak against something else.
    var isSure: Bool { strength >= 9 }

    /// By what an idea says up to where it has said what the whole is.
    init?(_ statements: [Statement], text: String) {
        // How it is today and what it is not say nothing of what it shall be.
        let wanted = statements.filter { $0.kind != .exclusion && $0.kind != .background }
        let end = wanted.firstIndex(where: \.isFirst) ?? 0
        let opening = wanted.prefix(end + 1).map(\.text).joined(separator: ". ")
        let tongue = Tongue(text)
        // What the opening does not say an answer may; a long text speaks of much besides.
        let rest = statements.filter { $0.kind == .exclusion }.reduce(text) { $0.replacing($1.text, with: "") }
        let isShort = Words.split(rest, limit: 26).count < 26
        guard
            let guess = Self(opening: opening, text: text, tongue: tongue)
                ?? (isShort ? Self(opening: rest, text: rest, tongue: tongue) : nil)
        else { return nil }
        self = guess
    }

    /// Words that end the phrase with which an opening says what the whole is, without accents as in a line.
    private static let phraseEnds: [Tongue: [String]] = [
        .english: ["for", "with", "that", "where", "which", "to", "so", "in", "of", "on", "by", "from", "and"],
        .german: ["fur", "mit", "von", "vom", "der", "des", "die", "das", "in", "bei", "zum", "zur", "damit"],
        .french: ["pour", "avec", "de", "du", "des", "d", "ou", "qui", "que", "dans", "a"],
        .spanish: ["para", "con", "de", "del", "donde", "que", "en"],
        .portuguese: ["para", "com", "de", "do", "da", "dos", "das", "onde", "que", "em"],
        .italian: ["per", "con", "di", "del", "della", "dei", "delle", "dove", "che", "in"],
        .dutch: ["voor", "met", "van", "waar", "die", "dat", "in", "om"],
        .polish: ["dla", "do", "z", "ze", "na", "gdzie", "ktory", "ktora", "ktore", "w"],
    ]

    /// The words of a line up to where the first phrase ends.
    private static func phrase(of line: String, _ tongue: Tongue) -> String {
        let ends = phraseEnds[tongue] ?? []
        let words = line.split(separator: " ").prefix(12)
        // Where it begins with "die", that is its article.
        let phrase = words.prefix(1) + words.dropFirst().prefix { !ends.contains(String($0)) }
        return " " + phrase.joined(separator: " ") + " "
    }

    /// How much more a kind counts whose words stand where it is said what the whole is: in English the last of them.
    private static func rank(of cues: [ProductCue], in phrase: String, _ tongue: Tongue) -> Int {
        guard tongue != .japanese, cues.contains(where: { $0.stands(in: phrase, "") }) else { return 0 }
        return tongue == .english && cues.contains { phrase.hasSuffix(" \($0.text) ") } ? 60 : 30
    }

    /// The thing that a text names by the longest word, or the usual one where it is named at all.
    static func thing(
        in text: String, _ languages: [ProductTexts], usual: String?, besides others: Set<String> = []
    ) -> String? {
        let line = line(text)
        var best: (id: String, length: Int)?
        for (id, _) in ProductKind.things where !others.contains(id) {
            let words = Self.words(languages) { $0.things[id]?.words ?? [] }
            guard let length = words.filter({ $0.stands(in: line, text) }).map(\.text.count).max() else { continue }
            if id == usual { return id }
            if length > best?.length ?? 0 { best = (id, length) }
        }
        return best?.id
    }

    /// The words of the idea's own language, and of English the long ones: "van" and "list" are words of others, too.
    private static func words(_ languages: [ProductTexts], _ list: (ProductTexts) -> [ProductCue]) -> [ProductCue] {
        languages.enumerated().flatMap { number, texts in
            number == 0 ? list(texts) : list(texts).filter { $0.text.count > 5 }
        }
    }

    private static func lengths(of cues: [ProductCue], in line: String, _ text: String) -> Int {
        let found = Set(cues.filter { $0.stands(in: line, text) }.map(\.text))
        // A phrase counts once, and not again by its single words.
        let whole = found.filter { cue in !found.contains { $0 != cue && $0.contains(cue) } }
        return whole.reduce(0) { $0 + ($1.unicodeScalars.contains { $0.value > 0x3000 } ? $1.count * 3 : $1.count) }
    }

    static func line(_ text: String) -> String {
        " " + Words.split(text, limit: IdeaReading.longestRead).joined(separator: " ") + " "
    }
}
