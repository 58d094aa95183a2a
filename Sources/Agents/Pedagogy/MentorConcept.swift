import Mentoring
import Patterns

/// Something that students stumble over: a question, a pointer, and a similar problem with its solution.
struct MentorConcept: Sendable {
    /// Words of questions and code, comma-separated, by which it is recognised.
    let words: String
    let question: String
    let pointer: String
    /// A problem with the same idea, never the student's own.
    let example: String
    /// The name of its topic.
    let topic: String

    init(words: String = "", question: String, pointer: String, example: String, topic: String) {
        (self.words, self.question, self.pointer, self.example) = (words, question, pointer, example)
        self.topic = topic
    }

    /// With the pointer and the worked example of a topic.
    init(words: String = "", question: String, topic: String) {
        let shared = MentorTopic.named(topic)
        self.init(
            words: words, question: question, pointer: shared.pointer, example: shared.example, topic: topic)
    }

    static func nearest(to question: String, code: String) -> MentorConcept {
        best(for: question, code, least: 3) ?? general
    }

    /// The one that a question is about beyond doubt: a word of it is not enough, unless the code has it as well.
    static func named(in question: String, code: String) -> MentorConcept? { best(for: question, code, least: 4) }

    /// What the code alone has in common with a concept says nothing of what is asked.
    private static func best(for question: String, _ code: String, least: Int) -> MentorConcept? {
        let asked = Said(question, limit: 400)
        let written = Said(code, limit: 2000)
        let scored = phrases.enumerated().map { offset, phrases in
            let said = phrases.count(where: asked.holds)
            return (score: said == 0 ? 0 : 3 * said + min(2, phrases.count(where: written.holds)), offset: offset)
        }
        let best = scored.max { ($0.score, $1.offset) < ($1.score, $0.offset) }
        guard let best, best.score >= least else { return nil }
        return library[best.offset]
    }

    /// The stems of a text's words, in order.
    private struct Said {
        private let stems: [String]
        private let known: Set<String>

        init(_ text: String, limit: Int) {
            stems = Words.split(text, limit: limit).map(Words.stem)
            known = Set(stems)
        }

        /// Whether the words of a phrase stand beside each other.
        func holds(_ phrase: [String]) -> Bool {
            guard let first = phrase.first, known.contains(first) else { return false }
            guard phrase.count > 1 else { return true }
            return stems.indices.contains { stems[$0...].starts(with: phrase) }
        }
    }

    /// The stems of each phrase of each concept; a single one of fewer than three letters says too little.
    private static let phrases: [[[String]]] = library.map { concept in
        concept.words.split(separator: ",").map { Words.split($0).map(Words.stem) }
            .filter { $0.count > 1 || ($0.first?.utf8.count ?? 0) > 2 }
    }

    static let general = MentorConcept(
        question: "What did you expect to happen, and what happened instead?",
        pointer:
            "Make the smallest version that still shows it: remove one thing at a time until it goes away. The last thing "
            + "that you removed knows the answer.",
        example: """
            A page stayed empty. Without the style sheet: empty. Without the second list: it appeared. \
            The second list read a field that some records did not have. \
            Nobody had to guess: three removals found it.
            """, topic: "general")

    /// For code that somebody wants judged: only runs tell.
    static let judging = MentorConcept(
        question:
            "What should come out for the smallest input, for an ordinary one, and for the one that you fear most?",
        pointer:
            "Work this line out by hand for two inputs, write down what should come out, and only then run it. Where the two differ, "
            + "you have found the place; where they agree, try the input that you left out.",
        example: """
            A ticket machine gave the right change for five coins in a row. The sixth customer paid with the exact sum and got a coin \
            back: nobody had tried "nothing to give". Three inputs, chosen before the run, would have shown it.
            """, topic: "judging")

    static let library: [MentorConcept] = DataLines.rows(PackageResources.matters_txt).compactMap { fields in
        fields.count == 3 ? MentorConcept(words: fields[1], question: fields[2], topic: fields[0]) : nil
    }
}
