/// The difference between two texts as `diff -u` writes it.
///
/// Format: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
package struct UnifiedDiff: Sendable {
    /// Lines that stay, before and after each change.
    private static let context = 3

    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]
    private let hunks: [DiffHunk]

    /// A file that is not there is nil.
    package init(from old: [UInt8]?, to new: [UInt8]?) {
        self.old = old.map(TextPieces.lines) ?? []
        self.new = new.map(TextPieces.lines) ?? []
        hunks = SequenceDiff.hunks(self.old, self.new)
    }

    /// With a header of the two names; `/dev/null` stands for no file.
    package func text(path: String, isNew: Bool = false, isGone: Bool = false) -> String {
        var text = "--- \(isNew ? "/dev/null" : "a/\(path)")\n+++ \(isGone ? "/dev/null" : "b/\(path)")\n"
        if let change = lineEndChange { text += "\\ Line ends were \(change.old), and are \(change.new)\n" }
        for group in groups { write(group, to: &text) }
        return text
    }

    /// How the lines of each side end; nil where they end alike, or not all in one way.
    private var lineEndChange: (old: String, new: String)? {
        guard let before = Self.lineEnd(of: old), let after = Self.lineEnd(of: new), before != after else { return nil }
        return (before, after)
    }

    private static func lineEnd(of lines: [ArraySlice<UInt8>]) -> String? {
        let ends = Set(lines.filter { $0.last == 0x0A }.map { $0.dropLast().last == 0x0D ? "CRLF" : "LF" })
        return ends.count == 1 ? ends.first : nil
    }

    /// Changes that share lines of context stand together.
    private var groups: [[DiffHunk]] {
        var groups: [[DiffHunk]] = []
        for hunk in hunks {
            if let last = groups.last?.last, hunk.old.lowerBound - last.old.upperBound <= 2 * Self.context {
                groups[groups.count - 1].append(hunk)
            } else {
                groups.append([hunk])
            }
        }
        return groups
    }

    private func write(_ group: [DiffHunk], to text: inout String) {
        guard let first = group.first, let last = group.last else { return }
        let start = max(0, first.old.lowerBound - Self.context)
        let end = min(old.count, last.old.upperBound + Self.context)
        let newStart = first.new.lowerBound - (first.old.lowerBound - start)
        let newEnd = last.new.upperBound + (end - last.old.upperBound)
        text += "@@ -\(Self.range(start..<end)) +\(Self.range(newStart..<newEnd)) @@\n"
        var position = start
        for hunk in group {
            for line in old[position..<hunk.old.lowerBound] { Self.write(" ", line, to: &text) }
            for line in old[hunk.old] { Self.write("-", line, to: &text) }
            for line in new[hunk.new] { Self.write("+", line, to: &text) }
            position = hunk.old.upperBound
        }
        for line in old[position..<end] { Self.write(" ", line, to: &text) }
    }

    private static func range(_ lines: Range<Int>) -> String {
        let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
        return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
    }

    private static func write(_ mark: String, _ line: ArraySlice<UInt8>, to text: inout String) {
        text += mark + String(decoding: line, as: UTF8.self)
        if line.last != 0x0A { text += "\n\\ No newline at end of file\n" }
    }
}
