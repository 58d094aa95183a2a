import GRDB
import Models

/// The `set` part of an update, of the fields that are to change.
struct Assignments {
    private var parts: [SQL] = []

    /// Leaves the column as it is for `nil`; `.some(nil)` empties it.
    mutating func set(_ column: String, to value: String??) {
        guard let value else { return }
        parts.append("\(sql: column) = \(value)")
    }

    mutating func set(_ column: String, to value: Int?) {
        guard let value else { return }
        parts.append("\(sql: column) = \(value)")
    }

    /// Changes the row that meets the condition, if there is anything to change.
    func update(_ table: String, where condition: SQL, _ db: Database) throws {
        guard !parts.isEmpty else { return }
        try db.execute(
            literal: "update \(sql: table) set \(parts.joined(separator: ", ")) where \(condition)")
    }
}
