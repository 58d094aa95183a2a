/// Which patterns a text speaks of, by the words and phrases of their lexicons.
struct ConceptIndex: Sendable {
    static let shared = ConceptIndex(PatternLibrary.all)

    /// A term's weight for one pattern.
    ///
    /// `isName` marks words that say the kind of project outright.
    struct Entry: Sendable {
        let pattern: Int
        let weight: Float
        let isName: Bool
    }

    private static let longestTerm = 5
    private var terms: [String: [Entry]] = [:]
    /// Single-word terms by each of their trigrams, for words with a typing error.
    private var termsByTrigram: [String: [String]] = [:]
    private let ids: [String]

    init(_ patterns: [ProjectPattern]) {
        ids = patterns.map(\.id)
        for (number, pattern) in patterns.enumerated() {
            let emphasis: Float = PatternLibrary.forAnySubject.contains(pattern.id) ? 1.2 : 1
            add(pattern.lexicon.names, weight: 2 * emphasis, isName: true, to: number)
            add(pattern.lexicon.signals, weight: 1.6 * emphasis, isName: false, to: number)
            add(pattern.lexicon.hints, weight: 0.5, isName: false, to: number)
            add(Situations.byPattern[pattern.id] ?? "", weight: 1.6 * emphasis, isName: false, to: number)
            add(ForeignWords.byPattern[pattern.id] ?? "", weight: 1.6 * emphasis, isName: false, to: number)
            add(EverydayForeignWords.byPattern[pattern.id] ?? "", weight: 1.6 * emphasis, isName: false, to: number)
        }
        shareAmongPatterns()
        for term in terms.keys.sorted() where !term.contains(" ") && term.utf8.count >= 5 {
            for trigram in Set(Self.trigrams(of: term)) { termsByTrigram[trigram, default: []].append(term) }
        }
    }

