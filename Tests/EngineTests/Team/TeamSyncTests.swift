import Foundation
import JSON
import Models
import Storage
import TestSupport
import Testing

@testable import Engine

/// Two people, two machines, one project on a team's server.
@Suite struct TeamSyncTests {
    private func pair() async throws -> (TeamServerSample, LaptopSample, LaptopSample) {
        let server = try await TeamServerSample()
        return (
            server, try await LaptopSample(server, as: server.owner), try await LaptopSample(server, as: server.friend)
        )
    }

    @Test func `a file comes to the other, is changed there, and its deletion comes back`() async throws {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("src/a.py", "one\n")
        #expect(try await ada.look().sent == 1)
        #expect(try await bob.look().broughtIn == 1)
        #expect(bob.text("src/a.py") == "one\n")

        try bob.folder.write("src/a.py", "one\ntwo\n")
        #expect(try await bob.look().sent == 1)
        #expect(try await ada.look().broughtIn == 1)
        #expect(ada.text("src/a.py") == "one\ntwo\n")

        try ada.remove("src/a.py")
        #expect(try await ada.look().removed == 1)
        _ = try await bob.look()
        #expect(bob.text("src/a.py") == nil)
        #expect(try await server.texts().isEmpty)
        // What came can be taken back: the text that was there is in the record.
        #expect(try await bob.recordedTexts().contains("one\ntwo\n"))
        let quiet = try await [ada.look(), bob.look()]
        #expect(quiet.allSatisfy { !$0.didSomething && $0.waiting.isEmpty })
    }

    @Test func `a file that others change keeps the mode that it has here`() async throws {
        var (_, ada, bob) = try await pair()
        try ada.folder.write("run.sh", "echo one\n")
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(chmod(bob.folder.path + "/run.sh", 0o755) == 0)
        try ada.folder.write("run.sh", "echo two\n")
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(bob.text("run.sh") == "echo two\n")
        var attributes = stat()
        #expect(stat(bob.folder.path + "/run.sh", &attributes) == 0)
        #expect(attributes.st_mode & 0o7777 == 0o755)
    }

