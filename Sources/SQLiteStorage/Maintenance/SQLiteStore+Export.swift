import Foundation
import GRDB
import JSON
import Models
import Storage

extension SQLiteStore {
    /// Gives every row as a line of JSON, as they are at one moment.
    ///
    /// The first line is `{"codeforge": {"schema": 10, "rows": 42, "local_user": "..."}}`, each other one
    /// `{"table": "projects", "row": {...}}` with the columns' names; a blob is `{"base64": "..."}`.
    package func export(
        _ line: @escaping @Sendable (String) throws -> Void
    ) async throws(StoreError) {
        try await read { db in
            let rowCount = try ExportedTables.names.reduce(0) { sum, table in
                sum + (try Int.fetchOne(db, sql: "select count(*) from \(table)") ?? 0)
            }
            let user = try String.fetchOne(db, sql: "select profile_id from local_user")
            try line(
                JSONValue.object([
                    "codeforge": [
                        "schema": .integer(Migration.latest), "rows": .integer(rowCount),
                        "local_user": user.map(JSONValue.string) ?? .null,
                    ]
                ]).serialized)
            for table in ExportedTables.names {
                let columns = try ExportedTables.columns(of: table, db)
                let order = ExportedTables.order(of: table)
                let rows = try Row.fetchCursor(
                    db, sql: "select \(columns.joined(separator: ", ")) from \(table) order by \(order)")
                while let row = try rows.next() { try line(Self.line(row, of: table)) }
            }
        }
    }

    private static func line(_ row: Row, of table: String) -> String {
        let members = row.map { column, value in (column, JSONValue(value)) }
        return JSONValue.object(["table": .string(table), "row": .object(JSONObject(members))]).serialized
    }
}

extension JSONValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(Int(integer))
        case .double(let double): self = .double(double)
        case .string(let string): self = .string(string)
        case .blob(let data): self = ["base64": .string(data.base64EncodedString())]
        }
    }
}
