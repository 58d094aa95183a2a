import Models

/// The agents that do a job's work.
package protocol AgentRoster: Sendable {
    func agent(for type: AgentType) -> any Agent

    /// The files that the code agent is to write for a project, in their order.
    ///
    /// - Throws: as an agent does.
    func plannedFiles(for task: AgentTask) async throws(AgentError) -> FilePlan
}

/// What is to be written for a project.
package enum FilePlan: Sendable, Hashable {
    case files([PlannedFile])
    /// Nothing, and why.
    case refused(String)
    /// Questions that come first; see `AgentOutcome.needsInput`.
    case needsInput([ClarificationQuestion])
}
