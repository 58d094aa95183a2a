import Models
import Testing

@testable import Engine

@Suite struct DocumentRenderingTests {
    @Test func `requirements are written in full, with foreign text as text`() {
        #expect(
            RequirementsDocument(requirements: DocumentSamples.requirements).render() == """
                # Walkbook

                Dog walkers plan, do and bill their walks in one place.

                > Change the name, the pitch, who it is for, features, stack and constraints here, then save: agents go on with what stands here. Everything else you write is kept as a note.

                ## For whom

                - **Walker** wants: plan a day. Trouble today: paper

                ## Features

                ### Walk schedule

                Priority: must-have

                A calendar of walks.

                ### &lt;Invoices> & [links]

                Priority: should-have

                Bill \\*walks\\* # now.

                ## Stack

                - Next.js
                - TypeScript

                """)
    }

    @Test(arguments: [
        ("`os.system(cmd)` [command/python-shell]", "`os.system(cmd)` [command/python-shell]"),
        ("[a](b) and [c]: d", "\\[a\\](b) and \\[c\\]: d"), ("[x] done", "\\[x\\] done"),
        ("a * b *c*", "a * b \\*c\\*"), ("a < b <b>", "a < b &lt;b>"), ("C:\\dir", "C:\\dir"),
        ("one ` alone", "one \\` alone"), ("`a\\*b`", "`a\\*b`"), ("# no", "\\# no"), ("a | b", "a | b"),
        ("__init__ of _x", "\\_\\_init_\\_ of \\_x"),
    ])
    func `only what would begin markup is escaped, and code stays as it is`(text: String, written: String) {
        #expect(MarkdownWriter.inline(text) == written)
        #expect(MarkdownLines.unescaped(written[...]) == text)
    }

    @Test func `whatever a text is, it is read as it was written`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let parts = (0..<9).compactMap { _ in "``\\*[](_ a<|#&:-".randomElement(using: &random) }
            let text = String(parts).split(separator: " ").joined(separator: " ")
            #expect(MarkdownLines.unescaped(MarkdownWriter.inline(text)[...]) == text)
        }
    }

    @Test func `a document says what made it, from what, and when`() {
        let day = Timestamp(milliseconds: 1_795_000_000_000)
        let origin = DocumentOrigin(
            maker: "offline", source: "from the pattern CRM", pattern: "crm", similarity: 0.625, madeAt: day)
        #expect(origin.sentence == "Made offline, from the pattern CRM (similarity 0.63), on \(day.text.prefix(10)).")
        #expect(DocumentOrigin(json: origin.json) == origin)
        let remark = "> \(origin.sentence)\n"
        #expect(
            RequirementsDocument(requirements: DocumentSamples.requirements, origin: origin).render().contains(remark))
        #expect(ArchitectureDocument(spec: DocumentSamples.architecture, origin: origin).render().contains(remark))
        let review = QAResult(passed: true, issues: [], summary: "Nothing.")
        #expect(ReviewReport(result: review, origin: origin).render().contains(remark))
        #expect(
            DocumentOrigin(maker: "gpt of example", madeAt: day).sentence
                == "Made by gpt of example on \(day.text.prefix(10)).")
    }

    @Test func `a review says that something critical stands only where it does`() {
        let critical = QAIssue(severity: .critical, description: "a.py:1: x", suggestion: "y")
        func text(_ issues: [QAIssue]) -> String {
            ReviewReport(result: QAResult(passed: false, issues: issues, summary: "No file was there.")).render()
        }
        #expect(text([critical]).contains("\nNot passed: something critical stands.\n"))
        #expect(text([]).contains("\nNot passed.\n"))
    }

    @Test func `the architecture is drawn as a site map and a component tree`() {
        let text = ArchitectureDocument(spec: DocumentSamples.architecture).render()
        #expect(
            text.contains(
                """
                ```mermaid
                flowchart TD
                    page0["/"]
                    page1["/walks"]
                    page2["/walks/[id]"]
                    page0 --> page1
                    page1 --> page2
                ```
                """))
        #expect(
            text.contains(
                """
                    page0["/"]
                    component0("Home")
                    page0 --> component0
                    component1("Hero")
                    component0 --> component1
                """))
        #expect(text.contains("- `Home` with `title` holds `Hero`"))
    }

    @Test func `a name can neither leave its quotes in a diagram nor its comment`() {
        #expect(MarkdownWriter.mermaidLabel("a\"] --> b[\"c\n<i>#") == "\"a#quot;] --#gt; b[#quot;c #lt;i#gt;#35;\"")
        var writer = MarkdownWriter()
        writer.anchor("question", "q --> <b>\nx")
        #expect(writer.text == "<!-- question: q --_ _b__x -->\n")
    }

    @Test func `the roadmap shows hours, steps and what is done`() {
        #expect(
            DocumentSamples.roadmap(done: 1).render() == """
                # Roadmap: Walkbook

                Learn it.

                Level: beginner · 3.5 hours · 4 steps

                Tick a step when it is done, then save. Everything else you write here is kept.

                ## 1. Basics

                Start.

                2 hours

                - [x] Read
                - [ ] Write

                ## 2. More

                Go on.

                1.5 hours · after Basics

                - [ ] Read
                - [ ] Test

                """)
    }

    @Test func `headings of the roadmap have their state beside them, also where somebody wrote between them`() {
        func states(_ done: Int, _ change: (String) -> String = { $0 }) -> [String] {
            let document = DocumentSamples.roadmap(done: done)
            let text = change(document.render())
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return document.states(in: text).map { "\(lines[$0.line]): \($0.sentence)" }
        }
        #expect(
            states(1) == [
                "# Roadmap: Walkbook: 1 of 4 steps done · roughly 2.5 hours left", "## 1. Basics: 1 of 2 steps done",
                "## 2. More: Locked: first “Basics”",
            ])
        #expect(
            states(3) { "My notes\n\n" + $0.replacing("## 2.", with: "## Mine\n\n## 2.") }.suffix(2) == [
                "## 1. Basics: Done", "## 2. More: 1 of 2 steps done",
            ])
    }
}
