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
            try await application.job(id).statusResponse
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
        let page = try await context.using { application throws(RequestFailure) in
            try await application.jobs(inProject: project, limit: limit, offset: offset)
        }
        return page.json { $0.statusResponse }
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
        guard let items = try parameters.array("responses") else {
            throw ProductParameters.wrong("responses", "is missing.")
        }
        var responses: [ClarificationResponse] = []
        for (index, item) in items.enumerated() {
            guard let question = item["question_id"]?.string, let answer = item["answer"]?.string else {
                throw ProductParameters.wrong("responses.\(index)", "must be {question_id, answer}, both strings.")
            }
            responses.append(ClarificationResponse(questionID: question, answer: answer))
        }
        let response = try await context.using { [responses] application throws(RequestFailure) in
            let response = try await application.respond(to: id, responses)
            try application.ensureWorker()
            return response
        }
        return response.json
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
}

extension Page {
    /// The page as the specification writes it: `{items, total, has_more}`.
    func json(_ item: (Item) -> JSONValue) -> JSONValue {
        .object([
            "items": .array(items.map(item)), "total": .integer(total), "has_more": .bool(hasMore),
        ])
    }
}
