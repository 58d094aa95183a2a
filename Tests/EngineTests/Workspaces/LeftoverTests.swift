import Foundation
import Models
import Testing

@testable import Engine

/// What a program that was killed left under names of the product's own.
@Suite struct LeftoverTests {
    /// The number of a process that has ended.
    private let dead: Int32

    init() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        dead = process.processIdentifier
    }

    @Test(arguments: [".codeforge", ".codeforge/.base", "src"])
    func `what is of no use goes, and what a person had gets its name back`(place: String) async throws {
        let files = try TemporaryFolder()
        try files.write("\(place)/.codeforge-new-\(dead)-abc", "half")
        try files.write("\(place)/.codeforge-kept-\(dead)-abc-notes.md", "a person's\n")
        try files.write("\(place)/.codeforge-kept-\(dead)-abd-same.md", "same\n")
        try files.write("\(place)/same.md", "same\n")
        let fixture = try await MirrorFixture(files: files)
        #expect(files.read("\(place)/notes.md") == "a person's\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: files.path(place))
        #expect(names.filter { $0.hasPrefix(".codeforge-") } == [])
        #expect(fixture.notices == [])
    }

    @Test(arguments: [".codeforge", "src"])
    func `what cannot have its name back stays and is told of by name`(place: String) async throws {
        let files = try TemporaryFolder()
        let kept = ["\(place)/.codeforge-kept-\(dead)-abc-notes.md", "\(place)/.codeforge-kept-\(dead)-abd"]
        for name in kept { try files.write(name, "a person's\n") }
        try files.write("\(place)/notes.md", "newer\n")
        let fixture = try await MirrorFixture(files: files)
        await fixture.lookAgain()
        #expect(fixture.notices.count == 1)
        for name in kept {
            #expect(files.read(name) == "a person's\n")
            #expect(fixture.notices.first?.contains(name) == true, "\(fixture.notices)")
        }
        #expect(files.read("\(place)/notes.md") == "newer\n")
    }

    @Test func `what a living program writes is its own`() async throws {
        let files = try TemporaryFolder()
        let name = ".codeforge/.codeforge-new-\(getpid())-abc"
        try files.write(name, "half")
        let fixture = try await MirrorFixture(files: files)
        #expect(files.read(name) == "half" && fixture.notices == [])
    }

    @Test func `a number that another process has by now is told by when that began`() throws {
        let now = Int(Date.now.timeIntervalSince1970)
        let own = try #require(TemporaryName.start(of: getpid()))
        let first = try #require(TemporaryName.start(of: 1))
        #expect(own <= now + 1 && own > now - 86_400 && first <= own + 1)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/cat")
        process.standardInput = Pipe()
        try process.run()
        defer { process.terminate() }
        let young = try #require(TemporaryName.start(of: process.processIdentifier))
        #expect(abs(young - now) <= 3)
        #expect(TemporaryName.start(of: dead) == nil)
    }

    @Test func `a job that is settled clears the folders of its files, ignored ones too`() async throws {
        let sample = try await FolderSample()
        try sample.files.write(".gitignore", "dist/\n")
        try sample.files.write("dist/a.txt", "mine\n")
        let job = try await sample.job(["dist/a.txt": "theirs\n"])
        let changes = try await sample.plan(job, isAsked: true)
        let files = changes.changes.map { $0.file.agreed(by: "a test", $0, in: sample.folder) }
        try await sample.application.move(files, to: .writing)
        try sample.files.move("dist/a.txt", to: "dist/.codeforge-kept-\(dead)-abc-a.txt")
        _ = try await sample.application.settleInterruptedJobs(of: sample.project, in: sample.folder)
        #expect(sample.files.read("dist/a.txt") == "mine\n")
    }
}
