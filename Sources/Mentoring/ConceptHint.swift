import Models
import Review

/// A concept that stands at a place of somebody's code.
package struct FoundConcept: Sendable {
    package let concept: Concept
    package let place: CodePlace
    /// The bytes of the token that it was recognised by.
    package let range: Range<Int>
    private let word: String
    private let taken: [String: String]

    /// The concept under the cursor: of several, that of the longest pattern.
    package init?(at byte: Int, in place: CodePlace, language: Language) {
        guard let index = place.token(at: byte) else { return nil }
        let token = place.tokens[index]
        let key = token.kind == .string ? token.content : token.text
        var best: (concept: Concept, taken: [String: String], length: Int)?
        for (concept, pattern, position) in Concept.byToken[key] ?? [] {
            let concept = Concept.all[concept]
            guard concept.languages.contains(language) else { continue }
            let pattern = concept.patterns[pattern]
            guard pattern.elements.count > best?.length ?? 0,
                let taken = pattern.match(place.tokens, at: index, position: position)
            else { continue }
            best = (concept, taken, pattern.elements.count)
        }
        guard let best else { return nil }
        (concept, taken) = (best.concept, best.taken)
        self.place = place
        range = token.range
        word = token.written
    }

    /// The concepts on a line, each once, from left to right.
    package static func all(in place: CodePlace, language: Language) -> [FoundConcept] {
        var seen: Set<String> = []
        return place.tokens.compactMap { token in
            FoundConcept(at: token.range.lowerBound, in: place, language: language)
        }.filter { seen.insert($0.concept.id).inserted }
    }

    /// What the pattern took in of the code, such as the name of a variable.
    package var names: [String] { Array(taken.values) }

    /// What the ladder knows it by: the concept and the line's text, wherever that moves to.
    package var subject: String {
        "concept/\(concept.id)/\(MentorSubject.hash(place.tokens.map(\.written).joined(separator: " ")))"
    }

    /// The mentor's words on a rung of the ladder.
    package func hint(_ rung: HintRung, level: SkillLevel) -> String {
        let place = "Look at \(place.spot). "
        let title = "**\(concept.name)**: "
        switch rung {
        case .question:
            let known = level == .beginner ? title + concept.explanation + "\n\n" : title
            return known + place + question + level.prompt
        case .pointer:
            return title + place + concept.topic.pointer + "\n\nTo read: \(concept.documentation)"
        case .example:
            return title + place + concept.topic.pointer + "\n\nA similar problem, solved: " + concept.topic.example
                + "\n\nWhat of that is the same at \(self.place.spot)?"
        }
    }

    private var question: String { HintText.filling(concept.question, taken.merging(["$word": word]) { $1 }) }
}
