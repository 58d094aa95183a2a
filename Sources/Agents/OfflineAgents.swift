import Models

/// The six agents that work without a model: templates over the pattern library.
package struct OfflineAgents: AgentRoster {
    package init() {}

    package func agent(for type: AgentType) -> any Agent {
        switch type {
        case .research: ResearchAgent()
        case .wireframe: WireframeAgent()
        case .code: CodeAgent()
        case .qa: QAAgent()
        case .pedagogy: PedagogyAgent()
        case .roadmap: RoadmapAgent()
        }
    }

    package func plannedFiles(for task: AgentTask) async throws(AgentError) -> FilePlan {
        if let refusal = Self.codeRefusal(for: task.project) { return .refused(refusal) }
        return .files(Self.plannedFiles(for: task.project))
    }
}
