import JSON
import Models
import Storage

/// Submitting, following and steering jobs, on behalf of the application's caller.
///
/// Jobs are written by the service alone (the specification's policies); what a caller may steer is what it may see.
extension Application {
    /// The folders of this machine that a project was opened in.
    package func folders(of project: RowID) async throws(RequestFailure) -> [String] {
        try await storing { () throws(StoreError) in
            try await store.local?.workspaces(of: project, as: caller).map(\.folder) ?? []
        }
    }

    /// `POST /v1/run-agent`: queues an agent and answers at once.
    ///
    /// `id` is the new job's; a caller that must know it beforehand chooses it.
    /// - Throws: `not_found` for a project that the caller does not see; `invalid_input` for a wrong context;
    ///   `student_mode` for an agent that would write a student's code.
    package func runAgent(
        _ request: RunAgentRequest, as id: RowID = .random()
    ) async throws(RequestFailure) -> RunAgentResponse {
        try await submit(
            id, request.agentType.rawValue, project: request.projectID, context: request.inputContext)
    }

    /// `POST /v1/run-pipeline`: queues research, wireframe, code and QA as one job.
    package func runPipeline(
        _ request: RunPipelineRequest, as id: RowID = .random()
    ) async throws(RequestFailure) -> RunAgentResponse {
        try await submit(id, "pipeline", project: request.projectID, context: request.inputContext)
    }

    func submit(
        _ id: RowID, _ agent: String, project: String, context: JSONObject, at time: Timestamp? = nil
    ) async throws(RequestFailure) -> RunAgentResponse {
        let input = try InputContext(context, for: agent).withoutSecrets(for: agent)
        let row = try await self.project(project)
        if StudentMode.writers.contains(agent), try await isStudent(row.id) {
            throw StudentMode.refusal(agent == "code" ? "The code agent" : "The pipeline, which writes code,")
        }
        try await refuseUnshowable(input.object, of: agent, in: row.id)
        if !models.isOffline || !models.mistakes.isEmpty {
            // Before the job is there: a worker may take it up at once.
            try await storing { () throws(StoreError) in
                try await store.setProjectValue(
                    JSONText(models.json), for: ModelSettings.key(id), in: row.id, as: caller)
            }
            if !models.isOffline { try await claimEnvironment(of: id, in: row.id) }
        }
        // Who shares a project has its own jobs in it; the service asks for the owner.
        let job = NewJob(
            id: id, projectID: row.id, userID: caller.userID ?? row.userID, agentType: agent,
            inputContext: JSONText(JSONValue.object(try await fitted(input.object, for: agent)).serialized),
            isWorkedElsewhere: try await runsOnTeam(row.id), createdAt: time)
        let time = try await estimate(of: agent, in: row.id)
        let submitted = try await storing { () throws(StoreError) in try await store.submitJob(job, as: .service) }
        return RunAgentResponse(jobID: submitted.id.text, status: .queued, estimatedTime: time)
    }

    /// How long an agent takes: the middle of what its last jobs in the project took, those that waited for nobody; the
    /// specification's words where there are none.
    private func estimate(of agent: String, in project: RowID) async throws(RequestFailure) -> String {
        let recent = try await storing { () throws(StoreError) in
            try await store.jobs(in: project, limit: 20, offset: 0, as: .service)
        }
        let milliseconds = recent.items.compactMap { job -> Int64? in
            guard job.agentType == agent, job.status == .completed, job.answers == nil, let start = job.startedAt,
                let end = job.completedAt
            else { return nil }
            return max(0, end.milliseconds - start.milliseconds)
        }.sorted()
        guard !milliseconds.isEmpty else { return agent == "pipeline" ? "5m" : "30s" }
        let seconds = max(1, (milliseconds[milliseconds.count / 2] + 999) / 1_000)
        return seconds < 120 ? "\(seconds)s" : "\((seconds + 59) / 60)m"
    }

    /// `GET /v1/jobs/{job_id}`.
    package func job(_ id: String) async throws(RequestFailure) -> AgentJob {
        let id = try await jobID(id)
        return try await storing { () throws(StoreError) in try await store.job(id, as: caller) }
    }

    /// `GET /v1/jobs/{project_id}/list`, newest first.
    package func jobs(
        inProject project: String, limit: Int, offset: Int
    ) async throws(RequestFailure) -> Page<AgentJob> {
        let id = try await projectID(project)
        guard (1...100).contains(limit) else {
            throw .invalidInput(["limit"], "is \(limit); it must be 1 to 100.")
        }
        guard offset >= 0 else { throw .invalidInput(["offset"], "is \(offset); it must be 0 or more.") }
        return try await storing { () throws(StoreError) in
            try await store.jobs(in: id, limit: limit, offset: offset, as: caller)
        }
    }

