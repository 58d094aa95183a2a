import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// Agents from the command line, with the built worker.
@Suite struct JobsCommandTests {
    private let folder: TemporaryFolder
    private let storage: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        storage = try TemporaryFolder()
    }

    private var database: String { storage.path + "/jobs.db" }

    private func codeforge(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(
            arguments + ["--database", database], in: folder, environment: WorkerProcesses.quickWorker)
    }

    private func jobs() throws -> [JSONValue] {
        let list = try JSONValue(parsing: codeforge("jobs", "list", "--json").output)
        return list["items"]?.array ?? []
    }

    @Test func `files that the folder did not take are kept, and come in once it can`() throws {
        // A folder stands where a file is to be.
        try folder.write("mine", to: "README.md/mine.txt")
        let run = try codeforge("pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification")
        #expect(run.exitCode == 1)
        let job = try #require(try jobs().first)
        let id = try #require(job["job_id"]?.string)
        #expect(job["status"] == "completed")
        #expect(run.errors.contains("codeforge jobs apply \(id.prefix(8))"), "\(run.errors)")
        try FileManager.default.removeItem(atPath: folder.path + "/README.md")
        try folder.write("", to: "elsewhere/notes.txt")
        let foreign = try codeforge("jobs", "apply", id, "--folder", folder.path + "/elsewhere")
        #expect(foreign.exitCode == 2 && foreign.errors.contains("belongs to another folder"), "\(foreign.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere/README.md"))
        let applied = try codeforge("jobs", "apply", id)
        #expect(applied.exitCode == 0, "\(applied.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/README.md"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/src/app/page.tsx"))
        #expect(try codeforge("jobs", "apply", id).output == "Files written: 0\n")
    }

    @Test func `an idea becomes files, documents and rows`() throws {
        let run = try codeforge(
            "pipeline", "--idea", "A CRM for dog walkers", "--answer", "Just scheduling for MVP", "--json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let events = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0))["event"]?.string }
        #expect(events.contains("waiting"))
        #expect(events.last == "complete")
        let checked = try TypeScript.check(folder)
        #expect(checked.exitCode == 0, "\(checked.output)")
        let files = try codeforge("project", "files").output.split(separator: "\n").map(String.init)
        #expect(files.count { $0.contains("typescript") } >= 12)
        let project = try JSONValue(parsing: codeforge("project").output)
        #expect(project["status"] == "completed")
        for field in ["requirements_spec", "architecture_spec", "tech_stack"] { #expect(project[field] != .null) }
        let documents = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.codeforge")
        for name in ["requirements", "architecture", "roadmap", "questions", "review", "jobs"] {
            #expect(documents.contains(name + ".md"))
        }
        #expect(try jobs().map { $0["status"] } == ["completed"])
    }

    @Test func `a job that its killed command and worker left goes on when jobs are listed`() throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.codeforge)
        process.arguments = [
            "pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification", "--json", "--folder", folder.path,
            "--database", database,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(WorkerProcesses.quickWorker) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        kill(process.processIdentifier, SIGKILL)
        WorkerProcesses.kill(database)
        process.waitUntilExit()
        try until { try jobs().first?["status"] == "completed" }
        #expect(try jobs().count == 1)
    }

    @Test(arguments: [
        (["pipeline", "--idea", ""], "The idea is missing. Say in a sentence what you want to build."),
        (["run", "code", "--file", "../../etc/passwd", "--description", "x"], "has a '..' part"),
        (["run", "code", "--file", "/etc/passwd", "--description", "x"], "is absolute"),
        (["run", "pedagogy", "--level", "wizard"], "The skill level must be 'beginner', 'intermediate' or 'advanced'"),
        (["run", "research", "--context", "{\"user_idea\": 5}"], "The idea must be text"),
        (["run", "reserch"], "The value 'reserch' is invalid"),
        (["run", "code"], "Say what the code agent is to write"),
        (["run", "code", "--description", " "], "Say what the code agent is to write"),
        (["jobs", "show", "nope"], "'nope' is no job. Name one by its first characters"),
        (["jobs", "respond", "3af"], "There is no job that begins with '3af'"),
        (["project", "files", "--project", "3af"], "There is no project that begins with '3af'"),
        (["jobs", "cancel", "3af787c7-8748-4331-b3f1-e240eb3e6238"], "There is no job 3af787c7"),
        (["run", "qa", "--project", "3af787c7-8748-4331-b3f1-e240eb3e6238"], "There is no project 3af787c7"),
    ])
    func `what cannot be done is said, with code 2`(arguments: [String], message: String) throws {
        let run = try CommandRun.codeforge(arguments + ["--database", database], in: folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    /// Looks again and again, each time with a program of its own.
    private func until(_ condition: () throws -> Bool) throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try !condition() {
            guard ContinuousClock.now < deadline else { throw Waited() }
        }
    }
}

private struct Waited: Error {}
