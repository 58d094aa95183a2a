/// One line of an ignore file.
///
/// Spec: https://git-scm.com/docs/gitignore#_pattern_format
struct IgnorePattern: Sendable, Hashable {
    /// Whether the line began with `!`: what it matches is kept.
    let isNegated: Bool
    /// Whether the line ended with `/`: it matches folders alone.
    let matchesFoldersOnly: Bool
    private let rule: Rule

    /// How a path is compared.
    private enum Rule: Sendable, Hashable {
        /// The last part of the path is exactly this.
        case name([UInt8])
        /// The last part of the path ends with this: `*.log`.
        case nameSuffix([UInt8])
        /// The last part of the path matches.
        case nameGlob(Glob)
        /// The path, seen from the ignore file's folder, begins with the bytes, and the glob matches the rest.
        case path(prefix: [UInt8], rest: Glob?)
    }

    /// - Parameter line: A line without its line end; nil for blank lines and comments.
    init?(line: ArraySlice<UInt8>) {
        guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
        var pattern = IgnorePattern.withoutTrailingSpaces(line.prefix { $0 != 0 })
        let slash = UInt8(ascii: "/")
        isNegated = pattern.first == UInt8(ascii: "!")
        if isNegated { pattern = pattern.dropFirst() }
        matchesFoldersOnly = pattern.last == slash
        if matchesFoldersOnly { pattern = pattern.dropLast() }
        guard !pattern.isEmpty else { return nil }
        if pattern.contains(slash) {
            if pattern.first == slash { pattern = pattern.dropFirst() }
            let prefix = pattern.prefix { !IgnorePattern.isSpecial($0) }
            let rest = pattern.dropFirst(prefix.count)
            rule = .path(prefix: Array(prefix), rest: rest.isEmpty ? nil : Glob(rest, spansFolders: true))
        } else if !pattern.contains(where: IgnorePattern.isSpecial) {
            rule = .name(Array(pattern))
        } else if pattern.first == UInt8(ascii: "*"), !pattern.dropFirst().contains(where: IgnorePattern.isSpecial) {
            rule = .nameSuffix(Array(pattern.dropFirst()))
        } else {
            rule = .nameGlob(Glob(pattern, spansFolders: false))
        }
    }

    /// Whether the line speaks of a path, seen from the ignore file's folder; `name` is the path's last part.
    func matches(path: Span<UInt8>, name: Span<UInt8>, isFolder: Bool) -> Bool {
        guard isFolder || !matchesFoldersOnly else { return false }
        switch rule {
        case .name(let expected):
            return name.count == expected.count && name.hasPrefix(expected)
        case .nameSuffix(let suffix):
            return name.count >= suffix.count && name.extracting(last: suffix.count).hasPrefix(suffix)
        case .nameGlob(let glob):
            return glob.matches(name)
        case .path(let prefix, let rest):
            guard path.count >= prefix.count, path.hasPrefix(prefix) else { return false }
            guard let rest else { return path.count == prefix.count }
            return rest.matches(path.extracting(droppingFirst: prefix.count))
        }
    }

    /// Whether it can match nothing, for it is written wrongly.
    var isMalformed: Bool {
        switch rule {
        case .name, .nameSuffix: false
        case .nameGlob(let glob): glob.isMalformed
        case .path(_, let rest): rest?.isMalformed ?? false
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
        default: false
        }
    }

    /// Drops spaces at the end, except one that a backslash keeps and those before it.
    private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var index = line.startIndex
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: " "):
                index += 1
            case UInt8(ascii: "\\"):
                index = min(index + 2, line.endIndex)
                end = index
            default:
                index += 1
                end = index
            }
        }
        return line[..<end]
    }
}

extension Span<UInt8> {
    /// Whether the span begins with the bytes; it must be at least as long as they are.
    fileprivate func hasPrefix(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices where self[index] != bytes[index] { return false }
        return true
    }
}
