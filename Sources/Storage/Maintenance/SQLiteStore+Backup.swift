import GRDB
import Glibc
import Models

extension SQLiteStore {
    /// Copies the database as it is at one moment, while others go on using it.
    ///
    /// The file appears under its name once it is complete, readable by its owner alone.
    /// - Throws: `conflict` when the file exists; it is left as it is.
    package func backup(to file: String) async throws(StoreError) {
        guard access(file, F_OK) != 0 else { throw .conflict(.duplicate(field: "The file", value: file)) }
        let partial = file + ".partial-\(getpid())"
        let descriptor = open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable(.cannotOpen(path: file, reason: String(cString: strerror(errno))))
        }
        Glibc.close(descriptor)
        defer { unlink(partial) }
        try await vacuum(into: partial)
        // A link never replaces a file that somebody made in the meantime.
        guard link(partial, file) == 0 else {
            throw .unavailable(.cannotOpen(path: file, reason: String(cString: strerror(errno))))
        }
    }

    /// Outside of a transaction, as SQLite demands.
    private func vacuum(into file: String) async throws(StoreError) {
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { db in
                continuation.resume(
                    returning: StoreError.catching(file) { try db.execute(literal: "vacuum into \(file)") })
            }
        }
        try result.get()
    }
}
