import JSON
import Models

/// One of the six engineers: turns a task into a document of the specification.
///
/// An agent holds no state, reads no clock and opens no file; all it knows is in its task.
package protocol Agent: Sendable {
    var type: AgentType { get }

    /// - Throws: `AgentError.cancelled` soon after the current Swift task was cancelled;
    ///   `AgentError.invalidInput` for a task that lacks what this agent needs.
    ///   A question back to the user is an outcome, not an error.
    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome
}

/// What an agent's turn ends with.
package enum AgentOutcome: Sendable, Hashable {
    /// A document that validates against the agent's output schema, and what made it.
    case document(JSONValue, madeBy: MadeBy)
    /// The mentor's words: a Socratic hint, never the solution; and what it is about, as `concepts_covered` names it.
    case guidance(String, concepts: [String], madeBy: MadeBy)
    /// One to three questions; the same job runs again once they are answered.
    case needsInput([ClarificationQuestion])
}

/// Why an agent gave no outcome.
package enum AgentError: Error, Sendable, Hashable {
    /// The Swift task was cancelled.
    case cancelled
    /// The task lacks something, or holds a wrong value; `location` is the path of the key, as in the wire's `loc`, and
    /// `reason` a sentence for a person that stands without it.
    case invalidInput(location: [String], reason: String)
    /// What the agent depends on (the pattern store, a provider) gave no answer.
    case unavailable(reason: String)
    /// This agent cannot do what is asked; the reason says what can.
    case cannot(reason: String)
}

extension AgentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cancelled: "The agent was cancelled."
        // The place is for programs; the reason says it in words.
        case .invalidInput(_, let reason), .unavailable(let reason), .cannot(let reason): reason
        }
    }
}
