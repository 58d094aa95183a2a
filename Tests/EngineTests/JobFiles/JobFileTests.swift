import Foundation
import Models
import Storage
import Testing

@testable import Engine

/// A job's files on their way into a folder and out again.
@Suite struct JobFileTests {
    @Test(arguments: ["../a", "/a", "a/../../b", ".git/hooks/x", "C:/x", "a\0b", "", ".codeforge/jobs.md"])
    func `a generated path that leads out of the project is refused`(path: String) async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        await #expect(throws: JobWork.Failure.self) { try await sample.write("x", to: path, with: work) }
        #expect(try await sample.application.jobFiles(of: work.job.id).isEmpty)
    }

    @Test func `what a job writes is a proposal: the project's files and the folder stay`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("mine.txt", "mine\n")
        let job = try await sample.job(["mine.txt": "theirs\n", "new.txt": "new\n"])
        #expect(sample.files.read("mine.txt") == "mine\n" && sample.files.read("new.txt") == nil)
        #expect(try await sample.application.file("mine.txt", ofProject: sample.project.text).content == "mine\n")
        #expect(try await sample.application.jobsToOffer(in: sample.project) == [job])
    }

    @Test func `a project without a folder has a job's files at once`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await sample.write("one\n", to: "a.ts", with: work)
        try await sample.write("two\n", to: "a.ts", with: work)
        #expect(try await work.files() == ["a.ts": "two\n"])
        try await work.complete([:])
        #expect(try await sample.content(of: "a.ts") == "two\n")
    }

    @Test func `of many files that are written side by side each comes in whole, or stays out with its reason`()
        async throws
    {
        let sample = try await FolderSample()
        let files = Dictionary(uniqueKeysWithValues: (0..<200).map { ("d\($0 % 7)/f\($0).txt", "text \($0)\n") })
        let job = try await sample.job(files)
        try await sample.apply(
            job,
            meanwhile: {
                try sample.files.write("d3/f3.txt", "mine\n")
                // Where a folder is to be somebody has a file.
                try sample.files.write("d5", "mine\n")
            })
        let refused = files.keys.filter { $0.hasPrefix("d5/") || $0 == "d3/f3.txt" }
        for (path, text) in files where !refused.contains(path) { #expect(sample.files.read(path) == text) }
        #expect(sample.files.read("d3/f3.txt") == "mine\n" && sample.files.read("d5") == "mine\n")
        let rows = try await sample.application.jobFiles(of: job)
        #expect(Set(rows.filter { $0.state == .applied }.map(\.path.text)) == Set(files.keys).subtracting(refused))
        #expect(rows.filter { $0.state == .offered && $0.reason != nil }.map(\.path.text).sorted() == refused.sorted())
    }

    @Test func `what git took back comes again where somebody asks, and by nobody else`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("a.txt", "mine\n")
        let job = try await sample.job(["a.txt": "theirs\n", "b.txt": "theirs\n", "c.txt": "theirs\n"])
        try await sample.apply(job)
        try sample.files.write("a.txt", "mine\n")
        try sample.files.remove("b.txt")
        try sample.files.write("c.txt", "theirs\nand mine\n")
        #expect(try await sample.offer(job).isEmpty)
        let changes = try await sample.plan(job, isAsked: true)
        #expect(changes.changes.map { "\($0.path) \($0.kind)" } == ["a.txt replace", "b.txt restore"])
        #expect(changes.free.isEmpty && changes.left.isEmpty)
        try await sample.apply(job)
        #expect(sample.files.read("a.txt") == "theirs\n" && sample.files.read("b.txt") == "theirs\n")
        #expect(sample.files.read("c.txt") == "theirs\nand mine\n")
        #expect(try await sample.plan(job, isAsked: true).isEmpty)
        _ = try await sample.undo(job)
        #expect(sample.files.read("a.txt") == "mine\n" && sample.files.read("b.txt") == nil)
    }

    @Test func `what was deleted since an agent looked does not come back by itself`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("a.txt", "mine\n")
        let job = try await sample.job(["a.txt": "theirs\n"])
        try sample.files.remove("a.txt")
        try await sample.offer(job)
        #expect(sample.files.read("a.txt") == nil)
        #expect(try await sample.plan(job, isAsked: true).asking.map(\.kind) == [.restore])
    }

    @Test func `new files come in once; a file that exists waits until somebody asks for it`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("README.md", "my own\n")
        let job = try await sample.job(["README.md": "theirs\n", "src/a.ts": "a\n"])
        try await sample.offer(job)
        #expect(sample.files.read("README.md") == "my own\n" && sample.files.read("src/a.ts") == "a\n")
        #expect(try await sample.application.jobsToOffer(in: sample.project).isEmpty)
        let outcome = try await sample.application.outcome(of: job)
        #expect(outcome.written.map(\.text) == ["src/a.ts"] && outcome.waiting.map(\.path.text) == ["README.md"])

        try await sample.apply(job)
        #expect(sample.files.read("README.md") == "theirs\n")
        #expect(try await sample.undo(job).left.isEmpty)
        #expect(sample.files.read("README.md") == "my own\n" && sample.files.read("src/a.ts") == nil)
        #expect(!FileManager.default.fileExists(atPath: sample.files.path("src")), "a folder that the job made")
    }

    @Test func `a text that a person brought back after the undoing is theirs, also where the job is asked for again`()
        async throws
    {
        let sample = try await FolderSample()
        try sample.files.write("a.txt", "mine\n")
        let job = try await sample.job(["a.txt": "theirs\n"])
        try await sample.apply(job)
        _ = try await sample.undo(job)
        #expect(sample.files.read("a.txt") == "mine\n")
        // As `git checkout` does with a commit that was made in between.
        try sample.files.write("a.txt", "theirs\n")
        try await sample.apply(job)
        #expect(try await sample.undo(job).steps.isEmpty)
        #expect(sample.files.read("a.txt") == "theirs\n")
    }

    @Test func `what was taken back does not come again, by the same job or the next`() async throws {
        let sample = try await FolderSample()
        let first = try await sample.job(["a.ts": "a\n", "b.ts": "b\n"])
        try await sample.offer(first)
        _ = try await sample.undo(first)
        try await sample.offer(first)
        #expect(sample.files.read("a.ts") == nil)
        let second = try await sample.job(["a.ts": "a\n", "b.ts": "other\n"])
        try await sample.offer(second)
        #expect(sample.files.read("a.ts") == nil && sample.files.read("b.ts") == nil)
        let outcome = try await sample.application.outcome(of: second)
        #expect(outcome.left.map(\.path.text) == ["a.ts"] && outcome.waiting.map(\.path.text) == ["b.ts"])
    }

    @Test func `undoing leaves what somebody changed since, and says so`() async throws {
        let sample = try await FolderSample()
        let job = try await sample.job(["a.ts": "a\n", "b.ts": "b\n", "c.ts": "c\n"])
        try await sample.offer(job)
        try sample.files.write("a.ts", "a\nmine\n")
        try FileManager.default.removeItem(atPath: sample.files.path("b.ts"))
        let undo = try await sample.undo(job)
        #expect(undo.left.map(\.path.text) == ["a.ts"] && undo.left.first?.reason == "was changed since")
        #expect(sample.files.read("a.ts") == "a\nmine\n" && sample.files.read("c.ts") == nil)
    }

    @Test func `what is as before already is not taken back, and is the job's once it is there again`() async throws {
        let sample = try await FolderSample()
        let first = try await sample.job(["a.txt": "one\n", "b.txt": "two\n"], isPipeline: true)
        try await sample.apply(first)
        // As git puts files aside, and brings them back.
        try sample.files.move("a.txt", to: ".git/a.txt")
        var undo = try await sample.undo(first)
        #expect(undo.settled.map(\.path.text) == ["a.txt"] && undo.steps.map(\.file.path.text) == ["b.txt"])
        try sample.files.move(".git/a.txt", to: "a.txt")
        undo = try await sample.undo(first)
        #expect(undo.steps.map(\.file.path.text) == ["a.txt"] && sample.files.read("a.txt") == nil)
        #expect(try await sample.planUndo(first).settled.isEmpty)
    }

    @Test func `jobs that are taken back in the order in which they ran leave nothing`() async throws {
        let sample = try await FolderSample()
        let first = try await sample.job(["a.txt": "one\n", "b.txt": "one\n"], isPipeline: true)
        try await sample.apply(first)
        let second = try await sample.job(["b.txt": "two\n", "c.txt": "two\n"], isPipeline: true)
        try await sample.apply(second)
        #expect(sample.files.read("a.txt") == nil, "the second did not want it")
        #expect(try await sample.undo(first).left.map(\.path.text) == ["b.txt"])
        _ = try await sample.undo(second)
        #expect(sample.files.read("a.txt") == "one\n" && sample.files.read("b.txt") == "one\n")
        _ = try await sample.undo(first)
        for name in ["a.txt", "b.txt", "c.txt"] { #expect(sample.files.read(name) == nil, "\(name)") }
    }

    @Test func `a second pipeline says what of the first is not wanted, and removes it only when agreed`() async throws
    {
        let sample = try await FolderSample()
        let first = try await sample.job(
            ["a.ts": "a\n", "old.ts": "old\n", "touched.ts": "t\n"], isPipeline: true)
        try await sample.offer(first)
        try sample.files.write("touched.ts", "t\nmine\n")
        try sample.files.write("own.ts", "own\n")
        chmod(sample.files.path("old.ts"), 0o640)
        let second = try await sample.job(["a.ts": "a2\n", "b.ts": "b\n"], isPipeline: true)
        try await sample.offer(second)
        #expect(sample.files.read("old.ts") == "old\n")
        let waiting = try await sample.application.outcome(of: second).waiting.map(\.path.text)
        #expect(waiting == ["a.ts", "old.ts"])
        try await sample.apply(second)
        #expect(sample.files.read("old.ts") == nil && sample.files.read("a.ts") == "a2\n")
        #expect(sample.files.read("touched.ts") == "t\nmine\n" && sample.files.read("own.ts") == "own\n")
        _ = try await sample.undo(second)
        #expect(sample.files.read("old.ts") == "old\n" && sample.files.read("a.ts") == "a\n")
        var status = stat()
        #expect(stat(sample.files.path("old.ts"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    }

    @Test func `an agreement that a dying program took up is never carried out again by itself`() async throws {
        let sample = try await FolderSample()
        let job = try await sample.job(["a.ts": "a\n", "b.ts": "b\n"])
        let changes = try await sample.plan(job, isAsked: false)
        try await sample.application.note(changes)
        let agreed = changes.free.map { $0.file.agreed(by: "a test", $0, in: sample.folder) }
        _ = try await sample.application.move(agreed, to: .writing)
        // It died after the first file.
        try sample.files.write("a.ts", "a\n")
        try await sample.offer(job)
        #expect(sample.files.read("b.ts") == nil)
        try await sample.application.settleInterrupted(of: job, in: sample.folder)
        let outcome = try await sample.application.outcome(of: job)
        #expect(outcome.written.map(\.text) == ["a.ts"] && outcome.waiting.map(\.path.text) == ["b.ts"])
        try await sample.apply(job)
        #expect(sample.files.read("b.ts") == "b\n")
    }

    @Test func `a file that changes between the look and the write stays as it is`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("a.ts", "one\n")
        let job = try await sample.job(["a.ts": "theirs\n", "new.ts": "new\n"])
        let changes = try await sample.plan(job, isAsked: true)
        try sample.files.write("a.ts", "two\n")
        try sample.files.write("new.ts", "mine\n")
        let written = try await sample.application.write(
            changes.changes, into: sample.folder, agreedBy: "a test")
        #expect(written.applied.isEmpty && written.refused.count == 2)
        #expect(sample.files.read("a.ts") == "two\n" && sample.files.read("new.ts") == "mine\n")
    }

    @Test func `a pattern's score moves with what a person makes of a job's files, each outcome of a job once`()
        async throws
    {
        let sample = try await FolderSample()
        let (application, store) = (sample.application, sample.application.store)
        let pattern = NewPattern(projectType: "walks", embedding: nil, successScore: 0.5)
        try await store.savePatterns([pattern], as: .service)
        let origin = DocumentOrigin(maker: "offline", pattern: "walks", similarity: 0.7)
        try await store.setProjectValue(
            JSONText(origin.json), for: DocumentOrigin.key(.requirements), in: sample.project,
            as: application.caller)
        func score() async throws -> Int {
            Int((1_000 * (try await store.pattern(pattern.id, as: .service).successScore ?? 0)).rounded())
        }
        func refuse(_ files: [JobFile]) async throws { try await application.move(files, to: .refused) }
        let first = try await sample.job(["a.ts": "a\n", "b.ts": "b\n"])
        #expect(try await score() == 500, "nobody has decided")
        try await sample.offer(first)
        #expect(try await score() == 550)
        try FileManager.default.removeItem(atPath: sample.files.path("a.ts"))
        try await sample.apply(first)
        #expect(try await score() == 550, "kept once")
        _ = try await sample.undo(first)
        #expect(try await score() == 495)

        try sample.files.write("own.ts", "own\n")
        let second = try await sample.job(["own.ts": "theirs\n"])
        try await sample.offer(second)
        #expect(try await score() == 495, "it waits")
        try await refuse(application.jobFiles(of: second))
        #expect(try await score() == 446)

        // Whoever takes one file and leaves another keeps the work.
        let third = try await sample.job(["own.ts": "again\n", "new.ts": "new\n"])
        try await sample.offer(third)
        try await refuse(application.jobFiles(of: third).filter { $0.path.text == "own.ts" })
        #expect(try await score() == 501)
    }

    @Test func `only one of two programs may bring in a job's files`() async throws {
        let sample = try await JobSample()
        let job = RowID.random()
        let claim = try #require(sample.application.claimEdits(of: job))
        #expect(sample.application.claimEdits(of: job) == nil)
        claim.end()
        #expect(sample.application.claimEdits(of: job) != nil)
    }
}
