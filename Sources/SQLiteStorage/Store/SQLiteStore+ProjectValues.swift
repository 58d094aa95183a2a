import GRDB
import Models
import Storage

extension SQLiteStore {
    package func projectValue(
        _ key: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> JSONText? {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = "select value from project_values where project_id = \(project.text) and key = \(key)"
            return try SQLRequest<String>(literal: query).fetchOne(db).map(JSONText.init)
        }
    }

    package func projectValues(
        withPrefix prefix: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [(key: String, value: JSONText)] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select key, value from project_values
                where project_id = \(project.text) and substr(key, 1, length(\(prefix))) = \(prefix) order by key
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db)
                .map { (key: try $0.text("key"), value: JSONText(try $0.text("value"))) }
        }
    }

    package func setProjectValue(
        _ value: JSONText?, for key: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            try StoreError.refuseNUL(in: ["key": key, "value": value?.text])
            guard let value else {
                return try db.execute(
                    literal: "delete from project_values where project_id = \(project.text) and key = \(key)")
            }
            try db.execute(
                literal: """
                    insert into project_values values (\(project.text), \(key), \(value.text))
                    on conflict do update set value = excluded.value
                    """)
        }
    }
}
