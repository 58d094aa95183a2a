import Engine
import Glibc

/// How much is logged, from the least to the most.
package enum LogLevel: String, Sendable, Comparable, CaseIterable {
    case error, warning, info, debug

    package static func < (left: LogLevel, right: LogLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Log lines for machines: a static message with dotted metadata, on standard error or in a file.
///
/// Source text, parameters of messages and keys are never logged. What a value holds can't look like another line, or
/// like another value. A line that nobody takes is dropped: the loop never
/// waits for a reader of its log.
package struct Log: Sendable {
    /// Longest line, in bytes: what a pipe takes without blocking once it is writable.
    private static let longestLine = 4096

    package var level: LogLevel
    private let descriptor: Int32

    /// A log that appends to `file`; to standard error without one, or where it cannot be opened.
    package init(level: LogLevel, file: String?) {
        self.level = level
        let opened = file.map { open($0, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600) } ?? -1
        descriptor = opened < 0 ? 2 : opened
    }

    /// Writes one line: `warning message key=value`; a value with more than one word stands between quotes.
    package func write(
        _ lineLevel: LogLevel, _ message: StaticString, _ metadata: KeyValuePairs<StaticString, String> = [:]
    ) {
        guard lineLevel <= level else { return }
        var text = "\(lineLevel.rawValue) \(message)"
        for (key, value) in metadata { text += " \(key)=\(Self.quoted(value.printable))" }
        let line = Array(text.printableLines().utf8.prefix(Self.longestLine - 1)) + [0x0A]
        var status = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&status, 1, 0) == 1 else { return }
        _ = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    private static func quoted(_ value: String) -> String {
        guard value.isEmpty || value.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "=" }) else {
            return value
        }
        return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
