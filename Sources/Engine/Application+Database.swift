import Glibc
import Models
import SQLiteStorage
import Storage
import Synchronization

/// The database as a file: checked, copied, carried to another machine.
extension Application {
    /// The absolute path of the database that `open` would use; the file needn't exist.
    package static func databasePath(named name: String? = nil) throws -> String {
        try DatabaseLocation(named: name).path
    }

    /// Opens the database and sees that it can be written; nothing in it changes.
    ///
    /// - Throws: a sentence that says what is wrong and what to do.
    package static func proveDatabase(named name: String) async throws {
        let store = try SQLiteStore(path: DatabaseLocation(named: name).path)
        defer { store.close() }
        _ = try await store.localUser()
        try await store.proveWritable()
    }

    /// What is wrong with the database, a sentence each; empty when all is well.
    package static func databaseProblems(in name: String? = nil) async throws -> [String] {
        try await SQLiteStore.problems(inFile: existingPath(name))
    }

    /// Copies the database as it is now into a new file, while others go on using it.
    ///
    /// - Returns: where logs were put that an older database of the file's name had left behind.
    package static func backUpDatabase(_ name: String? = nil, to file: String) async throws -> [String] {
        let store = try existingDatabase(name)
        defer { store.close() }
        return try await store.backup(to: file)
    }

    /// Gives every row that is worth carrying to another machine as a line of JSON.
    package static func exportDatabase(
        _ name: String? = nil, line: @escaping @Sendable (String) throws -> Void
    ) async throws {
        let store = try existingDatabase(name)
        defer { store.close() }
        let lines = FrontEndLines()
        try await lines.explaining {
            try await store.export { text in try lines.noting { try line(text) } }
        }
    }

    /// Adds the rows of an export, all or none; rows that are there already stay as they are.
    package static func importDatabase(
        into name: String? = nil, nextLine: @escaping @Sendable () throws -> String?
    ) async throws -> (added: Int, present: Int) {
        let store = try SQLiteStore(path: DatabaseLocation(named: name).path)
        // The rows are in the one file then, should somebody carry it away.
        defer { store.close() }
        let lines = FrontEndLines()
        let summary = try await lines.explaining {
            try await store.import { try lines.noting(nextLine) }
        }
        return (summary.added, summary.present)
    }

    /// Opens a database that is there: looking at one must not make one.
    private static func existingDatabase(_ name: String?) throws -> SQLiteStore {
        try SQLiteStore(reading: existingPath(name))
    }

    private static func existingPath(_ name: String?) throws -> String {
        let path = try DatabaseLocation(named: name).path
        guard access(path, F_OK) == 0 else {
            throw StoreError.unavailable(.cannotOpen(path: path, reason: "there is no such file"))
        }
        return path
    }
}

/// Lines that a front end writes or reads while the store works: where that fails, the failure is its own.
private final class FrontEndLines: Sendable {
    private let failure = Mutex<(any Error)?>(nil)

    /// Reads or writes a line, and keeps why it could not be.
    func noting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            failure.withLock { $0 = $0 ?? error }
            throw error
        }
    }

    /// Runs what the store does; its failure is the line's, where there is one.
    func explaining<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch {
            throw failure.withLock { $0 } ?? error
        }
    }
}
