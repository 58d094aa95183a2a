import Foundation
import JSON
import TestSupport
import Testing

/// `codeforge lsp --record FILE` and `codeforge replay FILE`.
@Suite struct RecordingTests {
    private let workspace: TemporaryFolder
    private let storage: TemporaryFolder

    init() throws {
        workspace = try TemporaryFolder()
        storage = try TemporaryFolder()
    }

    private var recording: String { storage.path + "/session.jsonl" }

    /// An editor's session about a file whose name and text are nobody's business.
    private func record() throws {
        let server = try ServerProcess(arguments: ["--record", recording])
        // The editor's process, which is gone when the session is replayed.
        let editor = Process()
        editor.executableURL = URL(filePath: "/usr/bin/sleep")
        editor.arguments = ["600"]
        try editor.run()
        defer { editor.terminate() }
        try server.send([
            "id": "initialize", "method": "initialize",
            "params": [
                "processId": .integer(Int(editor.processIdentifier)), "capabilities": [:],
                "workspaceFolders": [["uri": .string(workspace.uri), "name": "workspace"]],
                "initializationOptions": ["review.minimumSeverity": "info"],
            ],
        ])
        _ = try server.answer(to: "initialize")
        try server.send(["method": "initialized", "params": [:]])
        let uri = workspace.uri + "/payroll/salaries.py"
        try server.open(uri, "python", "def pay(Müller):\n    if Müller == None:\n        return 'geheim 😀'\n")
        let hover: JSONValue = ["textDocument": ["uri": .string(uri)], "position": ["line": 1, "character": 15]]
        #expect(try server.request(1, "textDocument/hover", hover)["result"] != nil)
        #expect(try server.request(2, "codeforge/no/such")["error"] != nil)
        let told: JSONValue = ["agent_type": "research", "input_context": ["code": "painters = 1"]]
        let run = try server.request(3, "codeforge/agent/run", told)
        #expect(run["error"] != nil)
        let idea: JSONValue = ["input_context": ["user_idea": "A CRM for dog walkers", "skip_clarification": true]]
        let job = try #require(server.request(4, "codeforge/pipeline/run", idea)["result"]?["job_id"])
        #expect(try server.request(5, "codeforge/job/get", ["job_id": job])["result"]?["job_id"] == job)
        #expect(try server.shutDown() == 0)
    }

    private func lines() throws -> [JSONValue] {
        try String(contentsOfFile: recording, encoding: .utf8).split(separator: "\n").map {
            try JSONValue(parsing: String($0))
        }
    }

    @Test func `a recording has what both sides said, in order, and the session is an ordinary one`() throws {
        try record()
        let said = try lines().dropFirst().map { line -> String in
            let message = line["message"]
            let what = message?["method"]?.string ?? "answer \(message?["id"]?.serialized ?? "?")"
            return "\(line["from"]?.string ?? "?"): \(what)"
        }
        let requests = [
            "initialize", "initialized", "textDocument/didOpen", "textDocument/hover", "codeforge/no/such",
            "codeforge/agent/run", "codeforge/pipeline/run", "codeforge/job/get", "shutdown", "exit",
        ]
        #expect(said.filter { $0.hasPrefix("client") } == requests.map { "client: \($0)" })
        for answer in ["\"initialize\"", "1", "2", "3", "4", "5", "\"shutdown\""] {
            #expect(said.contains("server: answer \(answer)"))
        }
    }

