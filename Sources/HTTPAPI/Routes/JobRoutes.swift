import Engine
import HTTPTypes
import JSON
import Models

/// Agents and their jobs: section 5 of the specification.
enum JobRoutes {
    static let all: [Route] = [
        Route(
            .post, "/v1/run-agent", "runAgent", "jobs", "Queues an agent and answers at once.", .ok("RunAgentResponse")
        ) { request in
            let asked: RunAgentRequest = try request.contract()
            return try await submitting(request) { id in try await request.application.runAgent(asked, as: id) }
        }
        .taking(RunAgentRequest.self),
        Route(
            .post, "/v1/run-pipeline", "runPipeline", "jobs", "Queues research, wireframe, code and QA as one job.",
            .ok("RunAgentResponse")
        ) { request in
            let asked: RunPipelineRequest = try request.contract()
            return try await submitting(request) { id in try await request.application.runPipeline(asked, as: id) }
        }
        .taking(RunPipelineRequest.self),
        Route(.get, "/v1/jobs/{job_id}", "getJob", "jobs", "How far a job is.", .ok("JobStatus")) { request in
            .json(try await request.application.statusResponse(of: job(request)))
        },
        Route(
            .get, "/v1/jobs/{job_id}/stream", "streamJob", "jobs",
            "The job's events as server-sent events, until it ends.",
            Route.Reply(
                status: 200, summary: "Events progress, waiting, complete, error and cancelled.",
                component: "JobEvents", contentType: "text/event-stream")
        ) { request in
            try await stream(request)
        }
        .with(
            headers: Route.Parameter(
                name: "Last-Event-ID", summary: "The last event that was seen; the stream goes on after it.",
                schema: ["type": "integer", "minimum": 0, "maximum": .integer(Int.max)])),
        Route(
            .post, "/v1/jobs/{job_id}/respond", "respondToJob", "jobs", "Answers the questions of a waiting job.",
            .ok("RespondResponse"), .failure(409, "The job asks nothing.")
        ) { request in
            let answers: RespondRequest = try request.contract()
            let response = try await request.application.respond(to: try request.id("job_id").text, answers.responses)
            request.wakeWorker()
            return .json(response.json)
        }
        .taking(RespondRequest.self),
        Route(
            .post, "/v1/jobs/{job_id}/cancel", "cancelJob", "jobs", "Ends a job.", .ok("CancelResponse"),
            .failure(409, "The job has completed or failed.")
        ) { request in
            try await request.application.cancel(job: try request.id("job_id").text)
            return .json(CancelResponse().json)
        },
        Route(
            .get, "/v1/jobs/{project_id}/list", "listJobs", "jobs", "A page of a project's jobs, newest first.",
            .ok("JobList")
        ) { request in
            let (limit, offset) = try request.page()
            let project = try request.id("project_id").text
            let page = try await request.application.jobs(inProject: project, limit: limit, offset: offset)
            let items = try await request.application.statusResponses(of: page, in: project)
            return .json(["items": .array(items), "total": .integer(page.total), "has_more": .bool(page.hasMore)])
        }
        .paged(),
    ]

    private static func job(_ request: APIRequest) async throws -> AgentJob {
        try await request.application.job(try request.id("job_id").text)
    }

    /// Queues a job and sees to it that somebody takes it up.
    static func submitting(
        _ request: APIRequest, _ submit: (RowID) async throws -> RunAgentResponse
    ) async throws -> APIReply {
        let response = try await submit(.random())
        request.wakeWorker()
        return .json(response.json)
    }

    private static func stream(_ request: APIRequest) async throws -> APIReply {
        let job = try await job(request)
        let isStudent = try await request.application.isStudent(job.projectID)
        let after = try lastEvent(request.headers)
        let hub = request.server.hub
        let (close, caller) = (request.connection.close, request.application.caller)
        return EventStream.reply(request) {
            await hub.listen(to: job, after: after, as: caller, onStuck: close)
        } _: { item in
            guard case .event(let news) = item else { return nil }
            let data = isStudent ? news.studentJSON["data"] ?? .null : news.data
            return ServerSentEvent(id: news.sequence, event: news.event.rawValue, data: data)
        }
    }

    private static func lastEvent(_ headers: HTTPFields) throws(APIFailure) -> Int {
        guard let name = HTTPField.Name("last-event-id"), let text = headers[name] else { return 0 }
        guard let number = Int(text), number >= 0 else {
            throw .invalid(["Last-Event-ID"], "is not the number of an event.")
        }
        return number
    }
}

extension APIRequest {
    /// Starts a worker where the database is a file of this machine; the workers of a team see the job by themselves.
    func wakeWorker() {
        if application.databasePath != nil { _ = try? application.ensureWorker() }
    }
}
