#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps a damaged database's bytes aside, so that whatever is tried with the file afterwards can be undone.
enum CorruptCopy {
    /// Largest file that is copied, in bytes.
    private static let maximumBytes = 1 << 30

    /// The copy's path: `<path>.corrupt-<time of the last change>`; made once for a state of the file.
    ///
    /// `nil` when there is no room for it, the file can't be read, or it shows no sign of ever having been a database:
    /// a source file that was named by mistake gets no twin beside it. The original is only read.
    static func keep(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size <= maximumBytes, wasDatabase(path)
        else { return nil }
        let copy = "\(path).corrupt-\(status.st_mtim.tv_sec)"
        if access(copy, F_OK) == 0 { return copy }
        guard FileCopy.make(path, copy) else { return nil }
        // Changes that were not yet carried over to the file are part of it.
        _ = FileCopy.make(path + "-wal", copy + "-wal")
        return copy
    }

    /// Whether the file begins as SQLite's do, or changes of a database lie beside it.
    ///
    /// Spec: https://www.sqlite.org/fileformat2.html#the_database_header
    private static func wasDatabase(_ path: String) -> Bool {
        if access(path + "-wal", F_OK) == 0 { return true }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let magic = Array("SQLite format 3\0".utf8)
        var start = [UInt8](repeating: 0, count: magic.count)
        return read(descriptor, &start, start.count) == start.count && start == magic
    }
}
