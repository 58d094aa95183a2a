import JSON
import Mentoring
import Models
import Storage

/// What the mentor says to a question, and where the conversation is kept.
package struct MentorAnswer: Sendable {
    package let guidance: String
    package let session: RowID
    /// 0 a question back, 1 a pointer, 2 a worked example of a similar problem.
    package let hintLevel: Int
    package let job: RowID
    /// What it was about, as `concepts_covered` names it.
    package let concepts: [String]
    /// `offline`, or a model and its provider.
    package let madeBy: String
}

/// A question to the mentor.
package struct MentorQuestion: Sendable {
    package var project: String
    package var question: String
    package var code: String?
    package var language: String?
    package var place = Place()
    package var skillLevel: String?
    /// The session to go on with; `nil` for the day's.
    package var session: String?
    /// The thing that it is asked about, where there is one that the mentor knows: its ladder is the one that is climbed.
    package var thing: Thing?

    /// A thing of somebody's code that has a ladder.
    package struct Thing: Sendable {
        /// What the ladder knows it by.
        package var subject: String
        /// For the conversation: which thing, and where.
        package var name: String
        package var concept: String
        /// Whether its first rung was shown already, and more is asked for.
        package var isAgain: Bool
        package var line: AskedLine?

        package init(subject: String, name: String, concept: String, isAgain: Bool, line: AskedLine?) {
            (self.subject, self.name, self.concept, self.isAgain) = (subject, name, concept, isAgain)
            self.line = line
        }
    }

    /// What of the code is meant, in lines that count from 1 in its file.
    package struct Place: Sendable {
        /// Where the cursor is, or the selection begins.
        package var line: Int?
        /// Where the selection ends; nil where nothing is selected.
        package var lastLine: Int?
        /// Which line of its file the code begins at.
        package var firstLine: Int?

        package init(line: Int? = nil, lastLine: Int? = nil, firstLine: Int? = nil) {
            self.line = line
            self.lastLine = lastLine
            self.firstLine = firstLine
        }
    }

    package init(
        project: String, question: String, code: String? = nil, language: String? = nil, skillLevel: String? = nil,
        session: String? = nil
    ) {
        self.project = project
        self.question = question
        self.code = code
        self.language = language
        self.skillLevel = skillLevel
        self.session = session
    }
}

/// The Socratic mentor: hints climb a ladder only when the same question about the same code is asked again.
extension Application {
    private static let highestHint = 2

    /// Asks, waits for the mentor's hint, and keeps both in `daily_sessions`.
    ///
    /// - Throws: `agent_failed` when the mentor gave no answer; `cancelled` when the task was cancelled.
    package func ask(_ asked: MentorQuestion) async throws(RequestFailure) -> MentorAnswer {
        guard asked.question.contains(where: { !$0.isWhitespace }) else {
            throw .invalidInput(["question"], "is empty. Ask the mentor something.")
        }
        var asked = asked
        var secrets = WithheldSecrets()
        // The conversation is kept; the code is not, and goes to the job without its secrets.
        asked.question = secrets.taken(from: asked.question)
        let project = try await self.project(asked.project)
        let session = try await session(asked.session, of: project.id)
        let earlier = try await timesAsked(asked, in: session, of: project.id)
        // About a thing only asking again climbs: with other words about it the rung stays.
        var reached: Int?
        if let thing = asked.thing { reached = try await rungsGiven(about: thing, in: project.id) }
        let isAgain =
            asked.thing?.isAgain ?? false || earlier > 0 || MentorIntent(asked.question) == .begging
        let times = reached.map { $0 == 0 || isAgain ? $0 + 1 : $0 } ?? earlier + 1
        let level = min(times - 1, Self.highestHint)
        let job = try await hintJob(asked, level: level)
        var (guidance, told) = try await guidance(of: job)
        // What was seen is confirmed, and just that.
        if level == 0, MentorIntent(asked.question) == .approval, let seen = try await seenOfCurrentStep(in: project.id)
        {
            guidance += "\n\n" + SolvedSentence.seen(seen.evidence, of: seen.step)
        }
        let exchange: JSONValue = [
            ["role": "user", "content": .string(asked.question + (asked.thing.map { " (\($0.name))" } ?? ""))],
            ["role": "mentor", "content": .string(guidance)],
        ]
        let named = asked.session == nil ? nil : session
        let kept = try await storing { () throws(StoreError) in
            let kept = try await store.appendToSession(
                named, JSONText(exchange), at: .now(), in: project.id, as: caller)
            try await store.setProjectValue(
                JSONText(.integer(earlier + 1)), for: asked.ladder(in: kept.id), in: project.id, as: caller)
            if let thing = asked.thing {
                try await store.setProjectValue(
                    JSONText(.integer(times)), for: Self.ladder + thing.subject, in: project.id, as: caller)
                try await keepLine(thing.line, of: thing.subject, in: project.id)
            }
            return kept
        }
        let concepts = asked.thing.map { thing in [thing.concept] + told.filter { $0 != thing.concept } } ?? told
        try await cover(concepts, in: kept)
        let maker = try await origin(ofJob: try await self.job(job.text))?.maker ?? DocumentOrigin.offline
        return MentorAnswer(
            guidance: guidance, session: kept.id, hintLevel: level, job: job, concepts: concepts, madeBy: maker)
    }

