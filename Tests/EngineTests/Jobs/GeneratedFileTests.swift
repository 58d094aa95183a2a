import Foundation
import JSON
import Models
import Storage

import Testing

@testable import Engine

@Suite struct GeneratedFileTests {
    private func save(_ text: String, in sample: JobSample, version: Int?) async throws {
        let path = try ProjectPath(validating: "src/a.ts")
        _ = try await sample.application.store.saveFile(
            FileSave(
                path: path, content: text, language: "typescript", base: version.map { .version($0) } ?? .absent),
            in: sample.project, as: sample.application.caller)
    }

    @Test(arguments: ["../a", "/a", "a/../../b", ".git/hooks/x", "C:/x", "a\0b", "", ".codeforge/jobs.md"])
    func `a generated path that leads out of the project is refused`(path: String) async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        await #expect(throws: JobWork.Failure.self) { try await sample.write("x", to: path, with: work) }
        #expect(try await sample.application.files(ofProject: sample.project.text, limit: 10, offset: 0).total == 0)
    }

    @Test func `what a person saves while the agent writes is merged in`() async throws {
        let sample = try await JobSample()
        try await save("one\ntwo\nthree\n", in: sample, version: nil)
        let work = try await sample.claimed()
        try await sample.write("one\ntwo\nTHREE\n", to: "src/a.ts", with: work)
        try await save("mine\none\ntwo\nTHREE\n", in: sample, version: 2)
        try await sample.write("one\ntwo\nTHREE\nfour\n", to: "src/a.ts", with: work)
        #expect(try await sample.content(of: "src/a.ts") == "mine\none\ntwo\nTHREE\nfour\n")
    }

    @Test func `writing a file a second time after a crash changes nothing`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await sample.write("code\n", to: "src/a.ts", with: work)
        try await sample.write("code\n", to: "src/a.ts", with: work)
        #expect(try await sample.application.file("src/a.ts", ofProject: sample.project.text).version == 1)
    }

    @Test func `files stay out of a folder until they are let in, once`() async throws {
        let sample = try await JobSample()
        let folder = try ProjectFolder(path: sample.folder.path + "/")
        let root = try TemporaryFolder()
        let workspace = try ProjectFolder(path: root.path)
        try await sample.application.store.linkWorkspace(
            folder: workspace.path, to: sample.project, as: sample.application.caller)
        let work = try await sample.claimed()
        try await sample.write("code\n", to: "src/a.ts", with: work)
        try await work.complete([:])
        try await sample.application.syncOnce(workspace)
        #expect(!FileManager.default.fileExists(atPath: root.path + "/src/a.ts"))
        #expect(try await sample.application.finishedJobsWithFiles(in: sample.project) == [work.job.id])

        try root.write("src/a.ts", "typed before\n")
        let written = try await sample.application.writeFiles(
            of: work.job.id, project: sample.project, into: workspace)
        #expect(written.map(\.text) == ["src/a.ts"])
        let text = try String(contentsOfFile: root.path + "/src/a.ts", encoding: .utf8)
        #expect(text.contains("typed before\n") && text.contains("code\n"))
        #expect(try await sample.content(of: "src/a.ts") == text)
        #expect(try await sample.application.writeFiles(of: work.job.id, project: sample.project, into: folder) == [])
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
