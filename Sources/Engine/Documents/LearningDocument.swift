import Models

/// `learning.md`: what a student did, week by week, out of the mentor's sessions, the roadmap and the choices.
package struct LearningDocument: Hashable, Sendable {
    package struct Week: Hashable, Sendable {
        /// Its Monday, as `2026-11-23`.
        var monday: String
        var days: Int
        var minutes: Int
        var questions: Int
        /// Names, in the order in which they came up.
        var concepts: [String]
        /// What the reviewer no longer found, as the mentor said it.
        var solved: [String]
    }

    /// Newest first.
    var weeks: [Week]
    /// What was asked about up to the last rung, by name.
    var unsure: [String]
    var stepsDone: Int
    var steps: Int
    /// "where the records live: PostgreSQL".
    var decisions: [String]

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "What you learned")
        writer.paragraph("Counted from your conversations with the mentor; nothing is measured beyond that.")
        if steps > 0 { writer.paragraph("Roadmap: \(stepsDone) of \(steps) steps done.") }
        for week in weeks { render(week, into: &writer) }
        list("Decided", decisions, into: &writer)
        list("Worth another look: you asked until the example", unsure, into: &writer)
        return writer.text
    }

    private func render(_ week: Week, into writer: inout MarkdownWriter) {
        writer.heading(2, "Week of \(week.monday)")
        let counts = [(week.days, "day"), (week.minutes, "minute"), (week.questions, "question")]
        writer.paragraph(counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " · "))
        if !week.concepts.isEmpty { writer.paragraph("Concepts: \(week.concepts.joined(separator: ", ")).") }
        for sentence in week.solved { writer.bullet(MarkdownWriter.inline(sentence)) }
    }

    private func list(_ title: String, _ lines: [String], into writer: inout MarkdownWriter) {
        guard !lines.isEmpty else { return }
        writer.heading(2, title)
        for line in lines { writer.bullet(MarkdownWriter.inline(line)) }
    }
}
