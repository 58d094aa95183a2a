import GRDB
import Glibc
import Models
import Storage

extension SQLiteStore {
    /// Copies the database as it is at one moment, while others go on using it.
    ///
    /// The file appears under its name once it is complete, readable by its owner alone. What lies beside it of an
    /// older database of that name is put aside first: SQLite would replay it into the copy.
    /// - Returns: where it was put.
    /// - Throws: `conflict` when the file exists; it is left as it is.
    @discardableResult
    package func backup(to file: String) async throws(StoreError) -> [String] {
        guard access(file, F_OK) != 0 else { throw .conflict(.duplicate(field: "The file", value: file)) }
        let partial = file + ".partial-\(getpid())"
        let descriptor = open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.notMade(file) }
        Glibc.close(descriptor)
        defer { unlink(partial) }
        try await vacuum(into: partial, named: file)
        let aside = try Self.putAsideLogs(of: file)
        // A link never replaces a file that somebody made in the meantime; not every file system has links.
        guard link(partial, file) == 0 || (errno == EPERM && rename(partial, file) == 0) else {
            throw Self.notMade(file)
        }
        return aside
    }

    /// Gives the logs and journals that a database of this name left behind other names.
    ///
    /// They may hold somebody's last changes, of a file that was moved away without them.
    private static func putAsideLogs(of file: String) throws(StoreError) -> [String] {
        var aside: [String] = []
        for ending in HeldDatabases.endingsBeside where access(file + ending, F_OK) == 0 {
            var (name, number) = (file + ending + ".old", 1)
            while access(name, F_OK) == 0 {
                number += 1
                name = file + ending + ".old-\(number)"
            }
            guard rename(file + ending, name) == 0 else { throw notMade(file) }
            aside.append(name)
        }
        return aside
    }

    private static func notMade(_ file: String) -> StoreError {
        .invalidInput(field: "The file \(file)", reason: "can't be made: \(String(cString: strerror(errno)))")
    }

    /// Copies outside of a transaction, as SQLite demands; `name` is what the file will be called.
    private func vacuum(into file: String, named name: String) async throws(StoreError) {
        try refuseDamaged()
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { db in
                continuation.resume(
                    returning: StoreError.catching(name) { try db.execute(literal: "vacuum into \(file)") })
            }
        }
        try noted(result).get()
    }
}
