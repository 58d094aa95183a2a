import Models
import Storage

extension PostgresStore {
    package func projectValue(
        _ key: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> JSONText? {
        try StoreError.refuseNUL(in: ["key": key])
        return try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    "select value from public.project_values where project_id = $1 and key = $2", [project.text, key]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].first?.json("value")
        }
    }

    package func projectValues(
        withPrefix prefix: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [(key: String, value: JSONText)] {
        try StoreError.refuseNUL(in: ["key": prefix])
        return try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select key, value from public.project_values
                    where project_id = $1 and starts_with(key, $2) order by key
                    """, [project.text, prefix]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map { (key: try $0.text("key"), value: JSONText(try $0.text("value"))) }
        }
    }

    package func setProjectValue(
        _ value: JSONText?, for key: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .projects)
        try StoreError.refuseNUL(in: ["key": key])
        try Values.check(json: ["value": value])
        try await write(as: caller) { transaction in
            try transaction.requireProject(project)
            guard let value else {
                try transaction.query(
                    "delete from public.project_values where project_id = $1 and key = $2", [project.text, key])
                return
            }
            try transaction.query(
                """
                insert into public.project_values (project_id, key, value) values ($1, $2, $3)
                on conflict (project_id, key) do update set value = excluded.value
                """, [project.text, key, value.text])
        }
    }
}
