import Models

/// `.codeforge/changes.md`: what bringing in a job's files would change, to look at before it happens.
///
/// It is written when somebody asks for it, and what is typed into it is nobody's input.
package struct ChangesDocument: Sendable {
    package static let fileName = "changes.md"
    package static let path = ".codeforge/" + fileName
    /// Begins the line that names the job, where the lenses are.
    private static let jobMark = "Job "
    /// Longest difference of one file that is shown, in bytes; a new file is shown by its name and length.
    private static let maxDiffBytes = 100_000

    private let job: RowID
    private let changes: JobChanges

    package init(job: RowID, changes: JobChanges) {
        self.job = job
        self.changes = changes
    }

    package var text: String {
        var text = "# Changes\n\n\(Self.jobMark)\(job)\n\n"
        if changes.changes.isEmpty { text += "This job has nothing to bring in.\n" }
        let new = changes.new
        if !new.isEmpty {
            text += "## New files\n\n"
            for change in new { text += "- \(code(change.path)), \(lines(change.result)) lines\n" }
            text += "\n"
        }
        for change in changes.notNew {
            text += "## \(code(change.path))\n\nThis file \(change.why).\n\n\(fenced(diff(of: change)))\n"
        }
        if !changes.left.isEmpty {
            text += "## Left as they are\n\n"
            for file in changes.left { text += "- \(code(file.path)): \(file.reason ?? "")\n" }
        }
        for dispute in changes.disputes {
            text += "\n## Theirs beside yours: \(code(dispute.path))\n\n\(fenced(shortened(dispute.diff)))"
        }
        return text
    }

    private func diff(of change: JobChange) -> String { shortened(change.diff) }

    private func shortened(_ text: String) -> String {
        guard text.utf8.count > Self.maxDiffBytes else { return text }
        return String(decoding: text.utf8.prefix(Self.maxDiffBytes), as: UTF8.self) + "\n... the rest is left out\n"
    }

    private func lines(_ text: [UInt8]?) -> Int { text.map { TextPieces.lines($0).count } ?? 0 }

    private func code(_ path: ProjectPath) -> String { "`\(path.text.replacing("`", with: "'"))`" }

    /// A fence that no line of the text ends.
    private func fenced(_ text: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)diff\n\(text)\(fence)\n"
    }

    /// The line that names the job, and the job, in a document that somebody may have typed into.
    package static func line(in text: String) -> (number: Int, job: String)? {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(50).enumerated()
        where line.hasPrefix(jobMark) && RowID(String(line.dropFirst(jobMark.count))) != nil {
            return (number, String(line.dropFirst(jobMark.count)))
        }
        return nil
    }
}

extension JobChange {
    /// The change as `diff -u` writes it.
    package var diff: String {
        UnifiedDiff(from: current, to: result)
            .text(path: path.text, isNew: current == nil, isGone: result == nil)
    }
}
