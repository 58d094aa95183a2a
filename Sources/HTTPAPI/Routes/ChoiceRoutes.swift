import Engine
import JSON
import Models

/// Choices between designs, and what was picked.
enum ChoiceRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/projects/{project_id}/choices", "listChoices", "choices",
            "The choices, oldest first, with what was picked.", .ok("ChoiceList")
        ) { request in
            let project = try request.id("project_id").text
            let choices = try await request.application.choices(ofProject: project)
            return .list(choices.map(\.json))
        },
        Route(
            .post, "/v1/projects/{project_id}/choices", "requestChoice", "choices",
            "Has the pedagogy agent lay out the options of a decision.", .ok("RunAgentResponse")
        ) { request in
            let asked: ChoiceRequest = try request.contract()
            var input: JSONObject = ["decision_context": .string(asked.decisionContext)]
            if let level = asked.skillLevel { input["skill_level"] = .string(level.rawValue) }
            let run = RunAgentRequest(
                projectID: try request.id("project_id").text, agentType: .pedagogy, inputContext: input)
            return try await JobRoutes.submitting(request) { try await request.application.runAgent(run, as: $0) }
        }
        .taking(ChoiceRequest.self),
        Route(
            .post, "/v1/choices/{choice_id}/select", "selectOption", "choices",
            "Picks an option; a later pick replaces an earlier one.", .ok("Choice")
        ) { request in
            let asked: SelectOptionRequest = try request.contract()
            let choice = try request.id("choice_id").text
            return .json(try await request.application.select(option: asked.optionID, ofChoice: choice).json)
        }
        .taking(SelectOptionRequest.self),
    ]
}
