import GRDB

/// The tables of an export, those that are referred to first.
///
/// What belongs to one machine stays out: the folder links with what was synchronised, what jobs did to folders, and
/// the change log.
enum ExportedTables {
    static let names = [
        "profiles", "projects", "project_members", "project_files", "agent_jobs", "agent_job_events",
        "learning_roadmaps", "daily_sessions", "pattern_embeddings", "dismissed_findings", "project_values",
    ]

    /// Whose rows are numbered by each database for itself, in the order of the export.
    static let numbered = "agent_job_events"
    static let number = "sequence"

    static func columns(of table: String, _ db: Database) throws -> [String] {
        try db.columns(in: table).map(\.name).filter { table != numbered || $0 != number }
    }

    /// In the order in which the rows were made, where the table knows it.
    static func order(of table: String) -> String {
        switch table {
        case "dismissed_findings": "project_id, path, identity"
        case "project_values": "project_id, key"
        case "project_members": "project_id, user_id"
        default: "rowid"
        }
    }
}
