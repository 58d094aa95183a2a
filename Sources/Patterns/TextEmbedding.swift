/// A local embedding: words, word pairs, character n-grams and known concepts, hashed to 1536 dimensions.
///
/// It needs no model and no network, and is the same on every machine. Concepts come from the lexicons of the pattern
/// library, so that texts about one subject lie near each other even where they share no word.
package enum TextEmbedding {
    package static let dimensions = 1536
    /// To be raised whenever the same words come to give another embedding: stores then take the patterns anew.
    static let revision = 2
    /// Words of a text that are looked at; the rest of a longer one adds little.
    static let longestText = 2000

    /// The embedding of any text; length 1, or all zero for a text without a single word.
    package static func embed(_ text: String) -> [Float] {
        let concepts = ConceptIndex.shared.scores(of: IdeaShape(text))
        return combine(concepts: concepts, words: Words.split(text, limit: longestText))
    }

    /// The embedding of a pattern: its own concept, and the words of its lexicon.
    static func embed(_ pattern: ProjectPattern) -> [Float] {
        let concepts = PatternLibrary.all.map { $0.id == pattern.id ? Float(1) : 0 }
        return combine(concepts: concepts, words: Words.split(pattern.lexicon.names + "," + pattern.lexicon.signals))
    }

    package static func dot(_ left: [Float], _ right: [Float]) -> Float {
        var sum: Float = 0
        for index in 0..<min(left.count, right.count) { sum += left[index] * right[index] }
        return sum
    }

    private static func combine(concepts: [Float], words: [String]) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        // A single weak hint is no concept yet.
        let conceptLength = max(concepts.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1)
        if conceptLength > 0 {
            for (pattern, weight) in zip(PatternLibrary.all, concepts) where weight > 0 {
                add(weight / conceptLength, "pattern:" + pattern.id, to: &vector)
            }
        }
        // Concepts decide, wording breaks ties and finds near texts among equals.
        var wording = [Float](repeating: 0, count: dimensions)
        addWording(of: words, to: &wording)
        normalise(&wording)
        for index in 0..<dimensions { vector[index] += 0.35 * wording[index] }
        normalise(&vector)
        return vector
    }

    private static func addWording(of words: [String], to vector: inout [Float]) {
        let stems = words.filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem)
        for (index, stem) in stems.enumerated() {
            add(1, "word:" + stem, to: &vector)
            if index > 0 { add(0.5, "pair:" + stems[index - 1] + " " + stem, to: &vector) }
            let scalars = Array("^\(stem)$".unicodeScalars.prefix(26))
            guard scalars.count > 4 else { continue }
            for start in 0...(scalars.count - 4) {
                var gram = "gram:"
                gram.unicodeScalars.append(contentsOf: scalars[start..<start + 4])
                add(0.25, gram, to: &vector)
            }
        }
    }

    /// Adds a feature at its hashed place; a second hash bit gives the sign, so that collisions cancel on average.
    private static func add(_ weight: Float, _ feature: String, to vector: inout [Float]) {
        let hash = hash(feature)
        vector[Int(hash % UInt64(dimensions))] += hash & (1 << 60) == 0 ? weight : -weight
    }

    private static func normalise(_ vector: inout [Float]) {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else { return }
        for index in vector.indices { vector[index] /= length }
    }

    /// FNV-1a, 64 bits, with a final mix; stable across runs and machines, unlike `Hasher`.
    package static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        return hash ^ (hash >> 33)
    }
}