    /// The terms of a lexicon line, in the form that texts are compared in.
    static func terms(in line: String) -> [String] {
        line.split(separator: ",").map { phrase in
            var words = Words.split(phrase)
            // "airbnb for": the name alone is enough.
            if words.count > 1, words.last == "for" { words.removeLast() }
            return words.map(Words.stem).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    private mutating func add(_ line: String, weight: Float, isName: Bool, to pattern: Int) {
        for term in Self.terms(in: line) {
            // A longer phrase says more than a word.
            let length = Float(term.split(separator: " ").count)
            let entry = Entry(pattern: pattern, weight: weight * (1 + 0.5 * (length - 1)), isName: isName)
            if let known = terms[term]?.firstIndex(where: { $0.pattern == pattern }) {
                if terms[term]?[known].weight ?? 0 < entry.weight { terms[term]?[known] = entry }
            } else {
                terms[term, default: []].append(entry)
            }
        }
    }

    /// A word says the more about a pattern, the larger that pattern's part in all uses of the word.
    ///
    /// "diary" stands in the phrases of many patterns and points to none; "tractor" stands in one.
    private mutating func shareAmongPatterns() {
        var uses: [String: [Int: Float]] = [:]
        var shared: [String: [Entry]] = [:]
        for (term, entries) in terms {
            let words = term.split(separator: " ").map(String.init)
            for word in Set(words) where !IdeaShape.stopStems.contains(word) {
                for entry in entries {
                    uses[word, default: [:]][entry.pattern, default: 0] += entry.weight / Float(words.count)
                }
            }
            guard words.count > 1 else { continue }
            let share = 1 / Float(entries.count).squareRoot()
            shared[term] = entries.map { Entry(pattern: $0.pattern, weight: $0.weight * share, isName: $0.isName) }
        }
        for (word, parts) in uses { shared[word] = Self.entries(of: word, uses: parts, asTerm: terms[word] ?? []) }
        terms = shared
    }

    /// What one word says: the share of each pattern in its uses, of those that have more than a trace of it.
    private static func entries(of word: String, uses: [Int: Float], asTerm known: [Entry]) -> [Entry] {
        let sum = uses.values.reduce(0, +)
        let weight = known.map(\.weight).max() ?? 0.5
        return uses.sorted { $0.key < $1.key }.compactMap { pattern, part in
            let share = part / sum
            guard share >= 0.06 else { return nil }
            let isName = share > 0.5 && known.contains { $0.pattern == pattern && $0.isName }
            return Entry(pattern: pattern, weight: weight * share.squareRoot(), isName: isName)
        }
    }

    /// Weight of each pattern in the text; all zero where nothing is known.
    func scores(of idea: IdeaShape) -> [Float] {
        var scores = [Float](repeating: 0, count: ids.count)
        for (part, factor) in idea.emphasis(head: headKind(idea.head)) {
            for (entry, strength) in matches(in: part) { scores[entry.pattern] += entry.weight * strength * factor }
        }
        for likeness in idea.likenesses {
            guard let pattern = ids.firstIndex(of: likeness.pattern) else { continue }
            // Whoever lends a trade the way of Uber wants the way; whoever lends it to a thing wants the thing.
            scores[pattern] += likeness.isDecisive ? 4 : idea.audience.isEmpty ? 1.2 : 3
        }
        return scores
    }

    /// How much of what a text says a pattern knows, times how strongly the text speaks of it.
    ///
    /// Unlike the similarity of embeddings, which have one length, it tells a text that speaks of a pattern from one of
    /// which a single word happens to stand in its lexicon. Nil where the text names the kind of project outright, or a
    /// product of the kind: then nothing else has to be known.
    func fit(of text: String, with id: String) -> Float? {
        let idea = IdeaShape(text)
        guard let pattern = ids.firstIndex(of: id) else { return 0 }
        if !idea.likenesses.isEmpty || headKind(idea.head) == .work { return nil }
        let stems = Set(Words.split(text, limit: 200).filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem))
        guard !stems.isEmpty else { return 0 }
        let own = PatternLibrary.ownStems[id] ?? []
        let explained = stems.count { stem in
            let entries = terms[stem] ?? nearTerm(to: stem, unless: false)
            return own.contains(stem) || entries.contains { $0.pattern == pattern }
        }
        // A long text gathers weight from everywhere; it has to be about the pattern, not to touch it.
        let length = max(1, Float(stems.count) / 12)
        return Float(explained) / Float(stems.count) * scores(of: idea)[pattern] / length
    }

    /// Whether a word of a text stands in a pattern's lexicon.
    func speaks(of id: String, in text: String) -> Bool {
        guard let pattern = ids.firstIndex(of: id) else { return false }
        return Words.split(text, limit: 200).contains { word in
            guard !IdeaShape.stopWords.contains(word) else { return false }
            let stem = Words.stem(word)
            return (terms[stem] ?? nearTerm(to: stem, unless: false)).contains { $0.pattern == pattern }
        }
    }

    private func headKind(_ stems: [String]) -> IdeaShape.HeadKind {
        var kind = IdeaShape.HeadKind.open
        for length in stride(from: min(Self.longestTerm, stems.count), to: 0, by: -1) {
            for start in 0...(stems.count - length) {
                let names = (terms[stems[start..<start + length].joined(separator: " ")] ?? []).filter(\.isName)
                if names.contains(where: { PatternLibrary.forAnySubject.contains(ids[$0.pattern]) }) { return .work }
                if !names.isEmpty { kind = .subject }
            }
        }
        return kind
    }

    /// Phrases as they stand, then phrases across filler words ("search for homes" → "search homes").
    private func matches(in stems: [String]) -> [(Entry, Float)] {
        var seen: Set<String> = []
        let direct = matches(in: stems, shortest: 1, seen: &seen)
        let bridged = stems.filter { !IdeaShape.stopStems.contains($0) }
        return direct + matches(in: bridged, shortest: 2, seen: &seen)
    }

    /// Longest phrases first; the words inside a phrase count for little on their own, repetitions too.
    private func matches(in stems: [String], shortest: Int, seen: inout Set<String>) -> [(Entry, Float)] {
        var result: [(Entry, Float)] = []
        var covered = [Bool](repeating: false, count: stems.count)
        for length in stride(from: min(Self.longestTerm, stems.count), through: shortest, by: -1) where length > 0 {
            for start in 0...(stems.count - length) {
                let range = start..<start + length
                let term = stems[range].joined(separator: " ")
                if length == 1, IdeaShape.stopStems.contains(term) { continue }
                let entries = terms[term] ?? (length == 1 ? nearTerm(to: term, unless: covered[start]) : [])
                guard !entries.isEmpty else { continue }
                let repeated = !seen.insert(term).inserted
                if repeated, shortest > 1 { continue }
                let inPhrase = covered[range].allSatisfy { $0 }
                let strength: Float = (repeated ? 0.3 : 1) * (inPhrase ? 0.25 : 1) * (terms[term] == nil ? 0.6 : 1)
                result += entries.map { ($0, strength) }
                for index in range { covered[index] = true }
            }
        }
        return result
    }

    private func nearTerm(to word: String, unless known: Bool) -> [Entry] {
        guard !known, let near = nearestTerm(to: word) ?? Self.part(of: word) else { return [] }
        return terms[near] ?? []
    }

    /// The longest known noun that a compound begins or ends with: "vokabeltrain" → "vokabel".
    private static func part(of word: String) -> String? {
        guard word.utf8.count >= 9 else { return nil }
        return ForeignWords.inCompounds.first { word.hasPrefix($0) || word.hasSuffix($0) }
    }

    /// The known word that shares most trigrams with a misspelt one, if it is at least 65 % of them.
    private func nearestTerm(to word: String) -> String? {
        guard word.utf8.count >= 5, word.utf8.count <= 24 else { return nil }
        let trigrams = Set(Self.trigrams(of: word))
        var shared: [String: Int] = [:]
        for trigram in trigrams { for term in termsByTrigram[trigram] ?? [] { shared[term, default: 0] += 1 } }
        // A typing error seldom changes the first letter or the length by much.
        let likely = shared.filter { $0.key.first == word.first && abs($0.key.utf8.count - word.utf8.count) <= 2 }
        let best = likely.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best else { return nil }
        let total = trigrams.count + Set(Self.trigrams(of: best.key)).count
        return Float(2 * best.value) / Float(total) >= 0.65 ? best.key : nil
    }

    private static func trigrams(of word: String) -> [String] {
        let scalars = Array("^\(word)$".unicodeScalars)
        guard scalars.count >= 3 else { return [] }
        return (0...(scalars.count - 3)).map { start in
            var trigram = ""
            trigram.unicodeScalars.append(contentsOf: scalars[start..<start + 3])
            return trigram
        }
    }
}
