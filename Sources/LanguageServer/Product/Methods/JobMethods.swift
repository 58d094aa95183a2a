import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/job/get`: one job.
struct JobGetMethod: ProductMethod {
    static let method = "codeforge/job/get"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let id = try parameters.requiredText("job_id")
        return try await context.using { application throws(RequestFailure) in
            try await application.statusResponse(of: application.job(id))
        }
    }
}

/// `codeforge/job/list`: a page of a project's jobs, newest first.
struct JobListMethod: ProductMethod {
    static let method = "codeforge/job/list"
    static let command: String? = "codeforge.showJobs"
    static let document: DocumentKind? = .jobs

    static func sentence(for answer: JSONValue) -> String? {
        let jobs = answer["items"]?.array ?? []
        guard let newest = jobs.first, let total = answer["total"]?.int else { return "No agent has run here yet." }
        let about = "\(newest["agent_type"]?.string ?? "") \(newest["status"]?.string ?? "")"
        return "\(total) job\(total == 1 ? "" : "s"), the newest: \(about). See .codeforge/jobs.md."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let (limit, offset) = (try parameters.integer("limit") ?? 20, try parameters.integer("offset") ?? 0)
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            let page = try await application.jobs(inProject: project, limit: limit, offset: offset)
            let items = try await application.statusResponses(of: page, in: project)
            return .object(["items": .array(items), "total": .integer(page.total), "has_more": .bool(page.hasMore)])
        }
    }
}

/// `codeforge/job/respond`: answers a waiting job's questions.
struct JobRespondMethod: ProductMethod {
    static let method = "codeforge/job/respond"
    static let command: String? = "codeforge.answerQuestion"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let id = try parameters.requiredText("job_id")
        let responses = try responses(parameters)
        let response = try await context.using { [responses] application throws(RequestFailure) in
            let response = try await application.respond(to: id, responses)
            try application.ensureWorker()
            return response
        }
        return response.json
    }

    /// Asks the questions of the job that is named, else of the one that waits.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["responses"] == nil else { return parameters }
        let named = try parameters.text("job_id")
        let job: AgentJob?
        if let named {
            job = try await context.using { application throws(RequestFailure) in try await application.job(named) }
        } else {
            let waiting = try await context.folderJobs().filter { $0.status == .waitingForInput }
            job =
                waiting.count == 1
                ? waiting.first
                : try await context.pickJob("Which agent's question?", orSay: "No agent asks anything.") {
                    $0.status == .waitingForInput
                }
        }
        guard let job else { return nil }
        guard job.status == .waitingForInput else {
            throw .failed("conflict", "Job \(job.id.shortText) is \(job.status.words) and asks nothing any more.")
        }
        let last = try await context.using { application throws(RequestFailure) in
            try await application.lastEvent(of: job.id)
        }
        let application = context.application
        context.snapshot.connection.perform { $0.askNow(job, last, application) }
        return nil
    }

    /// The answers, with nothing else in or beside them: the specification forbids that.
    private func responses(_ parameters: ProductParameters) throws(ResponseError) -> [ClarificationResponse] {
        for (key, _) in parameters.object where !["job_id", "responses", "workDoneToken"].contains(key) {
            throw parameters.wrong(String(key.prefix(100)), "is not allowed: there are job_id and responses.")
        }
        guard let items = try parameters.array("responses") else {
            throw parameters.wrong("responses", "is missing.")
        }
        var responses: [ClarificationResponse] = []
        for (index, item) in items.enumerated() {
            do throws(ValidationErrors) {
                responses.append(try ClarificationResponse(validating: item))
            } catch {
                let extra = error.errors.first { $0.type == "extra_forbidden" }?.location.last?.text
                let problem = extra.map { "has '\($0.prefix(100))', which is not allowed: it" } ?? ""
                throw parameters.wrong(
                    "responses.\(index)",
                    (problem.isEmpty ? "" : problem + " ") + "must be {question_id, answer}, both strings.")
            }
        }
        return responses
    }
}

/// `codeforge/job/cancel`: ends a job.
struct JobCancelMethod: ProductMethod {
    static let method = "codeforge/job/cancel"
    static let command: String? = "codeforge.cancelJob"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let id = try parameters.requiredText("job_id")
        try await context.using { application throws(RequestFailure) in try await application.cancel(job: id) }
        return CancelResponse().json
    }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["job_id"] == nil else { return parameters }
        let job = try await context.pickJob("Which job is to end?", orSay: "No job is running.") {
            $0.status.successors.contains(.cancelled)
        }
        return job.map { parameters.with("job_id", $0.id.text) }
    }
}

extension Page {
    /// The page as the specification writes it: `{items, total, has_more}`.
    func json(_ item: (Item) -> JSONValue) -> JSONValue {
        .object([
            "items": .array(items.map(item)), "total": .integer(total), "has_more": .bool(hasMore),
        ])
    }
}
