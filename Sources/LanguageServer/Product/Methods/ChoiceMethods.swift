import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/choice/request`: has the pedagogy agent lay out the options of a decision.
struct ChoiceRequestMethod: ProductMethod {
    static let method = "codeforge/choice/request"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        var input: JSONObject = ["decision_context": .string(try parameters.requiredText("decision_context"))]
        if let level = try parameters.text("skill_level") { input["skill_level"] = .string(level) }
        let project = try await context.projectID(parameters)
        return try await context.submit(parameters) { [input] application, id throws(RequestFailure) in
            try await application.runAgent(
                RunAgentRequest(projectID: project, agentType: .pedagogy, inputContext: input), as: id)
        }
    }
}

/// `codeforge/choice/list`: the project's choices, oldest first, with what was picked.
struct ChoiceListMethod: ProductMethod {
    static let method = "codeforge/choice/list"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        let choices = try await context.using { application throws(RequestFailure) in
            try await application.choices(ofProject: project)
        }
        return .object([
            "items": .array(choices.map(\.json)), "total": .integer(choices.count), "has_more": false,
        ])
    }
}

/// `codeforge/choice/select`: picks an option.
struct ChoiceSelectMethod: ProductMethod {
    static let method = "codeforge/choice/select"
    static let command: String? = "codeforge.chooseOption"

    static func sentence(for answer: JSONValue) -> String? {
        let picked = answer["options"]?.array?.first { $0["id"] == answer["selected"] }
        return picked?["title"]?.string.map { "Chosen: \($0)" }
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        // A choice is named by the job that gave it.
        let named = try parameters.text("choice_id")
        let choice: String
        if let named { choice = named } else { choice = try parameters.requiredText("job_id") }
        let option = try parameters.requiredText("option_id")
        let picked = try await context.using { application throws(RequestFailure) in
            try await application.select(option: option, ofChoice: choice)
        }
        context.snapshot.connection.perform { $0.documentsOutdated() }
        return picked.json
    }

    /// Lets a person pick an option of the choice that is named, else of the oldest that is open.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["option_id"] == nil else { return parameters }
        let (choice, job) = (try parameters.text("choice_id"), try parameters.text("job_id"))
        let named = choice ?? job
        let project = try await context.projectID(parameters)
        let choices = try await context.using { application throws(RequestFailure) in
            try await application.choices(ofProject: project)
        }
        let meant = choices.first { choice in
            named.map { choice.id.hasPrefix($0) } ?? (choice.selected == nil)
        }
        let options = (meant?.framework.options ?? []).map { (title: $0.title, value: $0.id) }
        let picked = try await context.pick(
            meant?.framework.context ?? "", options, orSay: "There is no choice to make.")
        guard let meant, let picked else { return nil }
        return parameters.with("choice_id", meant.id).with("option_id", picked)
    }
}
