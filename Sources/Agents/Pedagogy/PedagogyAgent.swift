import JSON
import Models

/// Decisions → options to choose from; questions about code → a hint that leaves the answer to the student.
///
/// Input `line` and `last_line` say which lines of `code` are meant, and `first_line` at which line of its file that begins;
/// all count from 1. Input `hint_level` (0 question, 1 pointer, 2 worked example of a similar problem) asks for guidance;
/// without it the outcome is a `ChoiceFramework`.
struct PedagogyAgent: Agent {
    let type = AgentType.pedagogy
    private static let mostLinesAbove = 100_000

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        let level = SkillLevel(rawValue: task.input["skill_level"]?.string ?? "") ?? .beginner
        let question = IdeaReading.oneLine(task.input["question"]?.string ?? "")
        let code = task.input["code"]?.string ?? ""
        if let rung = task.input["hint_level"]?.int {
            try await task.report(30, "Reading the question")
            // With blank lines before it, the code's lines have the numbers that its reader sees.
            let above = min(max(task.input["first_line"]?.int ?? 1, 1), Self.mostLinesAbove) - 1
            let mentor = Mentor(
                question: question, code: String(repeating: "\n", count: above) + code,
                language: task.input["language"]?.string, level: level,
                at: MentorFocus(line: task.input["line"]?.int, lastLine: task.input["last_line"]?.int),
                firstLine: above + 1)
            try await task.report(80, "Looking for a question that helps")
            return .guidance(
                mentor.safeHint(rung: rung), concepts: mentor.concepts,
                madeBy: .offline(from: "from the mentor's library"))
        }
        try await task.report(10, "Reading the decision")
        let decision = IdeaReading.oneLine(task.input["decision_context"]?.string ?? "")
        let context = [decision, question, Mentor.firstLine(of: code)].first { !$0.isEmpty } ?? task.project.title
        let writer = ChoiceWriter(context: context, level: level, task: task)
        try await task.report(60, "Weighing three ways for \(writer.label)")
        return .document(writer.framework.json, madeBy: .offline(from: writer.source))
    }
}
