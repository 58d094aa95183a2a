/// The patterns of one ignore file, in order.
struct IgnoreFile: Sendable, Hashable {
    /// Files longer than this are cut at it: 1 MiB.
    static let maximumBytes = 1 << 20

    private let patterns: [IgnorePattern]

    /// What a file says about a path.
    enum Verdict: Sendable {
        case ignored
        case kept
    }

    /// - Parameter bytes: The file's content; a byte order mark and carriage returns at line ends do not count.
    init(parsing bytes: [UInt8]) {
        var content = bytes.prefix(IgnoreFile.maximumBytes)
        if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        patterns = content.split(separator: UInt8(ascii: "\n")).compactMap { line in
            IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// What the last pattern that matches says; nil when none does.
    func verdict(path: Span<UInt8>, name: Span<UInt8>, isFolder: Bool) -> Verdict? {
        for index in patterns.indices.reversed()
        where patterns[index].matches(path: path, name: name, isFolder: isFolder) {
            return patterns[index].isNegated ? .kept : .ignored
        }
        return nil
    }
}
