import GRDB

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
            return try open(path)
        } catch {
            guard case .unavailable(let reason) = error, reason.hindersWriting else { throw error }
            return try openCopy(of: path)
        }
    }

    /// Looks into a file without changing it; its schema may be of any version.
    static func reading<Value>(_ path: String, _ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try requireRegularFile(path)
        try requireWritable(path)
        return try StoreError.catching(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            return try DatabaseQueue(path: path, configuration: configuration).read(body)
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
