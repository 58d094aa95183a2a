/// A roadmap that somebody wrote: `POST /v1/projects/{project_id}/roadmaps`.
package struct NewRoadmapRequest: Contract {
    package var modules: [RoadmapModule]

    package static let schema = Schema(
        "NewRoadmapRequest", "A roadmap that somebody wrote: POST /v1/projects/{project_id}/roadmaps.",
        Field("modules", \NewRoadmapRequest.modules, .list(of: .model, atLeast: 1)),
        make: NewRoadmapRequest.init(modules:))

    package init(modules: [RoadmapModule]) { self.modules = modules }
}

/// Says how far a learner is: `POST /v1/projects/{project_id}/roadmap/advance`.
package struct AdvanceRoadmapRequest: Contract {
    /// All steps before it are done; `nil`: the current step is.
    package var stepIndex: Int?

    package static let schema = Schema(
        "AdvanceRoadmapRequest", "Says how far a learner is: POST /v1/projects/{project_id}/roadmap/advance.",
        Field(
            "step_index", \AdvanceRoadmapRequest.stepIndex, .optional(.integer(0...Int.max)), default: nil, schema: nil),
        make: AdvanceRoadmapRequest.init(stepIndex:))

    package init(stepIndex: Int?) { self.stepIndex = stepIndex }
}

/// Ticks one step or opens it again: `POST /v1/projects/{project_id}/roadmap/mark`.
package struct MarkStepRequest: Contract {
    /// Counted from 0 over all modules; `nil`: the current one.
    package var step: Int?
    package var done: Bool

    package static let schema = Schema(
        "MarkStepRequest", "Ticks one step or opens it again: POST /v1/projects/{project_id}/roadmap/mark.",
        Field("step", \MarkStepRequest.step, .optional(.integer(0...Int.max)), default: nil, schema: nil),
        Field("done", \MarkStepRequest.done, .bool, default: true, schema: true),
        make: MarkStepRequest.init(step:done:))

    package init(step: Int?, done: Bool) {
        self.step = step
        self.done = done
    }
}

/// Who said something in a conversation with the mentor.
package enum SessionRole: String, CaseIterable, Hashable, Sendable {
    case user, mentor
}

/// One turn of a conversation with the mentor.
package struct SessionEntry: Contract {
    package var role: SessionRole
    package var content: String

    package static let schema = Schema(
        "SessionEntry", "One turn of a conversation with the mentor.",
        Field("role", \SessionEntry.role, .literal),
        Field("content", \SessionEntry.content, .string(0...20_000)),
        make: SessionEntry.init(role:content:))

    package init(role: SessionRole, content: String) {
        self.role = role
        self.content = content
    }
}

/// A conversation that somebody had: `POST /v1/projects/{project_id}/sessions`.
package struct NewSessionRequest: Contract {
    package var transcript: [SessionEntry]
    package var conceptsCovered: [String]

    package static let schema = Schema(
        "NewSessionRequest", "A conversation that somebody had: POST /v1/projects/{project_id}/sessions.",
        Field("transcript", \NewSessionRequest.transcript, .list(of: .model), default: [], schema: nil),
        Field("concepts_covered", \NewSessionRequest.conceptsCovered, .list(of: .words(200)), default: [], schema: nil),
        make: NewSessionRequest.init(transcript:conceptsCovered:))

    package init(transcript: [SessionEntry], conceptsCovered: [String]) {
        self.transcript = transcript
        self.conceptsCovered = conceptsCovered
    }
}

/// More turns of a conversation: `POST /v1/projects/{project_id}/sessions/{session_id}/entries`.
package struct SessionEntriesRequest: Contract {
    package var entries: [SessionEntry]

    package static let schema = Schema(
        "SessionEntriesRequest",
        "More turns of a conversation: POST /v1/projects/{project_id}/sessions/{session_id}/entries.",
        Field("entries", \SessionEntriesRequest.entries, .list(of: .model, atLeast: 1)),
        make: SessionEntriesRequest.init(entries:))

    package init(entries: [SessionEntry]) { self.entries = entries }
}