    /// Whether a hint of the mentor's model may be asked for now: one is set, and the project's texts may go to it.
    package func mayAskModel(in project: RowID) async throws(RequestFailure) -> Bool {
        guard let route = try models.route(as: .mentor), !route.model.isEmpty else { return false }
        if !models.replayFolder.isEmpty { return true }
        let revocation = try await revocations(of: project).last(of: route.provider)
        return ModelAgreements().isGiven(project, route, after: revocation)
    }

    /// Has the mentor's model write a hint, and keeps it in the day's conversation.
    ///
    /// - Throws: `agent_failed`, `unavailable` where the worker cannot be started.
    package func modelHint(
        _ asked: ModelHintQuestion, in project: RowID
    ) async throws(RequestFailure) -> ModelHintAnswer {
        guard try await mayAskModel(in: project) else { return .notAgreed }
        let id = RowID.random()
        _ = try await runAgent(
            RunAgentRequest(projectID: project.text, agentType: .pedagogy, inputContext: asked.input), as: id)
        try ensureWorker()
        let (text, _) = try await guidance(of: id)
        let maker = try await origin(ofJob: try await job(id.text))?.maker ?? DocumentOrigin.offline
        // The offline hint stands there already.
        guard maker != DocumentOrigin.offline else { return .none }
        let entry: JSONValue = [["role": "mentor", "content": .string("\(text) (\(maker))")]]
        try await storing { () throws(StoreError) in
            _ = try await store.appendToSession(nil, JSONText(entry), at: .now(), in: project, as: caller)
        }
        return .hint(text, maker: maker)
    }

