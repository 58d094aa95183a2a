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
    private let patternCount: Int

    init(_ patterns: [ProjectPattern]) {
        patternCount = patterns.count
        for (number, pattern) in patterns.enumerated() {
            add(pattern.lexicon.names, weight: 3, isName: true, to: number)
            add(pattern.lexicon.signals, weight: 1.6, isName: false, to: number)
            add(pattern.lexicon.hints, weight: 0.5, isName: false, to: number)
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
            let entry = Entry(pattern: pattern, weight: weight * (1 + 0.35 * (length - 1)), isName: isName)
            if let known = terms[term]?.firstIndex(where: { $0.pattern == pattern }) {
                if terms[term]?[known].weight ?? 0 < entry.weight { terms[term]?[known] = entry }
            } else {
                terms[term, default: []].append(entry)
            }
        }
    }

    /// A word that several patterns claim says less about each.
    private mutating func shareAmongPatterns() {
        for (term, entries) in terms where entries.count > 1 {
            let share = 1 / Float(entries.count).squareRoot()
            terms[term] = entries.map { Entry(pattern: $0.pattern, weight: $0.weight * share, isName: $0.isName) }
        }
    }

    /// Weight of each pattern in the text; all zero where nothing is known.
    func scores(of idea: IdeaShape) -> [Float] {
        var scores = [Float](repeating: 0, count: patternCount)
        let emphasis = idea.emphasis { stems in stems.contains { isName($0) } || containsNamePhrase(stems) }
        for (part, factor) in emphasis {
            for (entry, strength) in matches(in: part) { scores[entry.pattern] += entry.weight * strength * factor }
        }
        return scores
    }

    private func isName(_ term: String) -> Bool { terms[term]?.contains { $0.isName } ?? false }

    private func containsNamePhrase(_ stems: [String]) -> Bool {
        guard stems.count > 1 else { return false }
        for length in 2...min(Self.longestTerm, stems.count) {
            for start in 0...(stems.count - length)
            where isName(stems[start..<start + length].joined(separator: " ")) { return true }
        }
        return false
    }

    /// Phrases as they stand, then phrases across filler words ("search for homes" → "search homes").
    private func matches(in stems: [String]) -> [(Entry, Float)] {
        var seen: Set<String> = []
        let direct = matches(in: stems, shortest: 1, seen: &seen)
        let bridged = stems.filter { !IdeaShape.stopWords.contains($0) }
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
                if length == 1, IdeaShape.stopWords.contains(term) { continue }
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
        guard !known, let near = nearestTerm(to: word) else { return [] }
        return terms[near] ?? []
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
