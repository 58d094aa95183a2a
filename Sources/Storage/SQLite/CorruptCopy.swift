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
        guard duplicate(path, to: copy) else {
            unlink(copy)
            return nil
        }
        // Changes that were not yet carried over to the file are part of it.
        _ = duplicate(path + "-wal", to: copy + "-wal")
        return copy
    }

    private static func duplicate(_ source: String, to destination: String) -> Bool {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { return false }
        defer { close(input) }
        let output = open(destination, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard output >= 0 else { return false }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(input, &buffer, buffer.count)
            if count == 0 { return true }
            guard count > 0, write(output, buffer, count) == count else { return false }
        }
    }
}