    /// How often this was asked in a conversation.
    private func timesAsked(
        _ asked: MentorQuestion, in session: RowID?, of project: RowID
    ) async throws(RequestFailure) -> Int {
        guard let session else { return 0 }
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValue(asked.ladder(in: session), in: project, as: caller)
        }
        return kept?.value?.int ?? 0
    }

    /// How many rungs of a thing's ladder somebody has seen.
    private func rungsGiven(
        about thing: MentorQuestion.Thing, in project: RowID
    ) async throws(RequestFailure) -> Int {
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValue(Self.ladder + thing.subject, in: project, as: caller)
        }
        return max(kept?.value?.int ?? 0, thing.isAgain ? 1 : 0)
    }

    private func hintJob(_ asked: MentorQuestion, level: Int) async throws(RequestFailure) -> RowID {
        var input: JSONObject = ["question": .string(asked.question), "hint_level": .integer(level)]
        if let code = asked.code { input["code"] = .string(code) }
        if let language = asked.language { input["language"] = .string(language) }
        for (key, line) in [
            ("line", asked.place.line), ("last_line", asked.place.lastLine), ("first_line", asked.place.firstLine),
        ] {
            if let line, line > 0 { input[key] = .integer(line) }
        }
        if let skillLevel = asked.skillLevel { input["skill_level"] = .string(skillLevel) }
        let id = RowID.random()
        _ = try await runAgent(
            RunAgentRequest(projectID: asked.project, agentType: .pedagogy, inputContext: input), as: id)
        try ensureWorker()
        return id
    }

    /// Waits for the guidance of a job that was submitted; a cancelled task cancels the job.
    ///
    /// - Throws: `agent_failed` where it gives none.
    package func guidance(ofJob job: String) async throws(RequestFailure) -> (text: String, concepts: [String]) {
        try await guidance(of: try await jobID(job))
    }

    /// Waits for the job's end; a cancelled task cancels the job.
    private func guidance(of job: RowID) async throws(RequestFailure) -> (text: String, concepts: [String]) {
        let watch = Task { await watchWorker() }
        defer { watch.cancel() }
        for await news in try await follow(job) where news.isEnd {
            if let result = news.data["result"], let guidance = result["guidance"]?.string {
                return (guidance, (result["concepts"]?.array ?? []).compactMap(\.string))
            }
            let reason = news.data["error"]?.string ?? "the job was cancelled"
            throw RequestFailure(
                "agent_failed", "There is no answer: \(reason.last == "." ? reason : "\(reason).") Ask again.")
        }
        try? await cancel(job: job.text)
        throw RequestFailure("cancelled", "The question was withdrawn.")
    }

    /// The conversation that is named, else the day's; `nil` before the day's first question.
    private func session(_ id: String?, of project: RowID) async throws(RequestFailure) -> RowID? {
        if let id {
            guard let row = RowID(id) else {
                throw .invalidInput(["session_id"], "'\(id.prefix(100))' is none that there was.")
            }
            return try await storing { () throws(StoreError) in try await store.session(row, as: caller).id }
        }
        let today = Timestamp.now().localDay
        let all = try await storing { () throws(StoreError) in try await store.sessions(of: project, as: caller) }
        return all.first { today.contains($0.createdAt) }?.id
    }
}

extension MentorQuestion {
    /// Where it is kept how often this was asked in a conversation: by the question's words and the code's, so that
    /// neither a changed indentation nor other blanks start anew, and other code does.
    fileprivate func ladder(in session: RowID) -> String {
        let about = thing.map { "\n\($0.subject)" } ?? ""
        let words = question.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        let visible = (code ?? "").filter { !$0.isWhitespace }
        let hash = ContentHash.of(Array("\(words)\n\(thing == nil ? visible : "")\(about)".utf8))
        return "hint/\(session)/\(String(hash, radix: 16))"
    }
}

/// A question to the mentor's model about a place in somebody's code.
package struct ModelHintQuestion: Sendable {
    package var question: String
    /// The lines around the place.
    package var code: String
    package var language: String
    package var level: SkillLevel
    /// 0 a question back, 1 a pointer, 2 a worked example of a similar problem.
    package var rung: Int

    package init(question: String, code: String, language: String, level: SkillLevel, rung: Int) {
        self.question = question
        self.code = code
        self.language = language
        self.level = level
        self.rung = rung
    }

    fileprivate var input: JSONObject {
        [
            "question": .string(question), "code": .string(code), "language": .string(language),
            "skill_level": .string(level.rawValue), "hint_level": .integer(rung),
            ModelRole.inputKey: .string(ModelRole.mentor.rawValue),
        ]
    }
}

package enum ModelHintAnswer: Sendable, Hashable {
    case hint(String, maker: String)
    /// No model is set for the mentor, or nothing of the project may go to it.
    case notAgreed
    /// It said nothing that may be shown.
    case none
}
