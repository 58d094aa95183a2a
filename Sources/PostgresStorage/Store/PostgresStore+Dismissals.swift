import Models
import Storage

extension PostgresStore {
    package func dismissedFindings(
        in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [DismissedFinding] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select identity, rule_id, path, created_at from public.dismissed_findings where project_id = $1
                    order by created_at, identity
                    """, [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map { row in
                DismissedFinding(
                    identity: try row.text("identity"), ruleID: try row.text("rule_id"),
                    path: try? ProjectPath(validating: row.text("path")), createdAt: try row.time("created_at"))
            }
        }
    }

    package func dismissFinding(
        identity: String, ruleID: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .projects)
        try StoreError.refuseNUL(in: ["identity": identity, "rule": ruleID])
        try await write(as: caller) { transaction in
            try transaction.requireProject(project)
            try transaction.query(
                """
                insert into public.dismissed_findings (project_id, identity, rule_id, path) values ($1, $2, $3, $4)
                on conflict do nothing
                """, [project.text, identity, ruleID, path?.text ?? ""])
        }
    }

    package func restoreFinding(
        identity: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .projects)
        try StoreError.refuseNUL(in: ["identity": identity])
        try await write(as: caller) { transaction in
            try transaction.requireProject(project)
            try transaction.query(
                "delete from public.dismissed_findings where project_id = $1 and path = $2 and identity = $3",
                [project.text, path?.text ?? "", identity])
        }
    }
}
