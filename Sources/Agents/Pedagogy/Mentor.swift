import Mentoring
import Models
import Patterns
import Review

/// The mentor's next words about a question and the code that it is about: never the solution, and never a verdict.
///
/// Nothing is run here, so that code is called neither right nor done: the mentor asks for what was run and what came
/// out, and points at the line that decides.
struct Mentor {
    let question: String
    let code: String
    let level: SkillLevel
    private let lines: CodeLines
    private let document: ReviewedDocument
    private var findings: [Finding] { document.findings }

    init(question: String, code: String, language: String?, level: SkillLevel) {
        self.question = question
        self.code = code
        self.level = level
        let detected = Language.detect(languageID: language, path: nil, firstLine: Self.firstLine(of: code))
        var reviewed = ReviewedDocument(text: Array(code.utf8), language: detected, path: nil)
        reviewed.review()
        document = reviewed
        // The conversation is kept: a line that holds a secret is named there, and not quoted.
        let secret = reviewed.findings.filter(\.holdsSecret).flatMap { $0.range.startLine...$0.range.endLine }
        lines = CodeLines(code, language: detected, unquoted: Set(secret))
    }

    /// What to say on a rung of the ladder: 0 asks, 1 points, 2 and above shows a worked example of a similar problem.
    func hint(rung: Int) -> String {
        let intent = MentorIntent(question)
        if intent == .thanks { return Self.farewell }
        let suspicion = MentorSuspicion.worst(in: lines, asked: question)
        // Whoever wants a judgement is shown how to come to one.
        let concept =
            suspicion?.concept ?? (intent == .approval ? .judging : MentorConcept.nearest(to: question, code: code))
        let opening = opening(of: intent, rung: rung)
        if rung <= 1, let finding = finding(for: intent) { return opening + about(finding, rung: rung) }
        let place = place(suspicion, concept)
        switch rung {
        case ...0: return opening + place + (suspicion?.question ?? concept.question) + " " + prompt
        case 1: return opening + place + (suspicion?.pointer ?? concept.pointer)
        default:
            return opening + place + (suspicion?.pointer ?? concept.pointer) + "\n\nA similar problem, solved:\n\n"
                + concept.example
        }
    }

    /// The hint, once it was looked whether it holds what a rule's fix would write.
    func safeHint(rung: Int) -> String {
        FindingHint.withheld(hint(rung: rung), about: findings, in: document)
    }

    /// What the hint is about, as `concepts_covered` names it: the concepts of the line that it names, at most three.
    var concepts: [String] {
        let intent = MentorIntent(question)
        if let finding = finding(for: intent) { return [finding.ruleID] }
        let suspicion = MentorSuspicion.worst(in: lines, asked: question)
        let concept = suspicion?.concept ?? MentorConcept.nearest(to: question, code: code)
        guard let line = suspicion?.line ?? lines.line(for: question, about: concept.words) else { return [] }
        let place = CodePlace(line: line, of: document, isQuotable: false)
        return Array(FoundConcept.all(in: place, language: document.language).map(\.concept.id).prefix(3))
    }

    static func firstLine(of code: String) -> String {
        let line = code.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
        return line.map { Clip.text(IdeaReading.oneLine(String($0)), 160) } ?? ""
    }

    private static let farewell =
        "Gladly. Before you go on: say in one sentence what you changed, and what you ran to see that it does what it "
        + "should. If you cannot name a run yet, that is the next step."

    private func opening(of intent: MentorIntent, rung: Int) -> String {
        let quoted = question.isEmpty ? "" : "You ask: “\(Clip.text(question, 200))” "
        switch intent {
        case .approval where lines.isEmpty:
            return quoted + "I see no code, so there is nothing that I could look at. Select it and ask again. "
        case .approval:
            return quoted + "I only read the code; nothing was run here, so I cannot say whether it is right. "
                + (rung <= 0
                    ? "What did you run, with which input, and what came out? "
                    : "Bring me a run that would come out differently if it were wrong. ")
        case .symptom:
            return quoted + (rung <= 0 ? "That is an observation to work with. " : "")
        case .question, .thanks: return quoted
        }
    }

    private var prompt: String {
        switch level {
        case .beginner: "Say it in your own words first; one sentence is enough."
        case .intermediate: "What would you try to find out?"
        case .advanced: "Which observation would prove you wrong?"
        }
    }

    /// Quotes the line that most likely matters, so that the student looks at the right spot.
    private func place(_ suspicion: MentorSuspicion?, _ concept: MentorConcept) -> String {
        guard let line = suspicion?.line ?? lines.line(for: question, about: concept.words) else { return "" }
        return "Look at \(lines.spot(line)). "
    }

    // MARK: Findings

    /// A finding that is worth more than an answer: what is dangerous always, the rest where somebody asks for a check.
    private func finding(for intent: MentorIntent) -> Finding? {
        findings.first { $0.severity == .critical }
            ?? (intent == .approval ? findings.first { $0.severity == .warning } : nil)
    }

    private func about(_ finding: Finding, rung: Int) -> String {
        let spot = lines.spot(finding.range.startLine)
        return rung <= 0
            ? "Look at \(spot). Who decides the values that reach it, and what is the worst value that one of them could be?"
            : "At \(spot), think about this: \(finding.rule.title). Which part of the line makes that possible, and what would have "
                + "to be true for it to be safe?"
    }
}
