import Models
import Patterns
import Review

/// The mentor's next words about a question and the code that it is about: never the solution.
struct Mentor {
    let question: String
    let code: String
    let language: String?
    let level: SkillLevel

    /// What to say on a rung of the ladder: 0 asks, 1 points, 2 and above shows a worked example of a similar problem.
    func hint(rung: Int) -> String {
        if let finding = worstFinding, rung <= 1 { return about(finding, rung: rung) }
        let concept = MentorConcept.nearest(to: question, code: code)
        if asksForApproval, !code.isEmpty, worstFinding == nil {
            return "I find nothing wrong in this code. \(concept.question) If you can answer that, you are done here."
        }
        let opening = question.isEmpty ? "" : "You ask: “\(Clip.text(question, 200))” "
        switch rung {
        case ...0: return opening + concept.question + " " + prompt
        case 1: return opening + concept.pointer + place
        default: return opening + concept.pointer + place + "\n\nA similar problem, solved:\n\n" + concept.example
        }
    }

    static func firstLine(of code: String) -> String {
        let line = code.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
        return line.map { Clip.text(IdeaReading.oneLine(String($0)), 160) } ?? ""
    }

    private var prompt: String {
        switch level {
        case .beginner: "Say it in your own words first; one sentence is enough."
        case .intermediate: "What would you try to find out?"
        case .advanced: "Which observation would prove you wrong?"
        }
    }

    /// Quotes the line that most likely matters, so that the student looks at the right spot.
    private var place: String {
        let line = Self.firstLine(of: code)
        return line.isEmpty ? "" : " Look at the part that begins with `\(line)`."
    }

    private var asksForApproval: Bool {
        let stems = Set(Words.split(question, limit: 80))
        return !stems.isDisjoint(with: ["correct", "right", "ok", "okay", "done", "finished", "solved", "fine"])
    }

    private var worstFinding: Finding? {
        guard !code.isEmpty else { return nil }
        let detected = Language.detect(languageID: language, path: nil, firstLine: Self.firstLine(of: code))
        return review(Array(code.utf8), language: detected, path: nil).min { $0.severity.weight < $1.severity.weight }
    }

    private func about(_ finding: Finding, rung: Int) -> String {
        let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let number = finding.range.startLine
        let line = lines.indices.contains(number) ? Clip.text(IdeaReading.oneLine(String(lines[number])), 160) : ""
        let spot = "line \(number + 1)" + (line.isEmpty ? "" : ", `\(line)`")
        return rung <= 0
            ? "Look at \(spot). Who decides the values that reach it, and what is the worst value that one of them could be?"
            : "At \(spot), think about this: \(finding.rule.title). Which part of the line makes that possible, and what would have "
                + "to be true for it to be safe?"
    }
}

extension Severity {
    fileprivate var weight: Int {
        switch self {
        case .critical: 0
        case .warning: 1
        case .info: 2
        }
    }
}
