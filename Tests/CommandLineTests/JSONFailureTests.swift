import Foundation
import JSON
import TestSupport
import Testing

/// With `--json` a program reads why something was not done, and people read plain sentences.
@Suite struct JSONFailureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func codeforge(_ arguments: [String]) throws -> CommandRun {
        try CommandRun.codeforge(arguments, in: folder, environment: WorkerProcesses.quickWorker)
    }

    /// Every command without commands of its own that takes `--json`, as words.
    private func commands() throws -> [[String]] {
        let help = try JSONValue(parsing: try codeforge(["--experimental-dump-help"]).output)
        func leaves(_ command: JSONValue?, _ path: [String]) -> [[String]] {
            let inner = (command?["subcommands"]?.array ?? []).filter { $0["commandName"] != "help" }
            let own = inner.flatMap { leaves($0, path + [$0["commandName"]?.string ?? ""]) }
            let takesJSON = (command?["arguments"]?.array ?? []).contains { argument in
                (argument["names"]?.array ?? []).contains { $0["name"] == "json" }
            }
            return own + (inner.isEmpty && takesJSON ? [path] : [])
        }
        return leaves(help["command"], [])
    }

    @Test func `every command with --json tells a failure as JSON`() throws {
        let commands = try commands()
        #expect(commands.count > 20, "\(commands)")
        #expect(commands.contains(["jobs", "respond"]) && commands.contains(["models", "test"]))
        for command in commands {
            let run = try codeforge(command + ["--json", "--no-such-option"])
            #expect(run.exitCode == 2, "\(command): \(run)")
            let error = (try? JSONValue(parsing: run.output))?["error"]
            #expect(error?["code"]?.string != nil, "\(command): \(run.output)")
            // The option that there is none of, or what is missing besides; people read the same.
            let message = error?["message"]?.string?.split(separator: "\n").first ?? ""
            #expect(!message.isEmpty && run.errors.contains(message), "\(command): \(run)")
        }
    }

    @Test func `answers that are too few, wrong or to nothing are told with the questions`() throws {
        let asked = try codeforge(["run", "research", "--idea", "A CRM for dog walkers"])
        #expect(asked.exitCode == 3, "\(asked)")
        let words = asked.errors.components(separatedBy: "jobs respond ").last?.split(separator: " ")
        let job = String(try #require(words?.first))
        for arguments in [
            [], ["--answer", "q9=x"],
            ["--answer", "1", "--answer", "2", "--answer", "3", "--answer", "4"],
        ] {
            let run = try codeforge(["jobs", "respond", job, "--json"] + arguments)
            #expect(run.exitCode == 3)
            let error = try JSONValue(parsing: run.output)["error"]
            #expect(
                error?["code"] == (arguments.isEmpty ? "waiting_for_input" : "invalid_input"), "\(run)")
            #expect(error?["questions"]?[0]?["question"]?.string != nil, "\(run.output)")
            #expect(error?["job_id"]?.string?.hasPrefix(job) == true)
        }
        #expect(try codeforge(["jobs", "cancel", job]).exitCode == 0)
        let late = try codeforge(["jobs", "respond", job, "--json", "--answer", "1"])
        #expect(late.exitCode == 2)
        let message = try JSONValue(parsing: late.output)["error"]?["message"]?.string
        #expect(message?.contains("asks nothing any more") == true)
        let unknown = try codeforge(["jobs", "show", "00000000", "--json"])
        #expect(try JSONValue(parsing: unknown.output)["error"]?["code"] == "not_found", "\(unknown)")
    }

    @Test(arguments: [
        (["run", "roadmap"], "has no requirements yet. Run the research agent first"),
        (["run", "wireframe"], "codeforge run research --idea"),
        (
            ["run", "qa", "--file", "nosuch.py"],
            "has no file “nosuch.py”. Give the path of one of its files"
        ),
    ])
    func `what an agent lacks is said in words, and no field of a protocol is named`(
        arguments: [String], words: String
    ) throws {
        let run = try codeforge(arguments)
        #expect(run.exitCode == 1)
        #expect(run.output.contains(words), "\(run)")
        let document = try String(contentsOfFile: folder.path + "/.codeforge/jobs.md", encoding: .utf8)
        for text in [run.output, run.errors, document] {
            #expect(!text.contains("requirements_spec") && !text.contains("input_context"), "\(text)")
            #expect(!text.contains("file_path"), "\(text)")
        }
    }
}
