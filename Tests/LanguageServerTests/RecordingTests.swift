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