    @Test func `what would go to a server is counted in plain words`() {
        var preview = TeamPreview()
        (preview.files, preview.bytes, preview.jobs, preview.roadmaps, preview.dismissals) = (1, 1, 1, 1, 1)
        #expect(
            preview.sentences(to: "https://team.test", toAllow: "").first
                == "To https://team.test would go: 1 file (1 byte), 1 job, 1 roadmap, 0 of your conversations, "
                + "1 dismissed finding; and from then on what changes.")
    }

    @Test func `edits of different places meet as one text when the person agrees, and nobody finds markers`()
        async throws
    {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("x.txt", "a\nb\nc\nd\ne\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.folder.write("x.txt", "A\nb\nc\nd\ne\n")
        try bob.folder.write("x.txt", "a\nb\nc\nd\nE\n")
        _ = try await ada.look()
        let report = try await bob.look()
        #expect(report.waiting.map(\.path) == ["x.txt"])
        #expect(bob.text("x.txt") == "a\nb\nc\nd\nE\n", "nothing is merged into a person's text without their word")
        #expect(try await server.texts()["x.txt"] == "A\nb\nc\nd\ne\n")
        try await bob.takeAll(report)
        #expect(bob.text("x.txt") == "A\nb\nc\nd\nE\n")
        _ = try await bob.look()
        _ = try await ada.look()
        #expect(ada.text("x.txt") == "A\nb\nc\nd\nE\n")
    }

    @Test func `edits of the same place are shown, and neither is lost`() async throws {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("x.txt", "a\nb\nc\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.folder.write("x.txt", "a\nada's\nc\n")
        try bob.folder.write("x.txt", "a\nbob's\nc\n")
        _ = try await ada.look()
        let report = try await bob.look()
        #expect(report.waiting.map(\.path) == ["x.txt"])
        #expect(bob.text("x.txt") == "a\nbob's\nc\n")
        #expect(try await server.texts()["x.txt"] == "a\nada's\nc\n")
        #expect(try await bob.recordedTexts().contains("a\nada's\nc\n"))
        // Looking again offers nothing twice and sends nothing over the other's text.
        #expect(try await bob.look().jobs.isEmpty)
        #expect(try await server.texts()["x.txt"] == "a\nada's\nc\n")
    }

    @Test func `a place that both changed is never lost to a merge of the others`() async throws {
        var (server, ada, bob) = try await pair()
        let lines = (1...9).map { "\($0)\n" }
        func text(_ third: String, _ end: String = "") -> String {
            (lines.prefix(3) + [third] + lines.dropFirst(3) + [end]).joined()
        }
        try ada.folder.write("f.txt", lines.joined())
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.folder.write("f.txt", text("ada-1\n"))
        try bob.folder.write("f.txt", text("bob-1\n"))
        _ = try await ada.look()
        #expect(try await bob.look().waiting.count == 1)
        try ada.folder.write("f.txt", text("ada-1\n", "ada-2\n"))
        _ = try await ada.look()
        let report = try await bob.look()
        try await bob.takeAll(report)
        #expect(bob.text("f.txt") == text("bob-1\n", "ada-2\n"))
        // What was merged does not settle what was not.
        #expect(try await bob.look().waiting.map(\.path) == ["f.txt"])
        try bob.folder.write("f.txt", "0\n" + text("bob-1\n", "ada-2\n"))
        #expect(try await bob.look().waiting.map(\.path) == ["f.txt"])
        #expect(try await server.texts()["f.txt"] == text("ada-1\n", "ada-2\n"))
        _ = try await ada.look()
        #expect(ada.text("f.txt") == text("ada-1\n", "ada-2\n"))
        let job = try #require(report.waiting.first?.job)
        let disk = try ProjectFolder(path: bob.folder.path)
        let changes = try await bob.application.changes(of: job, isAsked: true) { path throws(WorkspaceError) in
            try disk.read(path)?.bytes
        }
        #expect(changes.disputes.map(\.diff).joined().contains("+ada-1"), "the others' text is shown")

        try bob.folder.write("f.txt", "0\n" + text("ada-1\nbob-1\n", "ada-2\n"))
        let settled = try await bob.look()
        #expect(settled.waiting.isEmpty && settled.sent == 1)
        _ = try await ada.look()
        #expect(ada.text("f.txt") == "0\n" + text("ada-1\nbob-1\n", "ada-2\n"))
    }

    @Test func `who was shown a conflict settles it by an edit of that place, and by no other`() async throws {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("Makefile", "A=1\nB=0\nC=1\nD=1\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.folder.write("Makefile", "A=1\nB=ada\nC=1\nD=ada\n")
        try bob.folder.write("Makefile", "A=1\nB=bob\nC=1\nD=1\n")
        _ = try await ada.look()
        #expect(try await bob.look().waiting.count == 1)
        try bob.folder.write("Makefile", "A=2\nB=bob\nC=1\nD=1\n")
        #expect(try await bob.look().waiting.count == 1)
        try bob.folder.write("Makefile", "A=2\nB=both\nC=1\nD=1\n")
        // What is no conflict is not decided by that: Ada's D comes in when Bob says so.
        let report = try await bob.look()
        #expect(report.waiting.count == 1)
        try await bob.takeAll(report)
        #expect(bob.text("Makefile") == "A=2\nB=both\nC=1\nD=ada\n")
        #expect(try await bob.look().waiting.isEmpty)
        #expect(try await server.texts()["Makefile"] == "A=2\nB=both\nC=1\nD=ada\n")

        // A file that both made anew, and one that others change once more after it was settled here.
        try ada.folder.write("new.txt", "ada\n1\n2\n")
        try bob.folder.write("new.txt", "bob\n1\n2\n")
        _ = try await ada.look()
        #expect(try await bob.look().waiting.map(\.path) == ["new.txt"])
        try ada.folder.write("new.txt", "ada\n1\n2\nmore\n")
        _ = try await ada.look()
        try bob.folder.write("new.txt", "ada and bob\n1\n2\n")
        let last = try await bob.look()
        try await bob.takeAll(last)
        _ = try await bob.look()
        _ = try await ada.look()
        #expect(bob.text("new.txt") == "ada and bob\n1\n2\nmore\n")
        #expect(ada.text("new.txt") == "ada and bob\n1\n2\nmore\n")
    }

    @Test func `a file that becomes a folder does so at the other's too`() async throws {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("run.sh", "echo\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.remove("run.sh")
        try ada.folder.write("run.sh/in.txt", "in\n")
        _ = try await ada.look()
        #expect(try await server.texts() == ["run.sh/in.txt": "in\n"])
        #expect(try await bob.look().waiting.isEmpty)
        #expect(bob.text("run.sh/in.txt") == "in\n")
        #expect(try await !bob.look().didSomething)
    }

    @Test func `a folder that is not there yet deletes nothing, and a file that others deleted and one changed stays`()
        async throws
    {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("x.txt", "a\n")
        try ada.folder.write("y.txt", "a\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.remove("x.txt")
        try bob.folder.write("x.txt", "b\n")
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(bob.text("x.txt") == "b\n")
        #expect(try await server.texts()["x.txt"] == "b\n")
        // The row goes because the file is left out now, not because it was deleted.
        try bob.folder.write(".gitignore", "y.txt\n")
        _ = try await bob.look()
        #expect(try await server.texts()["y.txt"] == "a\n")
    }

    @Test func `a file with a secret stays here and is named, unless it is allowed`() async throws {
        let server = try await TeamServerSample()
        var ada = try await LaptopSample(server, as: server.owner)
        let secret = "token = \"ghp_" + String(repeating: "aB3dE6gH9j", count: 4).prefix(36) + "\"\n"
        try ada.folder.write("config.py", secret)
        try ada.folder.write("main.py", "print(1)\n")
        let preview = try await {
            try await ada.mirror()
            return try await ada.application.teamPreview(of: ada.project, allowing: [])
        }()
        #expect(preview.files == 1 && preview.leftOutFiles == ["config.py"])
        #expect(try await ada.look().leftOut == ["config.py"])
        #expect(try await server.texts().keys.sorted() == ["main.py"])

        var allowed = try await LaptopSample(server, as: server.friend, allowing: ["config.py"])
        try allowed.folder.write("config.py", secret)
        _ = try await allowed.look()
        #expect(try await server.texts()["config.py"] == secret)
    }

    @Test func `dismissals, picks, roadmap steps and jobs come to the other; conversations do not`() async throws {
        var (server, ada, bob) = try await pair()
        let (a, b) = (ada.application, bob.application)
        try await a.dismiss("f1", of: "rule", in: ada.project, at: nil)
        let roadmap = try await a.createRoadmap(
            [RoadmapModule(title: "M", description: "", steps: ["1", "2", "3"], estimatedHours: 1, prerequisites: [])],
            in: ada.project)
        let choice = try await job(a, ada.project, "pedagogy", result: Self.choice)
        _ = try await a.select(option: "x", ofChoice: choice.text)
        let asked = try await job(b, bob.project, "research", result: nil)
        _ = try await a.createSession(NewSessionRequest(transcript: [], conceptsCovered: ["loops"]), in: ada.project)
        for _ in 0..<2 {
            _ = try await ada.look()
            _ = try await bob.look()
        }
        _ = try await ada.look()
        #expect(try await b.dismissedFindings(in: bob.project).map(\.identity) == ["f1"])
        #expect(try await b.choices(ofProject: bob.project.text).map(\.selected) == ["x"])
        #expect(try await b.roadmaps(of: bob.project).map(\.id) == [roadmap.id])
        let seen = try await b.job(choice.text)
        #expect(seen.status == .completed && seen.isWorkedElsewhere && seen.userID == server.owner)
        let kinds = try await b.store.events(of: choice, after: 0, as: b.caller).map(\.kind)
        #expect(kinds == (try await a.store.events(of: choice, after: 0, as: a.caller).map(\.kind)))
        #expect(try await a.job(asked.text).userID == server.friend)
        #expect(
            try await a.store.claimJob(worker: "w", lease: .seconds(9), as: .service) == nil, "nobody runs it twice")
        #expect(try await b.store.sessions(of: bob.project, as: b.caller).isEmpty)
        #expect(try await server.store.sessions(of: server.project, as: .user(server.owner)).count == 1)

        // Both tick a step while they do not see each other; both count.
        _ = try await a.markStep(0, done: true, of: ada.project)
        _ = try await b.markStep(2, done: true, of: bob.project)
        try await b.restore("f1", in: bob.project, at: nil)
        for _ in 0..<2 {
            _ = try await ada.look()
            _ = try await bob.look()
        }
        for (person, project) in [(a, ada.project), (b, bob.project)] {
            let row = try #require(try await person.roadmaps(of: project).first)
            #expect(RoadmapProgress(row).done == [0, 2])
            #expect(try await person.dismissedFindings(in: project).isEmpty)
        }
        // Nothing changes any more: one exchange, in which nothing is told.
        let before = ada.way.requests.value
        #expect(try await !ada.look().didSomething)
        #expect(ada.way.requests.value - before == 1)
        #expect(ada.way.answer.value.object?.keys.sorted() == ["cursor"])
    }

    @Test func `a job for the team's workers is run there once, and what it wrote is offered to who asked`()
        async throws
    {
        var (server, ada, bob) = try await pair()
        ada = try await LaptopSample(server, as: server.owner)
        var application = ada.application
        application.teamJobs = .team
        let answer = try await application.runAgent(
            RunAgentRequest(projectID: ada.project.text, agentType: .code, inputContext: ["description": "a walk"]))
        let job = try #require(RowID(answer.jobID))
        #expect(try await application.store.claimJob(worker: "w", lease: .seconds(9), as: .service) == nil)
        for _ in 0..<2 { _ = try await ada.look() }
        let claimed = try #require(try await server.store.claimJob(worker: "t", lease: .seconds(9), as: .service))
        #expect(claimed.id == job && claimed.userID == server.owner)
        #expect(claimed.createdAt == (try await application.job(job.text)).createdAt, "it waits since it was asked for")
        try await server.store.proposeFile(
            JobFile(jobID: job, projectID: server.project, path: try ProjectPath(validating: "w.py"), content: "w\n"),
            as: .user(server.owner))
        _ = try await server.store.completeJob(job, worker: "t", result: JSONText("{}"), as: .service)
        _ = try await ada.look()
        #expect(try await application.job(job.text).status == .completed)
        #expect(try await application.jobFiles(of: job).map(\.content) == ["w\n"])
        _ = try await bob.look()
        #expect(try await bob.application.jobFiles(of: job).isEmpty)
        #expect(try await server.store.claimJob(worker: "t", lease: .seconds(9), as: .service) == nil)
    }

    @Test func `saves that come one upon the other wait for nobody who changed nothing`() async throws {
        var (_, ada, bob) = try await pair()
        try ada.folder.write("x.txt", "0\n")
        _ = try await ada.look()
        _ = try await bob.look()
        for number in 1...4 {
            try ada.folder.write("x.txt", "\(number)\n")
            _ = try await ada.look()
            // The editor has written what came, and the next save comes before both sides agreed about that.
            _ = try await bob.lookWithoutMirror()
            if number.isMultiple(of: 2) { try await bob.mirror() }
        }
        let report = try await bob.look()
        #expect(report.waiting.isEmpty)
        #expect(bob.text("x.txt") == "4\n")
    }

    @Test func `a file that was deleted and made anew is another one for whoever saw neither`() async throws {
        var (server, ada, bob) = try await pair()
        try ada.folder.write("x.txt", "one\n")
        _ = try await ada.look()
        _ = try await bob.look()
        try ada.remove("x.txt")
        _ = try await ada.look()
        try ada.folder.write("x.txt", "two\n")
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(bob.text("x.txt") == "two\n")
        #expect(try await server.texts() == ["x.txt": "two\n"])
    }

    @Test func `what waits for a person is not fetched again by each look`() async throws {
        var (_, ada, bob) = try await pair()
        for number in 0..<30 { try ada.folder.write("f\(number).txt", "a\n") }
        _ = try await ada.look()
        _ = try await bob.look()
        for number in 0..<30 {
            try ada.folder.write("f\(number).txt", "ada\n")
            try bob.folder.write("f\(number).txt", "bob\n")
        }
        _ = try await ada.look()
        #expect(try await bob.look().waiting.count == 30)
        let before = bob.way.requests.value
        #expect(try await bob.look().waiting.count == 30)
        #expect(bob.way.requests.value == before + 1, "the listing alone")
    }

    @Test func `unlinking keeps all files, and linking again finds them alike`() async throws {
        var (_, ada, _) = try await pair()
        try ada.folder.write("x.txt", "a\n")
        _ = try await ada.look()
        let link = try #require(try await ada.application.unlink(ada.project))
        #expect(ada.text("x.txt") == "a\n")
        #expect(try await ada.application.teamLink(of: ada.project) == nil)
        try await ada.application.link(ada.project, link)
        try await ada.restart()
        let report = try await ada.look()
        #expect(!report.didSomething && report.waiting.isEmpty)
        #expect(try await ada.look().agreed == 1)
    }

    private static let choice: JSONValue = [
        "context": "c", "recommendation": "x",
        "options": [
            [
                "id": "x", "title": "X", "pros": ["p"], "cons": ["c"], "difficulty": "beginner",
                "educational_value": "much",
            ]
        ],
    ]

    /// A job that ran here; without a result it waits in the queue.
    private func job(
        _ application: Application, _ project: RowID, _ agent: String, result: JSONValue?
    ) async throws -> RowID {
        let user = try #require(application.caller.userID)
        let job = try await application.store.submitJob(
            NewJob(projectID: project, userID: user, agentType: agent, inputContext: JSONText("{}")), as: .service)
        if let result {
            _ = try await application.store.claimJob(worker: "w", lease: .seconds(60), as: .service)
            _ = try await application.store.completeJob(job.id, worker: "w", result: JSONText(result), as: .service)
        }
        return job.id
    }
}
