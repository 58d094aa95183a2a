/// Patterns of files and folders with the meaning that they have in a `.gitignore` of the same folder.
///
/// Spec: https://git-scm.com/docs/gitignore#_pattern_format
struct PathGlobs: Sendable, Hashable {
    private var patterns: [IgnorePattern] = []

    var isEmpty: Bool { patterns.isEmpty }

    /// Adds a pattern.
    ///
    /// - Returns: False where it is none: empty, a comment, or malformed.
    mutating func add(_ text: String) -> Bool {
        guard let pattern = IgnorePattern(line: Array(text.utf8)[...]), !pattern.isMalformed else { return false }
        patterns.append(pattern)
        return true
    }

    /// Whether a file, by its path in the folder, or a folder that it lies in, is meant.
    func match(_ path: String) -> Bool {
        guard !patterns.isEmpty else { return false }
        let bytes = Array(path.utf8)
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
            if matches(bytes[..<index], nameStart: start, isFolder: true) { return true }
            start = index + 1
        }
        return matches(bytes[...], nameStart: start, isFolder: false)
    }

    /// What the last pattern says that matches.
    private func matches(_ path: ArraySlice<UInt8>, nameStart: Int, isFolder: Bool) -> Bool {
        let (path, name) = (Array(path), Array(path[nameStart...]))
        return patterns.last { $0.matches(path: path.span, name: name.span, isFolder: isFolder) }
            .map { !$0.isNegated } ?? false
    }
}
