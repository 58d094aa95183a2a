import Models
import Patterns

/// A decision that comes up in most projects: three ways of different difficulty.
///
/// Data only; see `DecisionTopic+Library`.
struct DecisionTopic: Sendable {
    let id: String
    /// As it stands in a sentence: "a decision about **where state lives**".
    let label: String
    /// Words and phrases, comma-separated, by which the decision is recognised.
    let words: String
    let options: [Option]
    /// The question that settles it.
    let deciding: String

    struct Option: Sendable {
        let id: String
        let title: String
        let pros: [String]
        let cons: [String]
        let difficulty: SkillLevel
        let teaches: String

        init(_ id: String, _ title: String, _ difficulty: SkillLevel, pros: [String], cons: [String], teaches: String) {
            self.id = id
            self.title = title
            self.pros = pros
            self.cons = cons
            self.difficulty = difficulty
            self.teaches = teaches
        }
    }

    /// The topic with most of its words in the text; the general one where none matches.
    static func nearest(to text: String) -> DecisionTopic {
        let stems = Words.split(text, limit: 600).map(Words.stem)
        let line = " " + stems.joined(separator: " ") + " "
        let scored = library.enumerated().map { offset, topic in
            (topic: topic, score: topic.score(in: line), offset: offset)
        }
        guard let best = scored.max(by: { ($0.score, $1.offset) < ($1.score, $0.offset) }), best.score > 0 else {
            return general
        }
        return best.topic
    }

    private func score(in line: String) -> Int {
        words.split(separator: ",").reduce(0) { score, phrase in
            let stems = Words.split(phrase).map(Words.stem)
            return line.contains(" " + stems.joined(separator: " ") + " ") ? score + stems.count * 2 - 1 : score
        }
    }
}
