internal import Text

/// The names that a document gives at its outermost level, and who looked them up.
///
/// A line's matches depend on the lines that its record says they looked at, and on what the names of `users` stand
/// for, wherever that is: when that changes, the line is matched again.
struct FileNames: Sendable {
    var declarations: Declarations
    /// The names that the matches of each line looked up.
    var users: LineEntries<UInt32>
    /// The lines to match again because of what names stand for.
    var due = DirtyLines()
    /// What words stand for instead of themselves, and whether declarations were changed since that was read of them.
    var aliases = Aliases()
    var areAliasesStale = false

    init(lineCount: Int) {
        declarations = Declarations(lineCount: lineCount)
        users = LineEntries(lineCount: lineCount)
    }

    /// Whether no line has to be matched again because of what names stand for.
    var areSettled: Bool { due.isEmpty && !areAliasesStale }

    /// Follows an edit.
    mutating func follow(_ change: LineChange) {
        let removed = change.firstLine..<change.firstLine + change.removedLines
        // What the removed lines belonged to means something else now.
        let around = declarations.entries.last(upTo: change.firstLine)
        let (names, changesAliases) = declarations.replaceLines(removed, count: change.insertedLines)
        users.replaceLines(removed, count: change.insertedLines)
        if !due.isEmpty { due.add(change) }
        var changed = names
        if let around { changed.append(around.name) }
        for name in changed where declarations.mayUse(name) {
            var lines: [Int] = []
            users.forEach { line, used in if used == name { lines.append(line) } }
            for line in lines { due.insert(line..<line + 1) }
        }
        areAliasesStale = areAliasesStale || changesAliases
    }
}
