import Mentoring
import Models
import Review

/// What the mentor says about one thing, a text for each rung of the ladder.
struct MentorAdvice: Sendable {
    /// The line that it is about, counted from 0; nil where it is about none.
    var line: Int?
    var question: String
    var pointer: String
    /// A similar problem, solved; never of the student's own code.
    var example: String
    /// As `concepts_covered` names them, at most three.
    var concepts: [String] = []
    /// Whether it is about something that shows in the code, and no guess at what is asked.
    var isSeen = false
    /// Whether the texts name their place and ask for an answer by themselves.
    var isWhole = false
    /// Whether it goes before whatever else could be said to the question.
    var isFirst = false
    /// The name of the topic that it is about; nil where no more is known than the line.
    var topic: String?
    /// The line that is asked about and that there is not, as it is written, and how many there are.
    var missing: (line: String, total: Int)?
    /// Whether it says that no reader of the language gets past the line.
    var isUnreadable = false

    init(_ suspicion: MentorSuspicion) {
        (line, question, pointer) = (suspicion.line, suspicion.question, suspicion.pointer)
        (example, topic) = (suspicion.concept.example, suspicion.concept.topic)
        isSeen = true
    }

    init(
        line: Int?, question: String, pointer: String, example: String, isSeen: Bool = false, topic: String? = nil
    ) {
        (self.line, self.question, self.pointer, self.example) = (line, question, pointer, example)
        (self.isSeen, self.topic) = (isSeen, topic)
    }

    init(_ found: FoundConcept, level: SkillLevel) {
        line = found.place.line
        question = found.hint(.question, level: level)
        pointer = found.hint(.pointer, level: level)
        example = found.hint(.example, level: level)
        concepts = [found.concept.id]
        topic = found.concept.topic.id
        isWhole = true
    }

    init(_ finding: Finding, in document: ReviewedDocument, level: SkillLevel) {
        func hint(_ rung: HintRung) -> String {
            FindingHint.safeHint(for: finding, in: document, rung, level: level)
        }
        line = finding.range.startLine
        (question, pointer, example) = (hint(.question), hint(.pointer), hint(.example))
        concepts = [finding.ruleID]
        topic = FindingHint(finding, in: document).topic
        (isSeen, isWhole) = (true, true)
    }
}
