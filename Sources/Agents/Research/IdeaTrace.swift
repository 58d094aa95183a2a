import Patterns

/// Which feature speaks of a sentence of an idea.
enum IdeaTrace {
    /// Whether a feature speaks of what a sentence asks for.
    static func covers(_ feature: ProjectPattern.Feature, _ sentence: String, _ brief: ProjectBrief) -> Bool {
        let words = Words.split(sentence, limit: 200)
        let topics = Set(words.compactMap(IdeaReading.topic)).subtracting([.records])
        if !topics.isDisjoint(with: feature.topics) { return true }
        let audience = Set(brief.namedAudiences.flatMap { Words.split($0).map(Words.stem) })
        let asked = Set(words.filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem)).subtracting(audience)
        let said = Set(
            Words.split(brief.fill(feature.name) + " " + brief.fill(feature.text), limit: 200).map(Words.stem))
        let shared = asked.intersection(said).count
        return shared >= 2 || shared == 1 && asked.count <= 2
    }
}
