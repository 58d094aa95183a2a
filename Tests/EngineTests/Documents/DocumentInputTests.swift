import Models
import Testing

@testable import Engine

@Suite struct DocumentInputTests {
    /// The text with the first `old` replaced.
    private func replaced(_ text: String, _ old: String, _ new: String) throws -> String {
        let range = try #require(text.firstRange(of: old))
        return text.replacingCharacters(in: range, with: new)
    }

    @Test func `a document as rendered asks for nothing`() {
        #expect(DocumentSamples.questions().read(DocumentSamples.questions().render()).inputs == [])
        #expect(DocumentSamples.roadmap(done: 1).read(DocumentSamples.roadmap(done: 1).render()).inputs == [])
        let choices = DocumentSamples.choices(selected: "b")
        #expect(choices.read(choices.render()).inputs == [])
    }

    @Test func `answers count once every question has one`() throws {
        let document = DocumentSamples.questions()
        var text = try replaced(document.render(), "- [ ] Scheduling", "- [x] Scheduling")
        var read = document.read(text)
        #expect(read.inputs == [])
        #expect(read.problems.map(\.code) == ["unanswered-question"])
        #expect(read.problems.first.map { MarkdownLines(text).lines[$0.line] } == "### For whom?")

        let last = try #require(text.ranges(of: "Answer:\n").last)
        text.replaceSubrange(last, with: "Answer: Me and\nmy friends\n")
        read = document.read(text)
        #expect(read.problems == [])
        #expect(
            read.inputs == [
                .respond(
                    job: "j1",
                    answers: [
                        DocumentInput.Answer(question: "q1", text: "Scheduling"),
                        DocumentInput.Answer(question: "q2", text: "Me and\nmy friends"),
                    ])
            ])
    }

    @Test(arguments: [DocumentKind.questions, .roadmap, .choices, .requirements])
    func `two versions of which nobody has chosen one ask for nothing`(kind: DocumentKind) throws {
        var documents = ProjectDocuments(project: DocumentSamples.project)
        documents.questions = DocumentSamples.questions()
        documents.roadmap = DocumentSamples.roadmap(done: 1)
        documents.choices = DocumentSamples.choices(selected: "b")
        documents.requirements = RequirementsDocument(requirements: DocumentSamples.requirements)
        let base = try #require(documents.render()[kind])
        let edited = base.replacing("- [ ]", with: "- [x]").replacing("Walkbook", with: "Dogbook")
            .replacing("Answer:", with: "Answer: one")
        #expect(!documents.inputs(kind, edited, base: base).isEmpty)
        for ending in ["\n", "\r\n"] {
            let text = ["<<<<<<< HEAD", edited, "=======", base, ">>>>>>> theirs", ""].joined(separator: ending)
            #expect(documents.inputs(kind, text, base: base) == [])
            let read = documents.read(kind, text)
            #expect(read.inputs == [] && read.drafts == [:])
            #expect(read.problems.map(\.code) == ["unresolved-conflict"])
        }
    }

    @Test func `a written answer goes with a ticked option`() throws {
        let document = DocumentSamples.questions()
        let text = try replaced(document.render(), "- [ ] Payments\n\nAnswer:", "- [x] Payments\n\nAnswer: by card")
        #expect(document.read(text).problems.map(\.code) == ["unanswered-question"])
    }

    @Test func `an edit of a closed question is refused where it stands`() throws {
        let waiting = DocumentSamples.questions()
        let closed = DocumentSamples.questions(answers: [
            ClarificationResponse(questionID: "q1", answer: "Scheduling"),
            ClarificationResponse(questionID: "q2", answer: "Me"),
        ])
        let text = try replaced(waiting.render(), "- [ ] Payments", "- [x] Payments")
        let read = closed.read(text)
        #expect(read.inputs == [])
        #expect(read.problems.map(\.code) == ["answered-question"])
        #expect(read.problems.first.map { MarkdownLines(text).lines[$0.line] } == "- [x] Payments")
    }

    @Test func `an answer that is too long is refused`() throws {
        let document = DocumentSamples.questions()
        let text = try replaced(
            document.render(), "\nAnswer:\n", "\nAnswer: " + String(repeating: "x", count: 4_001) + "\n")
        #expect(document.read(text).problems.map(\.code) == ["long-answer", "unanswered-question"])
    }

    @Test(arguments: [("2", "Payments"), ("1 and 2", "Scheduling; Payments"), ("both, 2", "both, 2")])
    func `a number after “Answer:” means the option of that number`(written: String, meant: String) throws {
        let text = try replaced(DocumentSamples.questions().render(), "\nAnswer:\n", "\nAnswer: \(written)\n")
        let read = DocumentSamples.questions().read(text)
        #expect(read.drafts["j1"] == [DocumentInput.Answer(question: "q1", text: meant)])
        let closed = DocumentSamples.questions(answers: [
            ClarificationResponse(questionID: "q1", answer: meant),
            ClarificationResponse(questionID: "q2", answer: "Me"),
        ])
        #expect(closed.read(text).problems == [])
    }

    @Test(arguments: ["7", "0", "1, 7"]) func `a number that no option has is marked, and answers nothing`(
        written: String
    ) throws {
        let text = try replaced(DocumentSamples.questions().render(), "\nAnswer:\n", "\nAnswer: \(written)\n")
        let read = DocumentSamples.questions().read(text)
        #expect(read.problems.map(\.code) == ["unclear-answer", "unanswered-question"])
        #expect(read.drafts["j1"] == [])
    }

    @Test func `an answer to a question that nobody asked is named`() throws {
        let text = DocumentSamples.questions().render().replacing("question: q2", with: "question: q9")
            .replacing("Answer:", with: "Answer: dogs")
        let codes = Set(DocumentSamples.questions().read(text).problems.map(\.code))
        #expect(codes == ["missing-question", "unknown-question"])
    }

    @Test func `ticking a step marks it as done, and no other`() throws {
        let document = DocumentSamples.roadmap(done: 0)
        let text = try replaced(document.render(), "- [ ] Write", "- [x] Write")
        #expect(
            document.read(text)
                == ReadDocument(
                    items: document.read(document.render()).items, problems: [],
                    inputs: [.mark(step: 1, done: true)]))
    }

    @Test func `clearing a step opens it again, and no other`() throws {
        let document = DocumentSamples.roadmap(done: 4)
        for (step, box) in ["- [x] Read", "- [x] Write"].enumerated() {
            let text = try replaced(document.render(), box, box.replacing("[x]", with: "[ ]"))
            #expect(document.read(text).inputs == [.mark(step: step, done: false)])
            #expect(document.read(text).problems == [])
        }
    }

    @Test func `a step is refused while what comes before its module is open, and counts with it`() throws {
        let document = DocumentSamples.roadmap(done: 0)
        let early = try replaced(document.render(), "- [ ] Test", "- [x] Test")
        #expect(document.read(early).inputs == [])
        #expect(document.read(early).problems.map(\.code) == ["step-out-of-order"])
        let all = document.render().replacing("- [ ]", with: "- [x]")
        #expect(document.read(all).inputs == (0...3).map { .mark(step: $0, done: true) })
    }

    @Test func `boxes that a person adds are no steps`() throws {
        let document = DocumentSamples.roadmap(done: 1)
        let text = try replaced(document.render(), "- [ ] Write", "- [x] my own\n- [ ] Write")
        #expect(document.read(text).inputs == [])
    }

    @Test func `ticking an option picks it, even over an earlier pick`() throws {
        for before in [nil, "a"] {
            let document = DocumentSamples.choices(selected: before)
            let last = try #require(document.render().ranges(of: "- [ ]").last)
            let text = document.render().replacingCharacters(in: last, with: "- [x]")
            #expect(document.read(text).inputs == [.select(choice: "c1", option: "b")])
        }
    }

    @Test func `two ticked options are refused`() {
        let document = DocumentSamples.choices()
        let read = document.read(document.render().replacing("- [ ]", with: "- [x]"))
        #expect(read.inputs == [])
        #expect(read.problems.map(\.code) == ["several-options"])
    }

    @Test func `features, routes and issues are found where they stand`() throws {
        let requirements = RequirementsDocument(requirements: DocumentSamples.requirements)
        #expect(
            requirements.read(requirements.render()).items.map(\.kind) == [
                .requirement(name: "Walk schedule"), .requirement(name: "<Invoices> & [links]"),
            ])
        let architecture = ArchitectureDocument(spec: DocumentSamples.architecture)
        #expect(
            architecture.read(architecture.render()).items.map(\.kind) == [
                .route(path: "/"), .route(path: "/walks"), .route(path: "/walks/[id]"),
            ])
        let report = ReviewReport(
            result: QAResult(
                passed: false,
                issues: [
                    QAIssue(severity: .info, description: "small", suggestion: "s"),
                    QAIssue(severity: .critical, description: "big", suggestion: "s"),
                ], summary: "Two."))
        #expect(report.read(report.render()).items.map(\.kind) == [.issue(index: 1), .issue(index: 0)])
        // Their places are names that an editor makes links of.
        var placed = report
        placed.result.issues[1].description = "src/a.ts:3: `eval(x)` runs it"
        placed.places = [
            IssuePlace(path: try ProjectPath(validating: "src/b c.ts"), evidence: .file, certainty: 1),
            IssuePlace(path: try ProjectPath(validating: "src/a.ts"), line: 2, evidence: .rule, certainty: 1),
        ]
        let named = DocumentReference.all(in: placed.render())
        #expect(named.map(\.name) == ["src/a.ts", "eval(x)", "src/b c.ts"])
        #expect(named.map(\.fileLine) == [3, nil, nil])
        let jobs = JobsDocument(jobs: [
            JobsDocument.Line(id: "id-1", agent: "qa", status: "failed", createdAt: "now", note: "Why `not`")
        ])
        #expect(jobs.read(jobs.render()).items.map(\.kind) == [.job(id: "id-1")])
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }

    @Test func `a choice that was cleared stays, and that is said where it stood`() throws {
        let document = DocumentSamples.choices(selected: "b")
        let text = document.render().replacing("- [x]", with: "- [ ]")
        let read = document.read(text)
        #expect(read.inputs == [])
        #expect(read.problems.map(\.code) == ["cleared-choice"])
    }

    @Test func `what a rendering asks for by being old is not asked for by saving it`() throws {
        let (old, now) = (DocumentSamples.roadmap(done: 1), DocumentSamples.roadmap(done: 3))
        #expect(now.read(old.render()).inputs == [.mark(step: 1, done: false), .mark(step: 2, done: false)])
        var documents = ProjectDocuments(project: DocumentSamples.project)
        documents.roadmap = now
        #expect(documents.inputs(.roadmap, old.render(), base: old.render()) == [])
        let ticked = DocumentSamples.roadmap(done: 4).render()
        #expect(documents.inputs(.roadmap, ticked, base: old.render()) == [.mark(step: 3, done: true)])
    }

    @Test func `lines are counted as an editor counts them`() throws {
        let text = "A note\u{2028}with\u{0C}odd\u{85}breaks\r\n" + DocumentSamples.questions().render()
        let read = DocumentSamples.questions().read(text)
        #expect(read.problems.first?.line == 9)
        #expect(MarkdownLines("a\rb\r\nc\n").lines.count == 4)
    }
}
