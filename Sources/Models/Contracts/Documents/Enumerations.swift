/// The six agents.
package enum AgentType: String, CaseIterable, Hashable, Sendable {
    case research
    case wireframe
    case code
    case qa
    case pedagogy
    case roadmap
}

/// The states of an agent's job.
package enum JobStatusType: String, CaseIterable, Hashable, Sendable {
    case queued
    case running
    case completed
    case failed
    case waitingForInput = "waiting_for_input"
    case cancelled
}

/// How much a feature matters to the first release.
package enum PriorityLevel: String, CaseIterable, Hashable, Sendable {
    case mustHave = "must-have"
    case shouldHave = "should-have"
    case niceToHave = "nice-to-have"
}

/// How bad an issue is.
package enum QAIssueSeverity: String, CaseIterable, Hashable, Sendable {
    case critical
    case warning
    case info
}

/// What a person can do already, or an option asks of them.
package enum SkillLevel: String, CaseIterable, Hashable, Sendable {
    case beginner
    case intermediate
    case advanced
}
