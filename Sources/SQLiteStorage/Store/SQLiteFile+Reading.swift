import GRDB
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Opens files to look into them alone.
extension SQLiteFile {
    /// Opens a database whose rows are to be read; of one on a read-only or full disk, a copy.
    static func openForReading(_ path: String) throws(StoreError) -> any DatabaseWriter {
        do {
            if let current = try openCurrent(path) { return current }
            return try open(path)
        } catch {
            guard case .unavailable(let reason) = error, reason.hindersWriting else { throw error }
            return try openCopy(of: path)
        }
    }

    /// Opens a database of this version; nil for every other file, and where it can't be told.
    ///
    /// With one connection for everything: of several, one that can't write may be the last to end, and leaves a log.
    private static func openCurrent(_ path: String) throws(StoreError) -> (any DatabaseWriter)? {
        let queue: DatabaseQueue
        do {
            queue = try openUnchanged(path)
        } catch {
            guard case .unavailable(let reason) = error, reason.hindersWriting else { return nil }
            throw error
        }
        let isCurrent = try? queue.read { db in
            try Int32.fetchOne(db, sql: "pragma application_id") == Schema.applicationID
                && Int.fetchOne(db, sql: "pragma user_version") == Migration.latest
        }
        if isCurrent == true { return queue }
        try? queue.close()
        return nil
    }

    /// Looks into a file without changing it; its schema may be of any version.
    static func reading<Value>(_ path: String, _ body: (Database) throws -> Value) throws(StoreError) -> Value {
        let queue = try openUnchanged(path)
        return try StoreError.catching(path) {
            let value = try queue.read(body)
            try queue.close()
            return value
        }.get()
    }

    /// Opens a file for which nothing is to be different afterwards.
    ///
    /// A connection that can't write leaves an empty log behind, one that can takes it away; and carries over what
    /// stands in a log, which would be a change. So it depends on whether there is such.
    static func openUnchanged(_ path: String) throws(StoreError) -> DatabaseQueue {
        try requireRegularFile(path)
        try requireWritable(path)
        HeldDatabases.add(path)
        var log = stat()
        let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
        return try StoreError.catching(path) {
            var configuration = Configuration()
            configuration.readonly = hasLog
            configuration.busyMode = .timeout(10)
            return try DatabaseQueue(path: path, configuration: configuration)
        }.get()
    }

    /// Even reading needs files beside the database, which is why a disk that takes none needs a copy elsewhere.
    private static func openCopy(of path: String) throws(StoreError) -> any DatabaseWriter {
        try requireRegularFile(path)
        let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var folder = Array("\(root)/codeforge-XXXXXX".utf8CString)
        guard let made = mkdtemp(&folder).map({ String(cString: $0) }) else { throw .unavailable(unavailability(root)) }
        let copy = made + "/copy.db"
        // What is open stays readable without its name, and is gone with the process, however that ends.
        defer {
            for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
            rmdir(made)
        }
        guard FileCopy.make(path, copy) else { throw .unavailable(unavailability(path)) }
        _ = FileCopy.make(path + "-wal", copy + "-wal")
        return try StoreError.catching(path) {
            let queue = try DatabaseQueue(path: copy, configuration: configuration(path))
            try Migrator.migrate(queue, path: path)
            return queue
        }.get()
    }
}
