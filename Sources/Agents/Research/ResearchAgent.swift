import JSON
import Models
import Patterns

/// Idea → requirements: reads the idea, finds its pattern, asks what is open, and writes the document.
struct ResearchAgent: Agent {
    let type = AgentType.research

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading the idea")
        let idea = RefusalForms.plain(task.input["user_idea"]?.string ?? "")
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

        var decided = try await apply(
            task.answers, of: clarifications, idea: idea, audience: audience, to: first, task: task)
        // Where nobody was asked, what leaves something out holds, and the document says so.
        let open = decided.reading.conflicts
        for conflict in open where decided.assumed.count < 5 {
            decided.assumed.append(conflict)
            decided.reading.settle(conflict, answer: nil)
        }
        try await task.report(70, "Choosing features for \(Clip.words(decided.audience, 60))")
        let stack = task.strings("tech_stack")
        let document =
            decided.isFarFromAll || decided.isTold
            ? StatedRequirements(brief: decided, demandedStack: stack).build()
            : RequirementsBuilder(brief: decided, demandedStack: stack).build()
        try await task.report(95, "Writing the requirements of \(document.appName)")
        return .document(document.json, madeBy: Self.maker(of: decided))
    }

    private static func maker(of brief: ProjectBrief) -> MadeBy {
        brief.isFarFromAll
            ? .offline(from: "from the idea's own sentences", similarity: brief.similarity)
            : .offline(
                from: "from the pattern \(brief.pattern.label)", pattern: brief.pattern.id, similarity: brief.similarity
            )
    }

    /// Reads the idea and finds the nearest pattern in the store, or in the library where the store has none.
    private func brief(
        for idea: String, audience: [String], decisions: [ProjectBrief.Decision], task: AgentTask
    ) async throws(AgentError) -> ProjectBrief {
        let statements = Statement.all(in: idea)
        var reading = IdeaReading(idea)
        reading.technologies = StatedStack(statements, tongue: Tongue(idea)).technologies
        try await task.report(
            decisions.isEmpty ? 20 : 55, "Comparing with \(PatternLibrary.all.count) kinds of project")
        let (pattern, similarity) = try await task.nearestPattern(to: reading.subjectText)
        return ProjectBrief(
            pattern: pattern, reading: reading, isVague: similarity < 0.2, decisions: decisions,
            statedAudience: audience, similarity: similarity, sentences: IdeaSentence.all(in: idea),
            statements: statements)
    }

    /// An answer counts like words of the idea; one about people names the audience, one about a conflict settles it.
    private func apply(
        _ answers: [ClarificationResponse], of clarifications: Clarifications, idea: String, audience: [String],
        to first: ProjectBrief, task: AgentTask
    ) async throws(AgentError) -> ProjectBrief {
        guard !answers.isEmpty else { return first }
        var additions: [String] = []
        var sentences = first.sentences
        var statements = first.statements
        var people = audience
        var decisions: [ProjectBrief.Decision] = []
        var settled: [(IdeaConflict, String)] = []
        var chosen: ProjectPattern?
        for var answer in answers {
            answer.answer = RefusalForms.plain(answer.answer)
            let said = IdeaReading.oneLine(answer.answer)
            guard !said.isEmpty else { continue }
            let asked = clarifications.questions.first { $0.question.id == answer.questionID }
            // Whole: later agents read nothing but the document.
            let options = asked?.question.options ?? []
            // Several options come as one answer.
            let isOffered = answer.answer.split(separator: "; ").allSatisfy { options.contains(String($0)) }
            decisions.append(
                .init(question: asked?.question.question ?? "Also:", answer: said, isOption: isOffered))
            switch asked?.subject {
            case .audience:
                people.insert(Self.people(in: said), at: 0)
                let rest = IdeaSentence.all(in: answer.answer).filter { $0.kind == .refusal }
                additions += rest.map(\.text)
                statements += Statement.all(in: answer.answer).filter { $0.kind == .exclusion }
                // "Small teams, no payments": what is ruled out counts wherever it is said.
                if rest.isEmpty { additions += IdeaReading.phrases(in: said).refused.map { "no \($0)" } }
            case .conflict(let conflict): settled.append((conflict, said))
            case .purpose, .scope, nil:
                additions.append(said)
                if isOffered, asked?.subject == .purpose { chosen = Clarifications.pattern(ofPurpose: said) }
                if !isOffered {
                    sentences += IdeaSentence.all(in: answer.answer).map(\.asAnswer)
                    statements += Statement.all(in: answer.answer).map(\.asAnswer)
                }
            }
        }
        let spoken = ([idea] + additions).joined(separator: ". ")
        var again = try await brief(for: spoken, audience: people, decisions: decisions, task: task)
        again.reading = again.reading.keeping(first.reading)
        for (conflict, answer) in settled { again.reading.settle(conflict, answer: answer) }
        // What was asked of a clear idea refines it; only an unclear one may become another kind of project.
        let isClear = !first.isVague && !first.isFarFromAll
        let placed = isClear ? first : again
        var brief = ProjectBrief(
            pattern: chosen ?? placed.pattern, reading: again.reading, isVague: again.isVague, decisions: decisions,
            statedAudience: people, similarity: chosen == nil ? placed.similarity : 1, sentences: sentences,
            statements: statements, isPlaced: isClear || chosen != nil)
        brief.isChosen = chosen != nil
        return brief
    }

    /// The people whom an answer names, without what it says besides: "small teams, no payments" → "small teams".
    private static func people(in answer: String) -> String {
        let head = answer.split(whereSeparator: { ",.;:!?".contains($0) }).first.map(String.init) ?? answer
        if ["me", "myself", "only me", "just me"].contains(head.trimmingSpaces.lowercased()) {
            return ProjectBrief.onePerson
        }
        return Clip.words(head.trimmingSpaces.lowercasedFirst, 60)
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
