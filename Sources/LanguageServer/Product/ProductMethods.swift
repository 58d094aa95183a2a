import Engine
import JSON
import Models

/// Every use case on the wire: one line each.
package enum ProductMethods {
    static let all: [any ProductMethod] = [
        RunAgentMethod(), RunPipelineMethod(),
        CodeFixMethod(), CodeRefactorMethod(), CodeExplainMethod(),
        JobGetMethod(), JobListMethod(), JobRespondMethod(), JobCancelMethod(), JobApplyMethod(),
        JobDiffMethod(), JobUndoMethod(),
        ProjectGetMethod(), ProjectUpdateMethod(), FileListMethod(), FileGetMethod(), ExportGitHubMethod(),
        MirrorFolderMethod(), TrustFolderMethod(),
        RoadmapGetMethod(), RoadmapAdvanceMethod(), RoadmapMarkMethod(),
        MentorAskMethod(), SessionListMethod(),
        ChoiceRequestMethod(), ChoiceListMethod(), ChoiceSelectMethod(),
        ConsentPreviewMethod(), ConsentAllowMethod(), ConsentRevokeMethod(),
        PatternMatchMethod(),
        TeamStatusMethod(), TeamLinkMethod(), TeamSyncMethod(), TeamUnlinkMethod(),
    ]

    /// The commands of the methods, and one for each agent.
    static let commands: [ProductCommand] =
        all.compactMap { method in type(of: method).command.map { ProductCommand($0, method) } }
        + AgentType.allCases.map { agent in
            ProductCommand(
                command(running: agent), RunAgentMethod(isFlat: true), preset: ["agent_type": .string(agent.rawValue)])
        }

    /// Whose work a model does in a command; nil where none ever does, and for all agents together.
    static func role(ofCommand name: String) -> ModelRole? {
        if let agent = AgentType.allCases.first(where: { command(running: $0) == name }) { return ModelRole(agent) }
        return all.first { type(of: $0).command == name }.flatMap { type(of: $0).role }
    }

    /// `codeforge.runResearch` and the like.
    static func command(running agent: AgentType) -> String {
        let name = agent == .qa ? "QA" : agent.rawValue.prefix(1).uppercased() + String(agent.rawValue.dropFirst())
        return "codeforge.run\(name)"
    }
}

extension HandlerTable {
    /// Adds the handlers of all product methods.
    mutating func addProductMethods() {
        for method in ProductMethods.all { add(ProductHandler(useCase: method)) }
    }
}
