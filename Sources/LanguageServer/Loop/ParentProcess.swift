import Glibc

/// Watches the process that started the server, so that no server outlives a crashed editor.
///
/// Spec: `processId` in https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initializeParams
struct ParentProcess {
    private static let interval = Duration.seconds(2)
    private(set) var nextCheck = ContinuousClock().now + Self.interval

    /// Whether `process` is gone; looks at most every two seconds.
    mutating func hasDied(watching process: Int32?) -> Bool {
        guard let process else { return false }
        let now = ContinuousClock().now
        guard now >= nextCheck else { return false }
        nextCheck = now + Self.interval
        return !Self.isAlive(process)
    }

    /// A process that has ended but was not collected by its own parent counts as dead.
    private static func isAlive(_ process: Int32) -> Bool {
        if kill(process, 0) != 0 { return errno == EPERM }
        let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return true }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 512)
        let count = read(file, &text, text.count)
        // The state is the letter after the name, which stands in parentheses and may hold anything.
        guard count > 0, let end = text[..<count].lastIndex(of: UInt8(ascii: ")")), end + 2 < count else { return true }
        return text[end + 2] != UInt8(ascii: "Z") && text[end + 2] != UInt8(ascii: "X")
    }
}
