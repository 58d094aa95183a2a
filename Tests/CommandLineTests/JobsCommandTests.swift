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
        #expect(run.output.contains("codeforge jobs apply \(id.prefix(8))"), "\(run.output)")
        try FileManager.default.removeItem(atPath: folder.path + "/README.md")
        try folder.write("", to: "elsewhere/notes.txt")
        let foreign = try codeforge("jobs", "apply", id, "--folder", folder.path + "/elsewhere")
        #expect(foreign.exitCode == 2, "\(foreign.errors)")
        #expect(foreign.errors.contains("belongs to another folder, \(folder.path). Go there"), "\(foreign.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere/README.md"))
        let applied = try codeforge("jobs", "apply", id)
        #expect(applied.exitCode == 0, "\(applied.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/README.md"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/src/app/page.tsx"))
        #expect(try codeforge("jobs", "apply", id, "--json").output.contains("\"waiting\": []"))
    }

    @Test func `a folder that takes no documents is named, nothing is claimed of them, and they come later`() throws {
        // A file stands where the folder is to be.
        try folder.write("", to: ".codeforge")
        let mode = try codeforge("project", "mode", "student")
        #expect(mode.exitCode == 0 && mode.output.hasPrefix("This project is in student mode"), "\(mode.errors)")
        #expect(mode.errors.contains("warning: the documents of this project were not written."), "\(mode.errors)")
        #expect(mode.errors.contains("/.codeforge cannot be written: ") && !mode.errors.contains(".base"))
        _ = try codeforge("project", "mode", "builder")
        let run = try codeforge("run", "research", "--idea", "A CRM for dog walkers", "--skip-clarification")
        #expect(run.exitCode == 1, "\(run.output)")
        #expect(!run.output.contains("Read .codeforge/requirements.md"), "\(run.output)")
        #expect(run.errors.contains("What came of the job: codeforge jobs show "), "\(run.errors)")
        try FileManager.default.removeItem(atPath: folder.path + "/.codeforge")
        let later = try codeforge("jobs")
        #expect(later.errors.contains("which could not be written before, are in "), "\(later.errors)")
        #expect(read(".codeforge/requirements.md")?.contains("## Features") == true)
        #expect(try codeforge("jobs").errors.isEmpty)
    }

    @Test func `what a pipeline made whose program was killed is listed with the command that brings it in`() throws {
        let run = try codeforge(
            "pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification", "--no-write")
        #expect(run.exitCode == 0, "\(run.errors)")
        let listed = try codeforge("jobs").output
        let id = String(listed.prefix { $0 != " " })
        #expect(
            listed.contains(" files not brought in: codeforge jobs diff \(id) shows what would change, "), "\(listed)")
        #expect(listed.contains("codeforge jobs apply \(id) brings them in\n"), "\(listed)")
        _ = try codeforge("jobs", "apply", id)
        #expect(try !codeforge("jobs").output.contains("not brought in"))
        let ended = try codeforge("jobs", "cancel", id)
        #expect(ended.exitCode == 2 && ended.errors.contains("has ended already (completed)"), "\(ended.errors)")
        let worker = try CommandRun(BuiltProgram.folder + "/codeforge-worker", ["--help"], in: folder.path)
        #expect(worker.exitCode == 0 && worker.output.hasPrefix("usage: codeforge-worker"))
        #expect(try CommandRun(BuiltProgram.folder + "/codeforge-worker", ["--version"], in: folder.path).exitCode == 0)
    }

    @Test func `a project's mode is set and shown on the command line`() throws {
        let student = try codeforge("project", "mode", "student")
        #expect(student.output == "This project is in student mode: hints and no solutions.\n", "\(student.errors)")
        #expect(read(".codeforge/student.md")?.contains("Student mode is on.") == true)
        let refused = try codeforge("run", "code", "--file", "a.ts", "--description", "Format dates")
        #expect(refused.exitCode != 0, "\(refused.output)")
        let builder = try codeforge("project", "mode", "builder", "--json")
        #expect(try JSONValue(parsing: builder.output)["mode"] == "builder", "\(builder.output)")
        #expect(read(".codeforge/student.md")?.contains("Student mode is off") == true)
        let shown = try codeforge("project", "mode").output
        #expect(shown == "This project is in builder mode: fixes and generated code.\n")
    }

    @Test(arguments: [
        (
            ["run", "A CRM for dogs"],
            "There is no agent 'A CRM for dogs'; there are research, wireframe, code, qa, pedagogy, roadmap. "
                + "From an idea to files: codeforge pipeline --idea 'A CRM for dogs'"
        ),
        (
            ["run", "research", "Ada's", "CRM"],
            "Words need --idea before them: codeforge run research --idea 'Ada'\\''s CRM'"
        ),
        (["code", "a page"], "Words need --description before them: codeforge run code --description 'a page'"),
        (["qa"], "There is no command 'qa'. Did you mean 'codeforge run qa'?"),
        (["pipeline", "A CRM"], "Words need --idea before them: codeforge pipeline --idea 'A CRM'"),
    ])
    func `words without their option are answered with the command that was meant`(
        arguments: [String], refusal: String
    ) throws {
        let run = try CommandRun.codeforge(arguments, in: folder)
        #expect(run.exitCode == 2 && run.errors == "Error: \(refusal)\n", "\(run.errors)")
    }

    @Test func `a folder that takes no documents is told of, and hides nothing of what came of a job`() throws {
        try folder.write("import os\nos.system(input())\n", to: "app.py")
        // Stands where the documents are to be.
        try folder.write("mine\n", to: ".codeforge")
        let run = try codeforge("run", "qa")
        // What came of it is told, and that its document is not there.
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(run.output.contains("Review: not passed."), "\(run.output)")
        #expect(run.errors.contains("warning: the documents of this project were not written."), "\(run.errors)")
        #expect(run.errors.contains("codeforge jobs show "))
        #expect(read(".codeforge") == "mine\n")
    }

    @Test func `a job whose writing was cut off is told of in the list until somebody decides`() throws {
        try folder.write("# Mine\n", to: "README.md")
        #expect(try codeforge("pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification").exitCode == 0)
        let id = try #require(try jobs().first?["job_id"]?.string)
        let script = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute(
                "update job_files set state = 'writing', written = content, before = ?, folder = ?, agreed_by = 'a test', "
                "agreed_at = (select completed_at from agent_jobs where id = job_id) where path = 'README.md'",
                ("# Mine\\n", sys.argv[2]))
            database.commit()
            """
        let killed = try CommandRun("/usr/bin/env", ["python3", "-c", script, database, folder.path], in: storage.path)
        #expect(killed.exitCode == 0, "\(killed.errors)")
        for _ in 0..<2 {
            let listed = try codeforge("jobs")
            #expect(
                listed.errors.hasPrefix(
                    "note: a program ended while it brought in the files of job \(id.prefix(8)). Not there: README.md."),
                "\(listed.errors)")
            #expect(listed.errors.contains("codeforge jobs apply \(id.prefix(8))"))
        }
        #expect(read("README.md") == "# Mine\n")
        #expect(try codeforge("jobs", "apply", id, "--yes").exitCode == 0)
        #expect(read("README.md") != "# Mine\n")
        #expect(try codeforge("jobs").errors == "")
    }

    @Test func `who agrees beforehand does not agree to replace what no agent has seen`() throws {
        try folder.write("dates.ts\n", to: ".gitignore")
        try folder.write("// mine\n", to: "dates.ts")
        let run = try codeforge("run", "code", "--file", "dates.ts", "--description", "Format dates", "--yes")
        #expect(run.exitCode == 1 && read("dates.ts") == "// mine\n", "\(run.output)")
        #expect(run.output.contains("Not brought in: dates.ts (no agent has seen what is there)."), "\(run.output)")
        let id = try #require(try jobs().first?["job_id"]?.string)
        #expect(try codeforge("jobs", "apply", id, "--yes").exitCode == 0)
        #expect(read("dates.ts") != "// mine\n")
        #expect(try codeforge("jobs", "undo", id).exitCode == 0)
        #expect(read("dates.ts") == "// mine\n")
    }

    private func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: folder.path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `what exists stays until somebody agrees, is shown before, and comes back when taken back`() throws {
        let own = [
            "README.md": "# My own\n", "package.json": "{\"name\": \"mine\"}\n", "src/lib/types.ts": "// mine\n",
        ]
        for (name, text) in own { try folder.write(text, to: name) }
        try folder.write("def f():\n    eval(input())\n", to: "suppliers.py")
        let run = try codeforge("pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification")
        #expect(run.exitCode == 0, "\(run.errors)")
        for (name, text) in own {
            #expect(read(name) == text)
            #expect(run.output.contains("\(name) (it exists)"), "\(run.output)")
        }
        #expect(run.output.contains("Brought in "))
        let id = try #require(try jobs().first?["job_id"]?.string)
        let diff = try codeforge("jobs", "diff", id).output
        #expect(diff.contains("--- a/README.md\n+++ b/README.md\n") && diff.contains("-# My own\n"), "\(diff)")

        let applied = try codeforge("jobs", "apply", id, "--yes")
        #expect(applied.exitCode == 0 && read("README.md") != own["README.md"], "\(applied.errors)")
        let checked = try TypeScript.check(folder)
        #expect(checked.exitCode == 0, "\(checked.output)")
        try folder.write((read("package.json") ?? "") + "\n", to: "package.json")
        let undone = try codeforge("jobs", "undo", id)
        #expect(undone.exitCode == 1 && undone.output.contains("package.json: was changed since"), "\(undone.output)")
        #expect(read("README.md") == own["README.md"] && read("src/app/page.tsx") == nil)
        #expect(read("suppliers.py") == "def f():\n    eval(input())\n")
    }

    @Test func `a second idea lists what is not wanted any more, and the project still type-checks`() throws {
        #expect(try codeforge("pipeline", "--idea", "A CRM for dog walkers", "--skip-clarification").exitCode == 0)
        try folder.write("export const mine = 1\n", to: "src/app/dogs/notes.ts")
        let second = try codeforge("pipeline", "--idea", "A shop for rare teas", "--skip-clarification", "--yes")
        #expect(second.exitCode == 0, "\(second.errors)")
        #expect(second.output.contains("Removed src/app/"), "\(second.output)")
        #expect(read("src/app/dogs/page.tsx") == nil && read("src/app/dogs/notes.ts") == "export const mine = 1\n")
        let checked = try TypeScript.check(folder)
        #expect(checked.exitCode == 0, "\(checked.output)")
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

    @Test func `what the code agent cannot write ends with code 1, and makes no file`() throws {
        let run = try codeforge("run", "code", "--file", "lib.rs", "--description", "A linked list")
        #expect(run.exitCode == 1 && (run.output + run.errors).contains("No code was written"), "\(run.errors)")
        #expect(read("lib.rs") == nil)
    }

    @Test(arguments: [
        (["pipeline", "--idea", ""], "The idea is missing. Say in a sentence what you want to build."),
        (["run", "code", "--file", "../../etc/passwd", "--description", "x"], "has a '..' part"),
        (["run", "code", "--file", "/etc/passwd", "--description", "x"], "is absolute"),
        (["run", "pedagogy"], "Say what it is about: --decision TEXT, or --question TEXT, or --file PATH."),
        (
            ["run", "pedagogy", "--decision", "tabs", "--level", "wizard"],
            "The skill level must be 'beginner', 'intermediate' or 'advanced'"
        ),
        (["run", "research", "--context", "{\"user_idea\": 5}"], "The idea must be text"),
        (["run", "reserch"], "code, qa, pedagogy, roadmap. Did you mean 'research'?"),
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
