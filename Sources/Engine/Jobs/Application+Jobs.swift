import JSON
import Models
import Storage

/// Submitting, following and steering jobs, on behalf of the application's caller.
///
/// Jobs are written by the service alone (the specification's policies); what a caller may steer is what it may see.
extension Application {
    /// `POST /v1/run-agent`: queues an agent and answers at once.
    ///
    /// `id` is the new job's; a caller that must know it beforehand chooses it.
    /// - Throws: `not_found` for a project that the caller does not see; `invalid_input` for a wrong context.
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

    private func submit(
        _ id: RowID, _ agent: String, project: String, context: JSONObject
    ) async throws(RequestFailure) -> RunAgentResponse {
        let input = try InputContext(context, for: agent)
        let row = try await self.project(project)
        let job = NewJob(
            id: id, projectID: row.id, userID: row.userID, agentType: agent,
            inputContext: JSONText(JSONValue.object(input.object).serialized))
        let submitted = try await storing { () throws(StoreError) in try await store.submitJob(job, as: .service) }
        return RunAgentResponse(
            jobID: submitted.id.text, status: .queued, estimatedTime: agent == "pipeline" ? "5m" : "30s")
    }

    /// `GET /v1/jobs/{job_id}`.
    package func job(_ id: String) async throws(RequestFailure) -> AgentJob {
        let id = try Self.rowID(id, at: "job_id", kind: "job")
        return try await storing { () throws(StoreError) in try await store.job(id, as: caller) }
    }

    /// `GET /v1/jobs/{project_id}/list`, newest first.
    package func jobs(
        inProject project: String, limit: Int, offset: Int
    ) async throws(RequestFailure) -> Page<AgentJob> {
        let id = try Self.rowID(project, at: "project_id", kind: "project")
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
    /// - Throws: `invalid_input` for an empty or unknown answer; `conflict` for a job that does not wait.
    package func respond(
        to job: String, _ responses: [ClarificationResponse]
    ) async throws(RequestFailure) -> RespondResponse {
        let row = try await self.job(job)
        guard row.status == .waitingForInput else {
            throw RequestFailure(
                "conflict", "Job \(row.id) is \(row.status.rawValue) and asks nothing. Look at it with job/get.")
        }
        try Self.check(responses, against: row.clarificationQuestions)
        let answers = JSONText(JSONValue.array(responses.map(\.json)).serialized)
        try await storing { () throws(StoreError) in
            _ = try await store.respond(to: row.id, answers: answers, as: .service)
        }
        return RespondResponse(status: .running, message: "Agent resumed with clarifications")
    }

    private static func check(
        _ responses: [ClarificationResponse], against questions: [ClarificationQuestion]
    ) throws(RequestFailure) {
        let ids = questions.map(\.id)
        guard !responses.isEmpty else {
            throw .invalidInput(["responses"], "is empty. Answer \(ids.joined(separator: ", ")).")
        }
        var answered: Set<String> = []
        for (index, response) in responses.enumerated() {
            let place = ["responses", "\(index)"]
            guard ids.contains(response.questionID) else {
                throw .invalidInput(
                    place + ["question_id"],
                    "'\(response.questionID.prefix(100))' was not asked. The questions are \(ids.joined(separator: ", "))."
                )
            }
            guard answered.insert(response.questionID).inserted else {
                throw .invalidInput(place + ["question_id"], "'\(response.questionID)' is answered twice.")
            }
            guard response.answer.contains(where: { !$0.isWhitespace }) else {
                throw .invalidInput(place + ["answer"], "is empty. Write an answer or pick an option.")
            }
            guard response.answer.count <= QuestionsDocument.maxAnswerLength else {
                throw .invalidInput(
                    place + ["answer"],
                    "has \(response.answer.count) characters; \(QuestionsDocument.maxAnswerLength) are allowed.")
            }
        }
    }

    /// `POST /v1/jobs/{job_id}/cancel`: ends a job from any state that is not an end.
    ///
    /// - Throws: `conflict` for a job that completed or failed. One that is cancelled already is no error.
    package func cancel(job: String) async throws(RequestFailure) {
        let row = try await self.job(job)
        try await storing { () throws(StoreError) in _ = try await store.cancelJob(row.id, as: .service) }
    }

    /// An identity that a front end sent.
    static func rowID(_ text: String, at key: String, kind: String) throws(RequestFailure) -> RowID {
        guard let id = RowID(text) else {
            throw .invalidInput(
                [key], "'\(text.prefix(100))' is no \(kind) identity: 36 characters such as \(RowID.random()).")
        }
        return id
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
        return .object(object)
    }
}
