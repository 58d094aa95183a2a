import Engine
import JSON
import Models
import Patterns

/// Idea → requirements.
struct ResearchBrief: AgentBrief {
    static let agent = AgentType.research
    static let prompt = PromptFile.research
    static let schemaName = "requirements_doc"
    static var schema: JSONValue { RequirementsDoc.jsonSchema }
    static let maxOutputTokens = 6_000

    let instruction = "Write the requirements of the application that the idea describes."

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        let idea = task.input["user_idea"]?.string ?? ""
        context.add("the idea", idea)
        context.add("for whom", task.strings("target_audience").joined(separator: ", "))
        context.add("technologies that are demanded", task.strings("tech_stack").joined(separator: ", "))
        for answer in task.answers { context.add("an answer of the person", answer.answer) }
        let similar = PatternLibrary.nearest(to: idea, count: 3).map { found in
            "\(found.pattern.label): " + found.pattern.features.map(\.name).joined(separator: ", ")
        }
        context.add("similar projects", similar.joined(separator: "\n"))
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<RequirementsDoc> { Verdict(answer) }

    func outcome(
        of answer: RequirementsDoc, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (answer.json, "from the idea")
    }
}

/// Requirements → pages.
struct WireframeBrief: AgentBrief {
    static let agent = AgentType.wireframe
    static let prompt = PromptFile.wireframe
    static let schemaName = "wireframe_spec"
    static var schema: JSONValue { WireframeSpec.jsonSchema }
    static let maxOutputTokens = 8_000

    let instruction = "Plan the application."

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        try context.addRequirements(of: task)
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<WireframeSpec> {
        let verdict = Verdict<WireframeSpec>(answer)
        guard case .valid(let spec) = verdict, spec.siteMap.isEmpty else { return verdict }
        return .invalid(["site_map: there is no route; plan at least one."])
    }

    func outcome(
        of answer: WireframeSpec, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (answer.json, "from the requirements")
    }
}

/// Requirements → curriculum.
struct RoadmapBrief: AgentBrief {
    static let agent = AgentType.roadmap
    static let prompt = PromptFile.roadmap
    static let schemaName = "learning_roadmap"
    static var schema: JSONValue { LearningRoadmap.jsonSchema }
    static let maxOutputTokens = 8_000

    let instruction: String

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        let level = SkillLevel(rawValue: task.input["skill_level"]?.string ?? "") ?? .beginner
        instruction = "Write the curriculum, for skill_level \"\(level.rawValue)\"."
        context.add("topics that are asked for", task.strings("focus_areas").joined(separator: ", "))
        try context.addRequirements(of: task)
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<LearningRoadmap> { Verdict(answer) }

    func outcome(
        of answer: LearningRoadmap, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (answer.json, "from the requirements")
    }
}

/// A decision → options.
struct ChoiceBrief: AgentBrief {
    static let agent = AgentType.pedagogy
    static let prompt = PromptFile.pedagogy
    static let schemaName = "choice_framework"
    static var schema: JSONValue { ChoiceFramework.jsonSchema }
    static let maxOutputTokens = 5_000

    let instruction: String

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        let level = SkillLevel(rawValue: task.input["skill_level"]?.string ?? "") ?? .beginner
        instruction = "Lay out the options for somebody at \(level.rawValue) level."
        let decision = ["decision_context", "question"].compactMap { task.input[$0]?.string }.first { !$0.isEmpty }
        context.add("the decision", decision ?? task.project.title)
        context.add(
            "the code that it is about", task.input["code"]?.string ?? "", path: task.input["file_path"]?.string)
        context.add("the project", task.project.requirements?.json.serialized ?? "")
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<ChoiceFramework> {
        let verdict = Verdict<ChoiceFramework>(answer)
        guard case .valid(let choice) = verdict else { return verdict }
        var errors: [String] = []
        if choice.options.count < 2 { errors.append("options: there must be at least two.") }
        if Set(choice.options.map(\.id)).count < choice.options.count {
            errors.append("options: each id must be different.")
        }
        return errors.isEmpty ? verdict : .invalid(errors)
    }

    func outcome(
        of answer: ChoiceFramework, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (answer.json, "from the decision")
    }
}

extension PromptContext {
    /// What the project is to be: its requirements, or the idea where it has none.
    mutating func addRequirements(of task: AgentTask) throws(AgentError) {
        let idea = task.input["user_idea"]?.string ?? ""
        guard let requirements = task.project.requirements else {
            let known = idea.isEmpty ? task.project.title : idea
            guard known.contains(where: \.isLetter) else {
                throw .invalidInput(
                    location: ["input_context", "user_idea"],
                    reason: "There is nothing to plan yet. Say what it is to be, in the editor or with: codeforge run "
                        + "research --idea \"What it is to be, in a sentence\"")
            }
            add("the idea", known)
            return
        }
        add("requirements", requirements.json.serialized)
        add("technologies", task.project.techStack.joined(separator: ", "))
    }
}
