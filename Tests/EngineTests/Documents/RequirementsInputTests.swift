import Models
import Testing

@testable import Engine

@Suite struct RequirementsInputTests {
    private let document = RequirementsDocument(requirements: DocumentSamples.requirements)

    /// What the requirements are once the first `old` of the document is replaced and saved.
    private func edited(_ changes: (String, String)...) throws -> RequirementsDoc? {
        document.edited(try text(changes), base: document.render())
    }

    private func text(_ changes: [(String, String)]) throws -> String {
        var text = document.render()
        for (old, new) in changes { text.replaceSubrange(try #require(text.firstRange(of: old)), with: new) }
        return text
    }

    private func problems(_ changes: (String, String)...) throws -> [String] {
        let text = try text(changes)
        let lines = MarkdownLines(text).lines
        return document.read(text).problems.map { "\($0.code): \(lines[$0.line])" }
    }

    @Test func `a document as rendered asks for nothing, whatever its texts are`() throws {
        var hard = DocumentSamples.requirements
        hard.appName = "# <b>*Odd*</b> [name]\u{2028}x"
        hard.elevatorPitch = "> Priority: none, but\nmany lines - and `code`."
        hard.targetAudience = [UserPersona(role: "A ** wants: b", goal: "x. Trouble today: y", painPoint: "- z.")]
        hard.coreFeatures[0].description = "Priority: high\n\n## Stack\n- no"
        hard.recommendedStack = ["- a", "", "a"]
        for constraints in [nil, "- one\n- two\nthree", "", "## Stack"] as [String?] {
            hard.technicalConstraints = constraints
            for requirements in [hard, DocumentSamples.requirements] {
                let document = RequirementsDocument(requirements: requirements)
                #expect(document.edited(document.render(), base: document.render()) == nil)
                #expect(document.read(document.render()).problems == [])
            }
        }
    }

    @Test func `name, pitch, priority, description, stack and audience are what was saved`() throws {
        let edited = try edited(
            ("# Walkbook", "# Leash & Co"), ("plan, do and bill", "plan,\ndo and share"),
            ("Priority: must-have", "Priority: Nice to have"), ("A calendar of walks.", "A calendar of *all* walks."),
            ("- Next.js", "- Flask\n- SQLite"),
            ("**Walker** wants: plan a day.", "**Owner** wants: know where the dog is."))
        var expected = DocumentSamples.requirements
        expected.appName = "Leash & Co"
        expected.elevatorPitch = "Dog walkers plan, do and share their walks in one place."
        expected.coreFeatures[0].priority = .niceToHave
        expected.coreFeatures[0].description = "A calendar of *all* walks."
        expected.recommendedStack = ["Flask", "SQLite", "TypeScript"]
        expected.targetAudience = [UserPersona(role: "Owner", goal: "know where the dog is", painPoint: "paper")]
        #expect(edited == expected)
    }

    @Test func `features come, go and change places; what is not edited stays byte for byte`() throws {
        let added = try edited(
            ("### Walk schedule", "### Weather\n\nRain or not.\n\n### Walk schedule"))
        #expect(
            added?.coreFeatures.first == Feature(name: "Weather", description: "Rain or not.", priority: .shouldHave))
        // Its description has a line break, which the document does not show.
        #expect(added?.coreFeatures.dropFirst() == DocumentSamples.requirements.coreFeatures[...])
        let removed = try edited(("### Walk schedule\n\nPriority: must-have\n\nA calendar of walks.\n", ""))
        #expect(removed?.coreFeatures == [DocumentSamples.requirements.coreFeatures[1]])
        let renamed = try edited(("### Walk schedule", "### Walks by day"))
        #expect(renamed?.coreFeatures.map(\.name) == ["Walks by day", "<Invoices> & [links]"])
    }

    @Test func `constraints come and go`() throws {
        let constrained = try #require(
            try edited(("- TypeScript\n", "- TypeScript\n\n## Constraints\n\n- No ads\n- EU only\n")))
        #expect(constrained.technicalConstraints == "- No ads\n- EU only")
        let document = RequirementsDocument(requirements: constrained)
        let without = document.render().replacing("\n## Constraints\n\n- No ads\n- EU only\n", with: "")
        #expect(document.edited(without, base: document.render()) == DocumentSamples.requirements)
    }

