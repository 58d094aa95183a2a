import Foundation
import JSON
import TestSupport
import Testing

/// Answering questions from the command line, without an editor, with the built worker.
@Suite struct RespondCommandTests {
    private let folder: TemporaryFolder
    private let storage: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        storage = try TemporaryFolder()
    }

    private func codeforge(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun.codeforge(
            arguments + ["--database", storage.path + "/jobs.db"], in: folder, input: Array(input.utf8),
            environment: WorkerProcesses.quickWorker)
    }

    /// Starts a job that asks, and leaves it waiting.
    ///
    /// - Returns: The first characters of its identity, as the command says them.
    private func waitingJob(_ arguments: String...) throws -> (id: String, run: CommandRun) {
        let run = try CommandRun.codeforge(
            arguments + ["--database", storage.path + "/jobs.db"], in: folder,
            environment: WorkerProcesses.quickWorker)
        #expect(run.exitCode == 3, "\(run.errors)")
        let words = try #require(run.errors.components(separatedBy: "jobs respond ").last?.split(separator: " ").first)
        return (String(words), run)
    }

    private func status(_ job: String) throws -> String? {
        try JSONValue(parsing: codeforge("jobs", "show", job).output)["status"]?.string
    }

    private func document(_ name: String) -> String {
        (try? String(contentsOfFile: folder.path + "/.codeforge/\(name).md", encoding: .utf8)) ?? ""
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + path) }

    @Test func `an answer brings the files in, renders the documents and says what came`() throws {
        let (id, run) = try waitingJob("pipeline", "--idea", "A CRM for dog walkers")
        #expect(id.count == 8)
        #expect(run.errors.contains("      1. Just scheduling for MVP\n"), "\(run.errors)")
        #expect(run.errors.contains("codeforge jobs respond \(id) --answer q1=NUMBER_OR_TEXT"))
        #expect(try codeforge("jobs").output.hasPrefix("\(id)  waiting for input"))
        let shown = try JSONValue(parsing: codeforge("jobs", "show", String(id.prefix(4))).output)
        #expect(shown["questions"]?[0]?["options"]?[0] == "Just scheduling for MVP")
        let answered = try codeforge("jobs", "respond", id, "--answer", "q1=1")
        #expect(answered.exitCode == 0, "\(answered.errors)")
        #expect(answered.output.contains("Brought in ") && answered.output.contains(" more."), "\(answered.output)")
        #expect(exists("src/app/page.tsx") && exists(".codeforge/requirements.md"))
        #expect(document("questions").contains("Answered: Just scheduling for MVP"))
        #expect(document("jobs").contains("completed"))
        let again = try codeforge("jobs", "respond", id, "--answer", "1")
        #expect(
            again.exitCode == 2 && again.errors.contains("is completed and asks nothing any more"), "\(again.errors)")
    }

    @Test func `answers that cannot be meant leave the job waiting, and one that can goes on`() throws {
        let (id, _) = try waitingJob("run", "research", "--idea", "an app", "--answer", "7", "--answer", "1")
        let refused: [([String], String)] = [
            (["7", "1"], "The answer to q1 names option 7, which there is not. There are options 1 to 5"),
            (["q1=1", "q2=0"], "The answer to q2 names option 0"),
            (["q9=1", "1"], "There is no question q9. The questions are q1, q2."),
            (["1", "2", "3"], "There are 3 answers to 2 questions."),
            (["q1=1", "q1=2", "q2=1"], "q1 is answered twice."), (["1"], "The job waits for 2 answers:"),
            ([], "The job waits for 2 answers:"), (["q2=1"], "The job waits for 2 answers:"),
        ]
        for (answers, message) in refused {
            let run = try CommandRun.codeforge(
                ["jobs", "respond", id, "--database", storage.path + "/jobs.db"]
                    + answers.flatMap { ["--answer", $0] },
                in: folder, environment: WorkerProcesses.quickWorker)
            #expect(run.exitCode == 3 && run.errors.contains(message), "\(answers): \(run.errors)")
            #expect(run.output.isEmpty)
        }
        #expect(try status(id) == "waiting_for_input")
        #expect(try codeforge("jobs", "respond", id, "--answer", "q2=2", "--answer", "Dogs = good").exitCode == 0)
        #expect(document("questions").contains("Answered: Dogs = good"))
        #expect(document("requirements").contains("## Features"))
    }

    @Test func `with --detach it leaves, and --json writes only JSON`() throws {
        let (id, _) = try waitingJob("run", "research", "--idea", "A CRM for dog walkers")
        let detached = try codeforge("jobs", "respond", id, "--answer", "1", "--detach", "--json")
        #expect(detached.exitCode == 0)
        #expect(try JSONValue(parsing: detached.output)["status"] == "running")
        let deadline = ContinuousClock.now + .seconds(120)
        while try status(id) != "completed" { try #require(ContinuousClock.now < deadline) }

        let (other, _) = try waitingJob("run", "research", "--idea", "A CRM for dog walkers")
        let followed = try codeforge("jobs", "respond", other, "--answer", "1", "--json")
        let events = try followed.output.split(separator: "\n").map { try JSONValue(parsing: String($0))["event"] }
        #expect(events.last == "complete" && !events.contains("waiting"), "\(followed.output)")
    }

    @Test func `the questions of a cancelled job leave the document`() throws {
        let (id, _) = try waitingJob("pipeline", "--idea", "A CRM for dog walkers")
        #expect(document("questions").contains("Just scheduling"))
        #expect(try codeforge("jobs", "cancel", id, "--json").output == "{\"status\":\"cancelled\"}\n")
        #expect(try codeforge("run", "qa").exitCode == 0)
        #expect(document("questions").contains("No agent asks anything."))
    }

    @Test func `from another folder the answer counts, and the files stay in the project`() throws {
        let (id, _) = try waitingJob("pipeline", "--idea", "A CRM for dog walkers")
        let elsewhere = try TemporaryFolder()
        let run = try codeforge("jobs", "respond", id, "--answer", "1", "--folder", elsewhere.path)
        #expect(run.exitCode == 0 && run.errors.contains("The job belongs to another folder"), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
        #expect(try codeforge("project", "list").output.split(separator: "\n").count == 1)
        #expect(try status(id) == "completed")
    }

    @Test func `on a terminal a number that there is not is asked again`() throws {
        let (id, _) = try waitingJob("run", "research", "--idea", "A CRM for dog walkers")
        // What is typed before there is a question answers none.
        let typist = """
            import os, pty, sys
            answers = [b"7\\n", b"\\n", b"2\\n"]
            program, terminal = pty.fork()
            if program == 0:
                os.execv(sys.argv[1], sys.argv[1:])
            os.write(terminal, b"3\\n")
            shown, asked = b"", 0
            while True:
                try:
                    part = os.read(terminal, 4096)
                except OSError:
                    break
                shown += part
                while answers and shown.count(b"answer> ") > asked:
                    os.write(terminal, answers.pop(0))
                    asked += 1
            os.write(1, shown)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(program, 0)[1]))
            """
        let run = try CommandRun(
            "/usr/bin/env",
            [
                "python3", "-c", typist, BuiltProgram.codeforge, "jobs", "respond", id, "--database",
                storage.path + "/jobs.db",
            ], in: folder.path, environment: WorkerProcesses.quickWorker)
        #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
        #expect(!document("questions").contains("Answered: Everything"))
        #expect(run.output.contains("This names option 7, which there is not."), "\(run.output)")
        #expect(document("questions").contains("Answered: "))
        #expect(!document("questions").contains("Answered: 7"))
    }

    @Test func `every command takes --json`() throws {
        func help(_ words: [String]) throws -> String {
            try CommandRun.codeforge(["help"] + words, in: folder, environment: ["COLUMNS": "200"]).output
        }
        func subcommands(_ help: String) -> [String] {
            guard help.contains("SUBCOMMANDS:\n") else { return [] }
            return (help.components(separatedBy: "SUBCOMMANDS:\n").last ?? "").split(separator: "\n")
                .prefix { $0.hasPrefix("  ") && !$0.contains("See '") }
                .compactMap { $0.hasPrefix("   ") ? nil : $0.split(separator: " ").first.map(String.init) }
        }
        var lacking: [String] = []
        func look(_ words: [String]) throws {
            let text = try help(words)
            let below = subcommands(text)
            for name in below { try look(words + [name]) }
            if below.isEmpty, !text.contains("--json") { lacking.append(words.joined(separator: " ")) }
        }
        try look([])
        // A server speaks JSON-RPC.
        #expect(lacking == ["lsp"])
    }
}
