#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Copies a file's bytes into a new file that its owner alone may read.
enum FileCopy {
    /// Whether the copy is whole; nothing is left of one that is not.
    static func make(_ source: String, _ destination: String) -> Bool {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { return false }
        defer { close(input) }
        let output = open(destination, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard output >= 0 else { return false }
        defer { close(output) }
        if copy(input, output) { return true }
        unlink(destination)
        return false
    }

    private static func copy(_ input: Int32, _ output: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(input, &buffer, buffer.count)
            if count == 0 { return true }
            guard count > 0, write(output, buffer, count) == count else { return false }
        }
    }
}
