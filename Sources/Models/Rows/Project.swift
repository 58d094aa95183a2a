/// A row of `projects`: the hub of builder and student mode.
package struct Project: Hashable, Sendable {
    package enum Mode: String, CaseIterable, Sendable {
        case builder, student
    }

    package enum Status: String, CaseIterable, Sendable {
        case planning, building, completed, archived
        case inProgress = "in-progress"
    }

    package var id: RowID
    package var userID: RowID
    package var title: String
    package var description: String?
    package var mode: Mode
    package var status: Status
    /// A `RequirementsDoc`, the research agent's output.
    package var requirementsSpec: JSONText?
    /// A `WireframeSpec`, the wireframe agent's output.
    package var architectureSpec: JSONText?
    package var techStack: [String]?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package init(
        id: RowID, userID: RowID, title: String, description: String? = nil, mode: Mode, status: Status = .planning,
        requirementsSpec: JSONText? = nil, architectureSpec: JSONText? = nil, techStack: [String]? = nil,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.userID = userID
        self.title = title
        self.description = description
        self.mode = mode
        self.status = status
        self.requirementsSpec = requirementsSpec
        self.architectureSpec = architectureSpec
        self.techStack = techStack
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
