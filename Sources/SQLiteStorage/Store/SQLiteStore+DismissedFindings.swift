import GRDB
import Models
import Storage

extension SQLiteStore {
    package func dismissedFindings(
        in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [DismissedFinding] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select * from dismissed_findings where project_id = \(project.text) order by created_at, identity
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(DismissedFinding.init(row:))
        }
    }

    package func dismissFinding(
        identity: String, ruleID: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            try StoreError.refuseNUL(in: ["identity": identity, "rule": ruleID])
            try db.execute(
                literal: """
                    insert into dismissed_findings (project_id, identity, rule_id, path)
                    values (\(project.text), \(identity), \(ruleID), \(path?.text ?? "")) on conflict do nothing
                    """)
        }
    }

    package func restoreFinding(
        identity: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            try db.execute(
                literal: """
                    delete from dismissed_findings
                    where project_id = \(project.text) and path = \(path?.text ?? "") and identity = \(identity)
                    """)
        }
    }
}

extension DismissedFinding {
    fileprivate init(row: Row) throws {
        self.init(
            identity: try row.text("identity"), ruleID: try row.text("rule_id"),
            path: try? ProjectPath(validating: row.text("path")), createdAt: try row.time("created_at"))
    }
}