    @Test func `names, texts and addresses are nowhere in it; places and shapes are as they were`() throws {
        try record()
        let text = try String(contentsOfFile: recording, encoding: .utf8)
        for word in [
            "payroll", "salaries", "Müller", "geheim", "painters", "walkers",
            workspace.path.split(separator: "/").last ?? "?",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
        let opened = try #require(try lines().first { $0["message"]?["method"] == "textDocument/didOpen" })
        let document = opened["message"]?["params"]?["textDocument"]
        #expect(document?["text"] == "xxx xxx(Xéxxxx):\n    xx Xéxxxx == Xxxx:\n        xxxxxx 'xxxxxx 😀'\n")
        #expect(document?["languageId"] == "python")
        #expect(document?["uri"]?.string?.hasSuffix(".py") == true)
        let published = try lines().contains { line in
            line["message"]?["params"]?["uri"] == document?["uri"] && line["from"] == "server"
        }
        #expect(published)
    }

    @Test func `a replay gets every answer again, and one of another session says what is missing`() throws {
        try record()
        let replayed = try CommandRun.codeforge(["replay", recording], in: storage)
        #expect(replayed.errors == "10 messages sent; the server ended with 0.\n")
        #expect(replayed.exitCode == 0, "\(replayed.errors)")
        let answers = try replayed.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        #expect(answers.contains { $0["id"] == 1 })
        // The job is another one, and is called so.
        let recorded = try lines().compactMap { $0["message"] }.first { $0["id"] == 4 && $0["result"] != nil }
        let job = answers.first { $0["id"] == 4 }?["result"]?["job_id"]
        #expect(job != nil && job != recorded?["result"]?["job_id"])
        #expect(answers.first { $0["id"] == 5 }?["result"]?["job_id"] == job)

        // The server would have had to answer a request that nobody makes.
        let stranger = #"{"from":"server","message":{"id":99,"result":null}}"# + "\n"
        let all = try String(contentsOfFile: recording, encoding: .utf8)
        try storage.write(all + stranger, to: "stranger.jsonl")
        let missing = try CommandRun.codeforge(["replay", storage.path + "/stranger.jsonl"], in: storage)
        #expect(missing.errors.contains("The server did not say again: the answer to 99.\n"))
        #expect(missing.exitCode == 1)
    }

    @Test func `the product's own names and words stay in a recording, and a person's do not`() throws {
        let server = try ServerProcess(arguments: ["--record", recording])
        try server.initialize(root: workspace)
        for name in [".codeforge/config.json", ".codeforge/questions.md", ".codeforge/rules/payroll.yaml"] {
            try server.open(workspace.uri + "/" + name, "json", "{}")
        }
        let mode: JSONValue = ["command": "codeforge.setMode", "arguments": [["mode": "student"]]]
        #expect(try server.request(1, "workspace/executeCommand", mode)["result"] != nil)
        let level: JSONValue = ["command": "codeforge.setSkillLevel", "arguments": [["skill_level": "payroll"]]]
        #expect(try server.request(2, "workspace/executeCommand", level)["error"] != nil)
        #expect(try server.shutDown() == 0)
        let text = try String(contentsOfFile: recording, encoding: .utf8)
        let kept = [
            "/.codeforge/config.json", "/.codeforge/questions.md", "/.codeforge/rules/n", #""mode":"student""#,
        ]
        for word in kept {
            #expect(text.contains(word), "\(word)")
        }
        #expect(!text.contains("payroll"))
        #expect(try CommandRun.codeforge(["replay", recording], in: storage).exitCode == 0)
    }

    /// The recording with some of its lines changed, replayed.
    private func replay(_ change: (inout [JSONValue]) -> Void) throws -> CommandRun {
        var all = try lines()
        change(&all)
        try storage.write(all.map(\.serialized).joined(separator: "\n") + "\n", to: "changed.jsonl")
        return try CommandRun.codeforge(["replay", storage.path + "/changed.jsonl"], in: storage)
    }

    @Test func `a replay ends with 1 where an answer is another one`() throws {
        try record()
        func answer(_ id: Int, _ members: JSONObject) throws -> CommandRun {
            try replay { lines in
                let place = lines.firstIndex {
                    $0["from"] == "server" && $0["message"]?["id"] == .integer(id) && $0["message"]?["method"] == nil
                }
                guard let place else { return }
                var message: JSONObject = ["id": .integer(id)]
                for (key, value) in members { message[key] = value }
                lines[place] = ["from": "server", "message": .object(message)]
            }
        }
        let error = try answer(1, ["error": ["code": -32602, "message": "xxx"]])
        #expect(
            error.errors.contains(
                "something else: the answer to 1, textDocument/hover: a result instead of the error -32602.\n"))
        #expect(error.exitCode == 1)
        let other = try answer(2, ["error": ["code": -32700, "message": "xxx"]])
        #expect(other.errors.contains("the error -32601 instead of the error -32700.\n"), "\(other.errors)")
        #expect(other.exitCode == 1)
        #expect(try answer(2, ["result": nil]).exitCode == 1)
        // What a replay lacks is no difference.
        #expect(try answer(5, ["error": ["code": -32803, "message": "", "data": ["code": "not_found"]]]).exitCode == 0)
    }

    @Test func `how often a server asks to look again is nothing that a replay waits for`() throws {
        try record()
        let run = try replay { lines in
            let end = lines.firstIndex { $0["message"]?["method"] == "shutdown" } ?? 0
            lines.insert(["from": "client", "message": ["id": "refresh", "result": nil]], at: end)
            lines.insert(
                ["from": "server", "message": ["id": "refresh", "method": "workspace/codeLens/refresh"]], at: end)
        }
        #expect(run.errors == "10 messages sent; the server ended with 0.\n")
        #expect(run.exitCode == 0)
    }

    @Test func `a file that is there is not written over, and what is no recording is not played`() throws {
        try storage.write("mine", to: "session.jsonl")
        let server = try ServerProcess(arguments: ["--record", recording])
        #expect(try server.exitCode() == 2)
        #expect(try String(contentsOfFile: recording, encoding: .utf8) == "mine")
        let played = try CommandRun.codeforge(["replay", recording], in: storage)
        #expect(played.errors.contains("is no recording"))
        #expect(played.exitCode == 2)
    }
}
