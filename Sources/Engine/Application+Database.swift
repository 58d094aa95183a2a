import Glibc
import Models
import Storage

/// The database as a file: checked, copied, carried to another machine.
extension Application {
    /// The absolute path of the database that `open` would use; the file needn't exist.
    package static func databasePath(named name: String? = nil) throws -> String {
        try DatabaseLocation(named: name).path
    }

    /// What is wrong with the database, a sentence each; empty when all is well.
    package static func databaseProblems(in name: String? = nil) async throws -> [String] {
        try await existingDatabase(name).problems()
    }

    /// Copies the database as it is now into a new file, while others go on using it.
    package static func backUpDatabase(_ name: String? = nil, to file: String) async throws {
        try await existingDatabase(name).backup(to: file)
    }

    /// Gives every row that is worth carrying to another machine as a line of JSON.
    package static func exportDatabase(
        _ name: String? = nil, line: @escaping @Sendable (String) throws -> Void
    ) async throws {
        try await existingDatabase(name).export(line)
    }

    /// Adds the rows of an export, all or none; rows that are there already stay as they are.
    package static func importDatabase(
        into name: String? = nil, nextLine: @escaping @Sendable () throws -> String?
    ) async throws -> (added: Int, present: Int) {
        let location = try DatabaseLocation(named: name)
        let summary = try await SQLiteStore(path: location.path).import(nextLine)
        return (summary.added, summary.present)
    }

    /// Opens a database that is there: looking at one must not make one.
    private static func existingDatabase(_ name: String?) throws -> SQLiteStore {
        let path = try DatabaseLocation(named: name).path
        guard access(path, F_OK) == 0 else {
            throw StoreError.unavailable(.cannotOpen(path: path, reason: "there is no such file"))
        }
        return try SQLiteStore(path: path)
    }
}
