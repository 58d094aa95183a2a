import Mentoring
import Patterns
import Review

/// The concepts that stand in a student's code, and the one of them that a question is about.
struct ConceptChoice {
    private let found: [FoundConcept]
    private let scores: [Int]

    /// Longer code is looked at up to here, in lines.
    private static let mostLines = 400
    /// What a concept must reach to be spoken of: one that students often stumble over does, or one that the question
    /// names.
    private static let least = 3

    init(_ question: String, in document: ReviewedDocument, _ lines: CodeLines) {
        let asked = Set(Words.split(question, limit: 200).filter { $0.utf8.count > 2 }.map(Words.stem))
        let numbered = lines.numberedLine(in: question)
        var found: [FoundConcept] = []
        var scores: [Int] = []
        for line in 0..<min(lines.code.count, Self.mostLines) where numbered == nil || line == numbered {
            let place = CodePlace(line: line, of: document, isQuotable: lines.isQuotable(line))
            for concept in FoundConcept.all(in: place, language: document.language) {
                let words = concept.concept.words.map(Words.stem)
                let names = concept.names.flatMap { CodeLines.parts(of: $0) }.filter { $0.utf8.count > 2 }
                    .map(Words.stem)
                let said = asked.intersection(words).count * 3 + asked.intersection(names).count * 2
                found.append(concept)
                scores.append(said + concept.concept.weight)
            }
        }
        (self.found, self.scores) = (found, scores)
    }

    /// The one that fits best on lines that are meant; of equals the first in the code.
    func best(where isMeant: (Int) -> Bool, in part: ClosedRange<Int>?) -> FoundConcept? {
        let meant = found.indices.filter {
            let line = found[$0].place.line
            return isMeant(line) && part?.contains(line) ?? true
        }
        let best = meant.max { (scores[$0], -$0) < (scores[$1], -$1) }
        return best.flatMap { scores[$0] >= Self.least ? found[$0] : nil }
    }

    private func best(on line: Int) -> FoundConcept? {
        let best = found.indices.filter { found[$0].place.line == line && found[$0].concept.weight > 0 }
            .max { (scores[$0], -$0) < (scores[$1], -$1) }
        return best.map { found[$0] }
    }

    /// Where to look, and a similar problem; nil where nothing but everyday concepts stands on the line.
    func topic(on line: Int) -> MentorTopic? { best(on: line)?.concept.topic }
}
