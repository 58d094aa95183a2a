/// One committed change of a row, as the change feed tells it.
package struct StoreChange: Hashable, Sendable {
    package enum Operation: String, Sendable {
        case insert, update, delete
    }

    /// Grows by one a change over all tables, in commit order.
    package var sequence: Int64
    package var table: ChangedTable
    package var operation: Operation
    /// The row; the project for a dismissed finding, which has no identity of its own.
    package var rowID: RowID
    package var projectID: RowID
    /// Who may see the row.
    package var ownerID: RowID
    /// Who else may, because they share the project: its members and its owner; empty where nobody does.
    package var audience: [RowID]

    package init(
        sequence: Int64, table: ChangedTable, operation: Operation, rowID: RowID, projectID: RowID, ownerID: RowID,
        audience: [RowID] = []
    ) {
        self.sequence = sequence
        self.table = table
        self.operation = operation
        self.rowID = rowID
        self.projectID = projectID
        self.ownerID = ownerID
        self.audience = audience
    }
}

extension Caller {
    /// Whether somebody may hear of a change.
    package func sees(_ change: StoreChange) -> Bool {
        switch self {
        case .service: true
        case .user(let user): change.ownerID == user || change.audience.contains(user)
        case .anonymous: false
        }
    }
}

/// The tables whose changes are told.
package enum ChangedTable: String, Sendable {
    case projects
    case projectFiles = "project_files"
    case agentJobs = "agent_jobs"
    case learningRoadmaps = "learning_roadmaps"
    case dismissedFindings = "dismissed_findings"
}

/// The specification's tables.
package enum StoreTable: String, CaseIterable, Sendable {
    case profiles, projects
    case projectFiles = "project_files"
    case agentJobs = "agent_jobs"
    case learningRoadmaps = "learning_roadmaps"
    case dailySessions = "daily_sessions"
    case patternEmbeddings = "pattern_embeddings"
}
