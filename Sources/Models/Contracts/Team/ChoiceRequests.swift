/// Asks for the options of a decision: `POST /v1/projects/{project_id}/choices`.
package struct ChoiceRequest: Contract {
    package var decisionContext: String
    package var skillLevel: SkillLevel?

    package static let schema = Schema(
        "ChoiceRequest", "Asks for the options of a decision: POST /v1/projects/{project_id}/choices.",
        Field("decision_context", \ChoiceRequest.decisionContext, .words(20_000)),
        Field("skill_level", \ChoiceRequest.skillLevel, .optional(.literal), default: nil, schema: nil),
        make: ChoiceRequest.init(decisionContext:skillLevel:))

    package init(decisionContext: String, skillLevel: SkillLevel?) {
        self.decisionContext = decisionContext
        self.skillLevel = skillLevel
    }
}

/// Picks an option: `POST /v1/choices/{choice_id}/select`.
package struct SelectOptionRequest: Contract {
    package var optionID: String

    package static let schema = Schema(
        "SelectOptionRequest", "Picks an option: POST /v1/choices/{choice_id}/select.",
        Field("option_id", \SelectOptionRequest.optionID, .string(1...200)),
        make: SelectOptionRequest.init(optionID:))

    package init(optionID: String) { self.optionID = optionID }
}