    @Test func `notes are notes`() throws {
        #expect(
            try edited(
                ("# Walkbook", "My note\n\n# Walkbook"), ("## For whom", "> A quotation\n\n## For whom\n\nWho else?"),
                (
                    "A calendar of walks.",
                    "A calendar of walks.\n\nA second paragraph.\n\n- a list\n\n#### More\n\nMore."
                ),
                ("## Stack", "## My questions\n\n- [ ] How?\n\n```\n## Stack\n- no\n```\n\n## Stack\n\nWhy these?"))
                == nil)
    }

    @Test func `what cannot count is told where it stands, and nothing of the document counts then`() throws {
        #expect(try problems(("must-have", "urgent")) == ["unknown-priority: Priority: urgent"])
        #expect(try edited(("must-have", "urgent"), ("# Walkbook", "# Leash")) == nil)
        #expect(
            try problems(("A calendar of walks.\n", "")) == ["invalid-requirements: ### Walk schedule"])
        #expect(try problems(("- **Walker**", "- Vets\n- **Walker**")) == ["unclear-persona: - Vets"])
        #expect(
            try problems(("plan, do and bill their walks in one place", "walk")) == [
                "invalid-requirements: Dog walkers walk."
            ])
        let long = "# " + String(repeating: "x", count: 101)
        #expect(try problems(("# Walkbook", long)) == ["invalid-requirements: \(long)"])
        #expect(try problems(("# Walkbook", "Walkbook")).first?.hasPrefix("missing-name: ") == true)
    }

    @Test func `a heading that is gone empties nothing`() throws {
        #expect(
            try problems(("## Stack\n\n- Next.js\n- TypeScript\n", "")).map { $0.prefix(15) } == ["missing-section"])
        #expect(try edited(("## Stack\n\n- Next.js\n- TypeScript\n", "")) == nil)
        #expect(try edited(("- Next.js\n- TypeScript\n", ""))?.recommendedStack == [])
    }

    @Test func `an edit of an older rendering changes only what it changed`() throws {
        var now = DocumentSamples.requirements
        now.elevatorPitch = "Dog walkers have their whole day in one place."
        now.coreFeatures[0].priority = .shouldHave
        let text = try text([("- TypeScript", "- Swift")])
        let edited = try #require(RequirementsDocument(requirements: now).edited(text, base: document.render()))
        now.recommendedStack = ["Next.js", "Swift"]
        #expect(edited == now)
    }

    @Test func `two ideas are not joined, and an edit of one changes nothing of the other`() throws {
        var documents = ProjectDocuments(project: DocumentSamples.project)
        documents.requirements = document
        documents.requirements?.idea = "b"
        var old = document
        old.requirements.appName = "Radlager"
        let rendering = try #require(documents.requirements?.render())
        for (idea, isOther) in [("a", true), ("b", false), (nil, false)] as [(String?, Bool)] {
            old.idea = idea
            let base = old.render()
            let text = base.replacing("# Radlager", with: "# Mine")
            let merged = documents.merged(
                .requirements, Array(rendering.utf8), base: Array(base.utf8), into: Array(text.utf8))
            #expect((String(decoding: merged, as: UTF8.self) == rendering) == isOther)
            #expect(documents.inputs(.requirements, text, base: base).isEmpty == isOther)
        }
    }

    @Test func `a text that says the same in its own form is left as it is`() throws {
        var documents = ProjectDocuments(project: DocumentSamples.project)
        let text = try text([
            ("Priority: must-have", "Priority: Must have"), ("plan, do and bill", "plan,\ndo and bill"),
            ("&lt;Invoices> & [links]", "<Invoices> & [links]"), ("- Next.js", "* Next.js"),
        ])
        documents.requirements = document
        let rendering = Array(document.render().utf8)
        let merged = documents.merged(.requirements, rendering, base: Array("# Old\n".utf8), into: Array(text.utf8))
        #expect(String(decoding: merged, as: UTF8.self) == text)
    }
}
