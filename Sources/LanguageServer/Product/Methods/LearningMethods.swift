import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/roadmap/get`: the project's roadmap and how far the learner is; the command says what the next step is.
struct RoadmapGetMethod: ProductMethod {
    static let method = "codeforge/roadmap/get"
    static let command: String? = "codeforge.nextStep"

    static func sentence(for answer: JSONValue) -> String? {
        guard let (step, module, number) = answer.currentStep else { return "All steps of the roadmap are done." }
        return "Next, step \(number) of \(answer["total_steps"]?.int ?? 0), in “\(module)”: \(step)"
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            try await application.roadmap(ofProject: project).json
        }
    }
}

/// `codeforge/roadmap/advance`: the current step is done, or all before `step_index`.
struct RoadmapAdvanceMethod: ProductMethod {
    static let method = "codeforge/roadmap/advance"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let index = try parameters.integer("step_index")
        if try parameters.flag("done") == false {
            throw parameters.wrong(
                "done", "is false, and this only goes on. Open a step again with codeforge/roadmap/mark.")
        }
        return try await context.changeRoadmap(parameters) { application, project throws(RequestFailure) in
            try await application.advanceRoadmap(of: project, to: index)
        }
    }
}

/// `codeforge/roadmap/mark`: one step, counted from 0 over all modules, is done, or open again where `done` is false.
///
/// Without `step`, which may be called `step_index` as well, the current one is meant.
struct RoadmapMarkMethod: ProductMethod {
    static let method = "codeforge/roadmap/mark"
    static let command: String? = "codeforge.completeStep"

    static func sentence(for answer: JSONValue) -> String? {
        let modules = answer["modules"]?.array ?? []
        let done = modules.reduce(0) { $0 + ($1["done_steps"]?.array?.count ?? 0) }
        let next = answer.currentStep.map { " Next: \($0.step)" } ?? " The roadmap is done."
        return "\(done) of \(answer["total_steps"]?.int ?? 0) steps done.\(next)"
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let index = try parameters.integer("step_index")
        let step = try parameters.integer("step") ?? index
        let isDone = try parameters.flag("done") ?? true
        return try await context.changeRoadmap(parameters) { application, project throws(RequestFailure) in
            try await application.markStep(step, done: isDone, of: project)
        }
    }
}

extension ProductContext {
    /// Changes the roadmap of the project that is meant, and has the documents show it.
    fileprivate func changeRoadmap(
        _ parameters: ProductParameters,
        _ body: @escaping @Sendable (Application, RowID) async throws(RequestFailure) -> Roadmap
    ) async throws(ResponseError) -> JSONValue {
        let project = try await projectID(parameters)
        let roadmap = try await using { application throws(RequestFailure) in
            try await body(application, try await application.project(project).id).json
        }
        snapshot.connection.perform { $0.documentsOutdated() }
        return roadmap
    }
}

extension JSONValue {
    /// The current step of a roadmap, its module, and its number, counted from 1; nil when all are done.
    fileprivate var currentStep: (step: String, module: String, number: Int)? {
        let current = self["current_step_index"]?.int ?? 0
        var steps: [(step: String, module: String)] = []
        for module in self["modules"]?.array ?? [] {
            let title = module["title"]?.string ?? ""
            steps += (module["steps"]?.array ?? []).compactMap(\.string).map { ($0, title) }
        }
        guard steps.indices.contains(current) else { return nil }
        return (steps[current].step, steps[current].module, current + 1)
    }
}

/// `codeforge/mentor/ask`: a hint that leaves the solution to the learner.
///
/// With `code`, `line` says at which of its lines the person is, `last_line` where a selection ends, and `first_line` which
/// line of its file the code begins at, where that is not the first; all count from 1. Without `code`, `uri` names an open
/// document and `range` or `position` its place, in LSP's shapes: a character beyond its line is the line's end, an end
/// beyond the text is the text's, and a beginning on a line that there is not is refused.
struct MentorAskMethod: ProductMethod {
    static let method = "codeforge/mentor/ask"
    static let command: String? = "codeforge.askMentor"
    static let role: ModelRole? = .mentor

    static func sentence(for answer: JSONValue) -> String? { answer["guidance"]?.string }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        // A question about selected code names its document too, and no place in it.
        if parameters.object["code"] == nil, let question = try parameters.text("question"),
            let uri = try parameters.text("uri"), let range = try parameters.object("range")
        {
            return try await context.answer(to: question, in: range, of: uri, parameters)
        }
        let isAboutPlace = parameters.object["position"] != nil || parameters.object["question"] == nil
        if isAboutPlace, let uri = try parameters.text("uri") { return try await context.hint(at: uri, parameters) }
        var asked = MentorQuestion(project: "", question: try parameters.requiredText("question"))
        asked.code = try parameters.text("code")
        asked.language = try parameters.text("language")
        asked.place = MentorQuestion.Place(
            line: try parameters.integer("line"), lastLine: try parameters.integer("last_line"),
            firstLine: try parameters.integer("first_line"))
        asked.skillLevel = try parameters.text("skill_level")
        asked.session = try parameters.text("session_id")
        asked.project = try await context.projectID(parameters)
        return try await context.using { [asked] application throws(RequestFailure) in
            try await application.ask(asked).json
        }
    }

    /// Without words or a place: about which finding.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        let object = parameters.object
        if object["question"] != nil || (object["uri"] != nil && object["position"] != nil) { return parameters }
        return try await context.completingFinding(
            parameters, "Which finding shall the mentor talk about?",
            orThrow: parameters.wrong("question", "is missing. Say what you want to understand."))
    }
}

extension MentorAnswer {
    /// As `codeforge/mentor/ask` gives it.
    var json: JSONValue {
        [
            "guidance": .string(guidance), "session_id": .string(session.text), "hint_level": .integer(hintLevel),
            "job_id": .string(job.text), "concepts": .array(concepts.map { .string($0) }), "made_by": .string(madeBy),
        ]
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
