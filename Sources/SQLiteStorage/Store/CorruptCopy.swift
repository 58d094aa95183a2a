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
    /// `nil` when there is no room for it, or the file can't be read. The original is only read.
    static func keep(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size <= maximumBytes else { return nil }
        let copy = "\(path).corrupt-\(status.st_mtim.tv_sec)"
        if access(copy, F_OK) == 0 { return copy }
        guard FileCopy.make(path, copy) else { return nil }
        // Changes that were not yet carried over to the file are part of it.
        _ = FileCopy.make(path + "-wal", copy + "-wal")
        return copy
    }
}
