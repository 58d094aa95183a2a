import JSON
import Models
import Patterns

/// Requirements and skill level → learning roadmap.
struct RoadmapAgent: Agent {
    let type = AgentType.roadmap

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading requirements")
        guard let requirements = task.project.requirements else { throw .withoutRequirements(task.project.title) }
        let level = SkillLevel(rawValue: task.input["skill_level"]?.string ?? "") ?? .beginner
        let focus = task.strings("focus_areas").map(IdeaReading.oneLine).filter { !$0.isEmpty }
        try await task.report(35, "Cutting \(requirements.coreFeatures.count) features into steps")
        let plan = RoadmapPlan(Blueprint(requirements), level: level, focus: focus, stack: task.project.techStack)
        try await task.report(80, "Adding up \(plan.modules.count) modules")
        let name = Clip.text(requirements.appName, 120)
        let own = RoadmapText(requirements.elevatorPitch)
        let roadmap = LearningRoadmap(
            title: own?.title(name) ?? "Build \(name): \(level.rawValue) path",
            description: own?.description
                ?? "\(plan.modules.count) modules from an empty folder to a running \(name), each ending in something "
                + "that works. \(Self.tone(for: level)) Made offline; hours are rough guesses that nobody measured.",
            skillLevel: level, modules: plan.modules,
            totalEstimatedHours: plan.modules.reduce(0) { $0 + $1.estimatedHours })
        return .document(roadmap.json, madeBy: .offline(from: "from the requirements"))
    }

    private static func tone(for level: SkillLevel) -> String {
        switch level {
        case .beginner: "Small steps, with a check after each; new words are explained where they appear."
        case .intermediate: "Steps say what to reach; how is mostly yours to decide."
        case .advanced: "Few steps, hard questions: limits, failure and trade-offs come first."
        }
    }
}
