import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/roadmap/get`: the project's roadmap and how far the learner is.
struct RoadmapGetMethod: ProductMethod {
    static let method = "codeforge/roadmap/get"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            try await application.roadmap(ofProject: project).json
        }
    }
}

/// `codeforge/roadmap/advance`: the next step is done, or all before `step_index`.
struct RoadmapAdvanceMethod: ProductMethod {
    static let method = "codeforge/roadmap/advance"
    static let command: String? = "codeforge.nextStep"

    static func sentence(for answer: JSONValue) -> String? {
        let (done, total) = (answer["current_step_index"]?.int ?? 0, answer["total_steps"]?.int ?? 0)
        let steps = (answer["modules"]?.array ?? []).flatMap { $0["steps"]?.array ?? [] }.compactMap(\.string)
        let next = steps.indices.contains(done) ? " Next: \(steps[done])" : " The roadmap is done."
        return "\(done) of \(total) steps done.\(next)"
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let index = try parameters.integer("step_index")
        let project = try await context.projectID(parameters)
        let roadmap = try await context.using { application throws(RequestFailure) in
            let id = try await application.project(project).id
            return try await application.advanceRoadmap(of: id, to: index).json
        }
        context.snapshot.connection.perform { $0.documentsOutdated() }
        return roadmap
    }
}

/// `codeforge/mentor/ask`: a hint that leaves the solution to the learner.
struct MentorAskMethod: ProductMethod {
    static let method = "codeforge/mentor/ask"
    static let command: String? = "codeforge.askMentor"

    static func sentence(for answer: JSONValue) -> String? { answer["guidance"]?.string }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        var asked = MentorQuestion(project: "", question: try parameters.requiredText("question"))
        asked.code = try parameters.text("code")
        asked.language = try parameters.text("language")
        asked.skillLevel = try parameters.text("skill_level")
        asked.session = try parameters.text("session_id")
        asked.project = try await context.projectID(parameters)
        let answer = try await context.using { [asked] application throws(RequestFailure) in
            try await application.ask(asked)
        }
        return .object([
            "guidance": .string(answer.guidance), "session_id": .string(answer.session.text),
            "hint_level": .integer(answer.hintLevel), "job_id": .string(answer.job.text),
        ])
    }
}

/// `codeforge/session/list`: the conversations with the mentor, newest first.
struct SessionListMethod: ProductMethod {
    static let method = "codeforge/session/list"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        let sessions = try await context.using { application throws(RequestFailure) in
            try await application.sessions(ofProject: project)
        }
        return .object([
            "items": .array(sessions.map(\.json)), "total": .integer(sessions.count), "has_more": false,
        ])
    }
}
