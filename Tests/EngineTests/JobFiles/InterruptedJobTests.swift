import Models
import Testing

@testable import Engine

/// What is said of files whose program died: while it wrote them, and while it asked about them.
@Suite struct InterruptedJobTests {
    private let sample: FolderSample
    private let job: RowID

    init() async throws {
        sample = try await FolderSample()
        try sample.files.write("a.txt", "mine\n")
        job = try await sample.job(["a.txt": "theirs\n", "b.txt": "theirs\n"])
    }

    /// Agrees to everything as a program does that dies before it writes.
    private func agreeAndDie() async throws {
        let changes = try await sample.plan(job, isAsked: true)
        try await sample.application.note(changes)
        let files = changes.changes.map { $0.file.agreed(by: "a test", $0, in: sample.folder) }
        try await sample.application.move(files, to: .writing)
    }

    @Test func `while a program writes it is said so, and once it is dead that it was cut off`() async throws {
        try await agreeAndDie()
        let writer = try #require(sample.application.claimEdits(of: job))
        let running = try await sample.application.outcome(of: job)
        #expect(running.writing.map(\.text) == ["a.txt", "b.txt"] && running.interrupted.isEmpty)
        #expect(running.waiting.isEmpty)
        #expect(try await sample.application.settleInterruptedJobs(of: sample.project, in: sample.folder).isEmpty)
        writer.end()
        let dead = try await sample.application.outcome(of: job)
        #expect(dead.interrupted.map(\.text) == ["a.txt", "b.txt"] && dead.writing.isEmpty)
        #expect(dead.sentences(next: "Do this.").contains { $0.hasPrefix("Cut off ") && $0.hasSuffix(" Do this.") })
    }

    @Test func `what was cut off is told once at a start, and listed until somebody decides`() async throws {
        try await agreeAndDie()
        // One of them was there before the end.
        try sample.files.write("b.txt", "theirs\n")
        let application = sample.application
        #expect(try await application.settleInterruptedJobs(of: sample.project, in: sample.folder) == [job])
        #expect(try await application.settleInterruptedJobs(of: sample.project, in: sample.folder).isEmpty)
        let untold = try await application.untoldFiles(of: sample.project)
        #expect(untold.map(\.path.text) == ["a.txt"])
        try await application.noteTold(of: untold)
        #expect(try await application.untoldFiles(of: sample.project).isEmpty)
        let listed = try await application.interruptedJobs(of: sample.project)
        #expect(listed.map(\.job) == [job] && listed.map { $0.files.map(\.text) } == [["a.txt"]])
        try await sample.apply(job)
        #expect(try await application.interruptedJobs(of: sample.project).isEmpty)
        #expect(sample.files.read("a.txt") == "theirs\n")
    }

    @Test func `what an editor still showed when the server died, and was saved later, is in and can be taken back`()
        async throws
    {
        try await agreeAndDie()
        let application = sample.application
        _ = try await application.settleInterruptedJobs(of: sample.project, in: sample.folder)
        try await application.noteTold(of: try await application.untoldFiles(of: sample.project))
        try sample.files.write("a.txt", "theirs\n")
        #expect(try await application.settleInterruptedJobs(of: sample.project, in: sample.folder).isEmpty)
        #expect(try await application.outcome(of: job).written.map(\.text) == ["a.txt"])
        #expect(try await application.interruptedJobs(of: sample.project).map { $0.files.map(\.text) } == [["b.txt"]])
        _ = try await sample.undo(job)
        #expect(sample.files.read("a.txt") == "mine\n")
    }

    @Test func `a question that nobody answered is told of once`() async throws {
        try await sample.offer(job)
        let untold = try await sample.application.untoldFiles(of: sample.project)
        #expect(untold.map(\.path.text) == ["a.txt"])
        try await sample.application.noteTold(of: untold)
        #expect(try await sample.application.untoldFiles(of: sample.project).isEmpty)
        let waiting = try await sample.application.outcome(of: job).waiting
        #expect(waiting.map(\.reason) == ["it exists; it waits for you"])
    }
}
