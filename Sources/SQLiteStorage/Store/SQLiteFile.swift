import GRDB
import Models
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Opens database files, and refuses those that are not for this program, untouched.
enum SQLiteFile {
    static func open(_ path: String) throws(StoreError) -> any DatabaseWriter {
        try create(path)
        HeldDatabases.add(path)
        let result = retryingWhileBusy {
            StoreError.catching(path) {
                let pool = try DatabasePool(path: path, configuration: configuration(path))
                try Migrator.migrate(pool, path: path)
                return pool as any DatabaseWriter
            }
        }
        if case .failure(.unavailable(.corrupt)) = result {
            throw .unavailable(.corrupt(path: path, copy: CorruptCopy.keep(of: path)))
        }
        return try result.get()
    }

    /// Tries again while somebody else opens or closes the same file.
    ///
    /// Switching a new file to write-ahead logging, and recovering one whose last user died, need the file for
    /// oneself; SQLite refuses that at once, without asking the busy handler, where waiting could be a deadlock.
    private static func retryingWhileBusy<Value>(
        _ body: () -> Result<Value, StoreError>
    ) -> Result<Value, StoreError> {
        var result = body()
        var tries = 0
        while case .failure(.unavailable(.busy)) = result, tries < busyTries {
            usleep(busyPauseMicroseconds)
            tries += 1
            result = body()
        }
        return result
    }

    private static let busyTries = 1000
    private static let busyPauseMicroseconds: UInt32 = 5000

    static func openInMemory() throws(StoreError) -> any DatabaseWriter {
        try StoreError.catching(":memory:") {
            let queue = try DatabaseQueue(configuration: configuration(":memory:"))
            try Migrator.migrate(queue, path: ":memory:")
            return queue as any DatabaseWriter
        }.get()
    }

    static func configuration(_ path: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "codeforge.store"
        configuration.maximumReaderCount = 3
        // GRDB asks for more, which for root comes before the thread that answers requests.
        configuration.qos = .utility
        // SQLite's own handler sleeps up to 100 ms between tries; a transaction here takes well under one.
        configuration.busyMode = .callback { tries in
            usleep(tries < 20 ? 200 : 1000)
            return tries < 10_000
        }
        configuration.prepareDatabase { db in
            // Before anything is written: switching a foreign file to write-ahead logging would change it.
            if !db.configuration.readonly {
                // At one moment: another process may be making the database right now.
                try db.inTransaction(.deferred) {
                    try checkIdentity(db, path: path)
                    return .commit
                }
            }
            try db.execute(
                sql: """
                    pragma cell_size_check = on;
                    pragma journal_size_limit = 16777216; pragma temp_store = memory;
                    """)
        }
        return configuration
    }

    private static func checkIdentity(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "pragma user_version") ?? 0
        let application = try Int32.fetchOne(db, sql: "pragma application_id") ?? 0
        switch application {
        case Schema.applicationID: break
        case 0 where found == 0:
            // A first start that was interrupted leaves an empty database behind.
            let tables = try Int.fetchOne(db, sql: "select count(*) from sqlite_master") ?? 0
            guard tables == 0 else { throw StoreError.unavailable(.notOurs(path: path)) }
        default: throw StoreError.unavailable(.notOurs(path: path))
        }
        guard found <= Migration.latest else {
            throw StoreError.unavailable(.newerVersion(path: path, found: found, supported: Migration.latest))
        }
        // Bringing it up to date would write all over what may still be saved; a look takes seconds for a large one.
        guard try found == 0 || found == Migration.latest || isWhole(db) else {
            throw StoreError.unavailable(.corrupt(path: path, copy: nil))
        }
    }

    private static func isWhole(_ db: Database) throws -> Bool {
        try String.fetchOne(db, sql: "pragma quick_check(1)") == "ok"
    }

    /// Makes an empty file that its owner alone may read; SQLite gives the files beside it the same mode.
    private static func create(_ path: String) throws(StoreError) {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]), of: path)
        }
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            // New, so nobody in this process can hold the locks that closing a descriptor gives up.
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw .unavailable(unavailability(path))
        }
        try requireRegularFile(path)
        try requireWritable(path)
    }

    /// Refuses what opening could wait for ever on, or have an effect on.
    static func requireRegularFile(_ path: String) throws(StoreError) {
        var attributes = stat()
        guard stat(path, &attributes) == 0 else { throw .unavailable(unavailability(path)) }
        guard attributes.st_mode & S_IFMT == S_IFREG else {
            throw .unavailable(.cannotOpen(path: path, reason: "it is no regular file"))
        }
    }

    /// Refuses what can't be written before SQLite makes files beside it, which would be in its owner's way.
    static func requireWritable(_ path: String) throws(StoreError) {
        guard access(path, W_OK) == 0 else { throw .unavailable(.readOnly(path: path)) }
    }

    private static func makeFolder(_ folder: String, of path: String) throws(StoreError) {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
            throw .unavailable(unavailability(path))
        }
        try makeFolder(String(folder[..<slash]), of: path)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .unavailable(unavailability(path)) }
    }

    static func unavailability(_ path: String) -> StoreError.Unavailability {
        switch errno {
        case EROFS: .readOnly(path: path)
        case ENOSPC, EDQUOT: .diskFull(path: path)
        default: .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
