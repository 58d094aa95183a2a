import Agents
import JSON
import Models

/// Agents that say what a test wants: an agent's answers by its type, each a function of the task and of how often that
/// agent ran before.
struct ScriptedRoster: AgentRoster {
    typealias Script = @Sendable (_ task: AgentTask, _ turn: Int) async throws(AgentError) -> AgentOutcome

    var plan: FilePlan
    var scripts: [AgentType: Script]
    private let calls = Calls()

    init(plan: FilePlan, scripts: [AgentType: Script]) {
        self.plan = plan
        self.scripts = scripts
    }

    func agent(for type: AgentType) -> any Agent {
        ScriptedAgent(type: type, script: scripts[type], calls: calls)
    }

    func plannedFiles(for task: AgentTask) async throws(AgentError) -> FilePlan { plan }

    /// The inputs of an agent's turns so far.
    func inputs(of type: AgentType) async -> [JSONObject] { await calls.inputs(of: type) }
}

private struct ScriptedAgent: Agent {
    let type: AgentType
    let script: ScriptedRoster.Script?
    let calls: Calls

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        let turn = await calls.note(task.input, of: type)
        guard let script else { throw .cannot(reason: "The test has no \(type.rawValue) agent.") }
        return try await script(task, turn)
    }
}

private actor Calls {
    private var inputs: [AgentType: [JSONObject]] = [:]

    func note(_ input: JSONObject, of type: AgentType) -> Int {
        inputs[type, default: []].append(input)
        return inputs[type, default: []].count - 1
    }

    func inputs(of type: AgentType) -> [JSONObject] { inputs[type] ?? [] }
}

/// Documents that are valid and say little.
enum Sample {
    static let requirements = RequirementsDoc(
        appName: "Walks", elevatorPitch: "Dog walkers keep their walks in one place.", targetAudience: [],
        coreFeatures: [], recommendedStack: [], technicalConstraints: nil)
    static let architecture = WireframeSpec(siteMap: [], globalStateNeeds: [], themeColors: [])
    static let roadmap = LearningRoadmap(
        title: "Walks", description: "", skillLevel: .beginner,
        modules: [RoadmapModule(title: "One", description: "", steps: [], estimatedHours: 1, prerequisites: [])],
        totalEstimatedHours: 1)

    static func outcome(_ document: some Contract) -> AgentOutcome {
        .document(document.json, madeBy: .offline(from: "from a test"))
    }

    static func file(_ task: AgentTask, _ code: String) -> AgentOutcome {
        let path = task.input["file_path"]?.string ?? "a.ts"
        return outcome(
            CodeGenerationResult(filePath: path, code: code, language: "typescript", explanation: "A test's."))
    }
}
