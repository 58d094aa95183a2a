import JSON
import Models
import Patterns

/// Idea → requirements: reads the idea, finds its pattern, asks what is open, and writes the document.
struct ResearchAgent: Agent {
    let type = AgentType.research

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading the idea")
        let idea = task.input["user_idea"]?.string ?? ""
        let audience = task.strings("target_audience").map(IdeaReading.oneLine).filter { !$0.isEmpty }
        let first = try await brief(for: idea, audience: audience, decisions: [], task: task)

        try await task.report(40, "Looking for what is still open")
        let clarifications = Clarifications(for: first)
        let skips = task.input["skip_clarification"]?.bool ?? false
        if task.answers.isEmpty, !skips, !clarifications.questions.isEmpty {
            try await task.report(
                45, "Asking \(clarifications.questions.count) question\(clarifications.questions.count == 1 ? "" : "s")"
            )
            return .needsInput(clarifications.questions.map(\.question))
        }

        let decided = try await apply(
            task.answers, of: clarifications, idea: idea, audience: audience, to: first, task: task)
        try await task.report(70, "Choosing features for \(Clip.words(decided.audience, 60))")
        let document = RequirementsBuilder(brief: decided, demandedStack: task.strings("tech_stack")).build()
        try await task.report(95, "Writing the requirements of \(document.appName)")
        return .document(document.json)
    }

    /// Reads the idea and finds the nearest pattern in the store, or in the library where the store has none.
    private func brief(
        for idea: String, audience: [String], decisions: [ProjectBrief.Decision], task: AgentTask
    ) async throws(AgentError) -> ProjectBrief {
        let reading = IdeaReading(idea)
        try await task.report(
            decisions.isEmpty ? 20 : 55, "Comparing with \(PatternLibrary.all.count) kinds of project")
        let (pattern, similarity) = try await task.nearestPattern(to: reading.text)
        return ProjectBrief(
            pattern: pattern, reading: reading, isVague: similarity < 0.2, decisions: decisions,
            statedAudience: audience)
    }

    /// An answer counts like words of the idea; one about people names the audience.
    private func apply(
        _ answers: [ClarificationResponse], of clarifications: Clarifications, idea: String, audience: [String],
        to first: ProjectBrief, task: AgentTask
    ) async throws(AgentError) -> ProjectBrief {
        guard !answers.isEmpty else { return first }
        var additions: [String] = []
        var people = audience
        var decisions: [ProjectBrief.Decision] = []
        for answer in answers {
            let said = IdeaReading.oneLine(answer.answer)
            guard !said.isEmpty else { continue }
            let asked = clarifications.questions.first { $0.question.id == answer.questionID }
            decisions.append(.init(question: asked?.question.question ?? "Also:", answer: Clip.text(said, 500)))
            if asked?.subject == .audience {
                people.insert(Clip.words(said.lowercasedFirst, 60), at: 0)
            } else {
                additions.append(said)
            }
        }
        let spoken = ([idea] + additions).joined(separator: ". ")
        let again = try await brief(for: spoken, audience: people, decisions: decisions, task: task)
        // What was asked of a clear idea refines it; only an unclear one may become another kind of project.
        let pattern = first.isVague ? again.pattern : first.pattern
        return ProjectBrief(
            pattern: pattern, reading: again.reading.keeping(first.reading), isVague: again.isVague,
            decisions: decisions,
            statedAudience: people)
    }
}

extension AgentTask {
    /// Ends the agent where its task was cancelled, else tells how far it is.
    func report(_ percent: Double, _ step: String) async throws(AgentError) {
        guard !Task.isCancelled else { throw .cancelled }
        await progress(percent, step)
    }

    /// The texts of an input key that holds a list, or one text separated by commas.
    func strings(_ key: String) -> [String] {
        guard let value = input[key] else { return [] }
        if let list = value.array { return list.compactMap(\.string) }
        return value.string.map { $0.split(separator: ",").map { String($0).trimmingSpaces } } ?? []
    }

    /// The pattern nearest to a text, with its similarity.
    func nearestPattern(to text: String) async throws(AgentError) -> (ProjectPattern, Double) {
        let matches: [PatternMatch]
        do {
            matches = try await matchPatterns(TextEmbedding.embed(text), 3, nil)
        } catch is CancellationError {
            throw .cancelled
        } catch {
            throw .unavailable(reason: "The pattern library could not be searched: \(error)")
        }
        for match in matches {
            if let known = PatternLibrary.pattern(id: match.projectType) { return (known, match.similarity) }
        }
        let local = PatternLibrary.nearest(to: text, count: 1)
        return local.first.map { ($0.pattern, Double($0.similarity)) } ?? (PatternLibrary.fallback, 0)
    }
}

extension String {
    var lowercasedFirst: String { isEmpty ? self : prefix(1).lowercased() + dropFirst() }
}
