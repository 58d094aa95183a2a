import Models

/// What a model may be chosen for: each agent, and some of its work by itself.
package enum ModelRole: String, CaseIterable, Sendable {
    case research, wireframe, code, qa, pedagogy, roadmap
    /// The code agent's repairs of findings.
    case fix
    /// Explanations of code.
    case explain
    /// The mentor's hints.
    case mentor

    /// The key of a job's input that names its role, where that is not its agent's.
    package static let inputKey = "purpose"

    /// The agent whose work it is, and whose model does it where no other is chosen.
    package var agent: AgentType {
        switch self {
        case .research: .research
        case .wireframe: .wireframe
        case .code, .fix: .code
        case .qa: .qa
        case .pedagogy, .explain, .mentor: .pedagogy
        case .roadmap: .roadmap
        }
    }

    package init(_ agent: AgentType) {
        switch agent {
        case .research: self = .research
        case .wireframe: self = .wireframe
        case .code: self = .code
        case .qa: self = .qa
        case .pedagogy: self = .pedagogy
        case .roadmap: self = .roadmap
        }
    }

    /// What it is, for a person who chooses its model.
    package var sentence: String {
        switch self {
        case .research, .wireframe, .code, .qa, .pedagogy, .roadmap: "The \(rawValue) agent."
        case .fix: "The code agent's repairs of findings."
        case .explain: "Explanations of code."
        case .mentor: "The mentor's hints in student mode; named here, hover has it write them too."
        }
    }

    /// The role of a job of an agent, by the job's input.
    package init(_ agent: AgentType, purpose: String?) {
        let named = purpose.flatMap(Self.init(rawValue:))
        self = named.flatMap { $0.agent == agent ? $0 : nil } ?? ModelRole(agent)
    }
}