    /// `POST /v1/jobs/{job_id}/respond`: answers the questions of a waiting job, which then goes on.
    ///
    /// All questions are answered at once; a number means the option of that number.
    ///
    /// - Throws: `invalid_input` for an answer that is missing, empty, of no question, or a number that no option has;
    ///   `conflict` for a job that does not wait.
    package func respond(
        to job: String, _ responses: [ClarificationResponse]
    ) async throws(RequestFailure) -> RespondResponse {
        let row = try await self.job(job)
        guard row.status == .waitingForInput else {
            throw RequestFailure(
                "conflict", "Job \(row.id.shortText) is \(row.status.words) and asks nothing any more.")
        }
        let read = try Self.read(responses, to: row.clarificationQuestions)
        let answers = JSONText(JSONValue.array(read.map(\.json)).serialized)
        if try await asksModels(row) { try await claimEnvironment(of: row.id, in: row.projectID) }
        try await storing { () throws(StoreError) in
            _ = try await store.respond(to: row.id, answers: answers, as: .service)
        }
        return RespondResponse(status: .running, message: "Agent resumed with clarifications")
    }

    /// Whether a job was submitted with models that are not offline.
    private func asksModels(_ job: AgentJob) async throws(RequestFailure) -> Bool {
        try await storing { () throws(StoreError) in
            let kept = try await store.projectValue(ModelSettings.key(job.id), in: job.projectID, as: caller)
            return kept?.value.map { !ModelSettings(json: $0).isOffline } ?? false
        }
    }

    /// The answers as the agent gets them.
    private static func read(
        _ responses: [ClarificationResponse], to questions: [ClarificationQuestion]
    ) throws(RequestFailure) -> [ClarificationResponse] {
        let ids = questions.map(\.id)
        guard !responses.isEmpty else {
            throw .invalidInput(["responses"], "is empty. Answer \(ids.joined(separator: ", ")).")
        }
        var read: [ClarificationResponse] = []
        var secrets = WithheldSecrets()
        for (index, response) in responses.enumerated() {
            let place = ["responses", "\(index)"]
            guard let question = questions.first(where: { $0.id == response.questionID }) else {
                throw .invalidInput(
                    place + ["question_id"],
                    "is to '\(response.questionID.prefix(100))', which was not asked. The questions are "
                        + "\(ids.joined(separator: ", ")).")
            }
            guard !read.contains(where: { $0.questionID == question.id }) else {
                throw .invalidInput(place + ["question_id"], "is a second one to \(question.id). Give one answer.")
            }
            switch AnswerReading(response.answer, to: question) {
            case .text(let text):
                read.append(ClarificationResponse(questionID: question.id, answer: secrets.taken(from: text)))
            case .unclear(let reason): throw .invalidInput(place + ["answer"], reason)
            }
        }
        if let open = questions.first(where: { question in !read.contains { $0.questionID == question.id } }) {
            throw .invalidInput(
                ["responses"],
                "has none for \(open.id), “\(open.question)”. All questions are answered at once.")
        }
        return read
    }

    /// `POST /v1/jobs/{job_id}/cancel`: ends a job from any state that is not an end.
    ///
    /// - Throws: `conflict` for a job that completed or failed. One that is cancelled already is no error.
    package func cancel(job: String) async throws(RequestFailure) {
        let row = try await self.job(job)
        try await storing { () throws(StoreError) in _ = try await store.cancelJob(row.id, as: .service) }
    }
}

extension AgentJob {
    /// What the agent asked last.
    package var clarificationQuestions: [ClarificationQuestion] { Self.contracts(questions) }

    /// Every answer so far.
    package var clarificationResponses: [ClarificationResponse] { Self.contracts(answers) }

    private static func contracts<Value: Contract>(_ text: JSONText?) -> [Value] {
        guard let text, let document = try? JSONDocument(parsing: Array(text.text.utf8)) else { return [] }
        return document.root.elements.compactMap { try? Value(validating: $0) }
    }

    /// The specification's answer about a job, section 5.3.
    package var statusResponse: JSONValue {
        var object = JSONObject()
        object["job_id"] = .string(id.text)
        object["status"] = .string(status.rawValue)
        object["agent_type"] = .string(agentType)
        object["project_id"] = .string(projectID.text)
        object["progress"] = .double(progress)
        object["result"] = result.flatMap { try? JSONValue(parsing: $0.text) } ?? .null
        object["error"] = error.map { .string($0) } ?? .null
        object["created_at"] = .string(createdAt.text)
        object["completed_at"] = completedAt.map { .string($0.text) } ?? .null
        // What it asks, for whoever did not hear the event.
        if status == .waitingForInput { object["questions"] = .array(clarificationQuestions.map(\.json)) }
        return .object(object)
    }
}

extension AgentJob.Status {
    /// As a person writes it.
    package var words: String { rawValue.replacing("_", with: " ") }
}
