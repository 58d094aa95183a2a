import Models

/// `jobs.md`: what agents did and do, newest first.
package struct JobsDocument: Sendable {
    package struct Line: Sendable {
        package var id: String
        package var agent: String
        package var status: String
        package var createdAt: String
        /// Why it failed, or what it does.
        package var note: String
        /// The tokens that its models took; nil where none was asked.
        package var usage: String?

        package init(id: String, agent: String, status: String, createdAt: String, note: String) {
            self.id = id
            self.agent = agent
            self.status = status
            self.createdAt = createdAt
            self.note = note
        }

        /// Whether the job has not ended.
        package var isOpen: Bool { ["queued", "running", "waiting for input"].contains(status) }

        /// Whether the job waits for an answer.
        package var isWaiting: Bool { status == "waiting for input" }

        /// Whether the job may have written files that no folder has yet.
        package var mayHoldFiles: Bool {
            let name = agent.prefix { $0 != ":" }
            return status == "completed" && (name == "code" || name == "pipeline")
        }
    }

    package var jobs: [Line]
    /// What models took today; nil where none was asked.
    package var today: String?

    /// The line of a job.
    package subscript(job: String) -> Line? { jobs.first { $0.id == job } }

    package init(jobs: [Line]) { self.jobs = jobs }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Jobs")
        if jobs.isEmpty { writer.paragraph("No job yet.") }
        if let today { writer.paragraph("Models today (UTC): \(today).") }
        for job in jobs {
            let note = job.note.isEmpty ? "" : ": \(MarkdownWriter.inline(job.note))"
            let usage = job.usage.map { " · \($0)" } ?? ""
            writer.bullet(
                "**\(MarkdownWriter.inline(job.agent))** \(job.status)\(note)\(usage) · \(job.createdAt) · "
                    + MarkdownWriter.code(job.id))
        }
        return writer.text
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let known = Set(jobs.map(\.id))
        var read = ReadDocument()
        for index in lines.lines.indices {
            let parts = lines.lines[index].split(separator: "`", omittingEmptySubsequences: false)
            guard parts.count >= 3, lines.trimmed(index).hasSuffix("`"), known.contains(String(parts[parts.count - 2]))
            else { continue }
            read.items.append(DocumentItem(.job(id: String(parts[parts.count - 2])), line: index))
        }
        return read
    }
}
