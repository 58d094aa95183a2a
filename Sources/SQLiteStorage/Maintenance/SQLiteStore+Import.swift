import Foundation
import GRDB
import JSON
import Models
import Storage

extension SQLiteStore {
    /// How many rows an import added, and how many were there already.
    package struct ImportSummary: Hashable, Sendable {
        package var added = 0
        package var present = 0
    }

    /// Adds the rows of an export, all or none; a row whose identity exists is left as it is.
    ///
    /// The exporting machine's local user becomes this one's, so that the projects are seen.
    /// - Parameter nextLine: gives the lines in order, then `nil`.
    /// - Returns: what was added.
    /// - Throws: `invalidInput` naming the line for anything but a whole export of this version or an older one.
    package func `import`(
        _ nextLine: @escaping @Sendable () throws -> String?
    ) async throws(StoreError) -> ImportSummary {
        try await write { db in
            try db.execute(sql: "pragma defer_foreign_keys = on")
            var importing = try RowImport(db)
            while let line = try nextLine() { try importing.take(line) }
            try importing.finish()
            return importing.summary
        }
    }

    /// How many rows refer to rows that don't exist, and of which tables the last one and its missing row are.
    fileprivate static func orphans(_ db: Database) throws -> (count: Int, table: String, parent: String) {
        let rows = try Row.fetchAll(db, sql: "pragma foreign_key_check")
        guard let last = rows.last else { return (0, "", "") }
        return (rows.count, try last.text("table"), try last.text("parent"))
    }
}

/// The state of an import, line after line.
private struct RowImport {
    private(set) var summary = SQLiteStore.ImportSummary()
    private let db: Database
    private let columns: [String: Set<String>]
    private let localUser: String?
    private var foreignUser: String?
    /// How many rows follow the first line; exports of old versions don't say.
    private var rowCount: Int?
    private var line = 0
    private let orphansBefore: Int
    /// Jobs that were there keep their own events.
    private var presentJobs: Set<String> = []

    init(_ db: Database) throws {
        self.db = db
        orphansBefore = try SQLiteStore.orphans(db).count
        localUser = try String.fetchOne(db, sql: "select profile_id from local_user")
        columns = try Dictionary(
            uniqueKeysWithValues: ExportedTables.names.map { ($0, Set(try ExportedTables.columns(of: $0, db))) })
    }

    mutating func take(_ text: String) throws {
        line += 1
        let value: JSONValue
        do {
            value = try JSONValue(parsing: text)
        } catch {
            throw invalid("is not JSON: \(error)")
        }
        if line == 1 { return try readHeader(value) }
        guard let table = value["table"]?.string, let known = columns[table], let row = value["row"]?.object else {
            throw invalid("has no table that this version knows, or no row")
        }
        guard !row.isEmpty else { throw invalid("has an empty row") }
        var names: [String] = []
        var values: [DatabaseValue] = []
        for (name, value) in row {
            // Up to schema 13 leases ended by the wall clock; that of a job which comes from elsewhere is over.
            if table == "agent_jobs", name == "lease_expires_at" { continue }
            guard known.contains(name) else { throw invalid("has an unknown column \(name.debugDescription)") }
            names.append(name)
            // Up to schema 11 a finding outside of the project had no path; now it has an empty one.
            let isMissingPath = table == "dismissed_findings" && name == "path" && value == .null
            values.append(try isMissingPath ? "".databaseValue : databaseValue(value))
        }
        try insert(names, values, into: table)
    }

    func finish() throws {
        guard line > 0 else { throw StoreError.invalidInput(field: "The export", reason: "is empty") }
        if let rowCount, rowCount != line - 1 {
            throw StoreError.invalidInput(
                field: "The export", reason: "is not whole: \(line - 1) rows of \(rowCount). Nothing was added")
        }
        let orphans = try SQLiteStore.orphans(db)
        guard orphans.count <= orphansBefore else {
            let reason = "has a row of \(orphans.table) that refers to a missing row of \(orphans.parent)"
            throw StoreError.invalidInput(field: "The export", reason: "\(reason). Nothing was added")
        }
        if localUser == nil, let foreignUser {
            try db.execute(
                literal: """
                    insert into local_user select 1, id from profiles where id = \(foreignUser)
                    """)
        }
    }

    private mutating func readHeader(_ value: JSONValue) throws {
        guard let header = value["codeforge"], let schema = header["schema"]?.int else {
            throw invalid("is not the beginning of an export")
        }
        guard schema <= Migration.latest else {
            throw invalid("is of a newer CodeForge (schema \(schema), this one knows \(Migration.latest))")
        }
        foreignUser = header["local_user"]?.string
        rowCount = header["rows"]?.int
    }

    private mutating func insert(_ names: [String], _ values: [DatabaseValue], into table: String) throws {
        let identity = names.firstIndex(of: table == ExportedTables.numbered ? "job_id" : "id").map { values[$0] }
        let job = identity.flatMap(String.fromDatabaseValue)
        if table == ExportedTables.numbered, job.map(presentJobs.contains) == true {
            summary.present += 1
            return
        }
        let places = names.map { _ in "?" }.joined(separator: ", ")
        do {
            try db.execute(
                sql: """
                    insert into \(table) (\(names.joined(separator: ", "))) values (\(places)) on conflict do nothing
                    """,
                arguments: StatementArguments(values))
        } catch let error as DatabaseError {
            throw invalid("was refused: \(error.message ?? "\(error.resultCode)")")
        }
        let isAdded = db.changesCount > 0
        if isAdded { summary.added += 1 } else { summary.present += 1 }
        if table == "agent_jobs", !isAdded, let job { presentJobs.insert(job) }
    }

    private func databaseValue(_ value: JSONValue) throws -> DatabaseValue {
        switch value {
        case .null: return .null
        case .integer(let integer): return integer.databaseValue
        case .double(let double): return double.databaseValue
        case .string(let string):
            guard !string.utf8.contains(0) else { throw invalid("holds a NUL character") }
            return (string == foreignUser ? localUser ?? string : string).databaseValue
        case .object(let object):
            guard let data = object["base64"]?.string.flatMap({ Data(base64Encoded: $0) }) else {
                throw invalid("holds an object that is no blob")
            }
            return data.databaseValue
        case .bool, .array, .bigNumber: throw invalid("holds a value that no column has")
        }
    }

    private func invalid(_ reason: String) -> StoreError {
        .invalidInput(field: "Line \(line)", reason: reason)
    }
}
