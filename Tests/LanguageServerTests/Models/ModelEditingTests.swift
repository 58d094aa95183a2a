import JSON
import TestSupport
import Testing

/// What a model's work looks like in an editor: its issues at their lines, its repairs as proposals, its words.
@Suite(.serialized) struct ModelEditingTests {
    private static let text = """
        def load(path):
            return open(path).read()

        def save(path, text):
            open(path, "w").write(text)

        """

    private let workspace: TemporaryFolder
    private let server: ModelServer
    private let session: JobSession
    private let uri: String

    init() throws {
        workspace = try TemporaryFolder()
        try workspace.write(Self.text, to: "app.py")
        server = try ModelServer([
            ModelStream.chat(Self.review.serialized), ModelStream.chat(Self.repair.serialized),
            ModelStream.chat(Self.explanation.serialized),
        ])
        session = try JobSession(
            workspace: workspace, capabilities: Self.capabilities,
            options: ["model": ["provider": "vllm", "name": "trial-1", "baseURL": .string(server.address + "/v1")]],
            reply: Self.agree)
        uri = workspace.uri + "/app.py"
        try session.server.open(uri, "python", Self.text)
        try session.until { try session.rows()["app.py"] != nil }
    }

    /// Agrees to what is to be sent, and to files that are to be brought in.
    private static func agree(_ method: String, _ parameters: JSONValue, _ session: JobSession) -> JSONValue {
        let buttons = parameters["actions"]?.array ?? []
        return buttons.first { $0["title"] == "Bring in all" } ?? JobSession.oblige(method, parameters, session)
    }

    private static let capabilities: JSONValue = [
        "window": ["workDoneProgress": true],
        "textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]]],
    ]

    /// The number is wrong, the quote is sloppy; the second quote stands nowhere.
    private static let review: JSONValue = [
        "summary": "Two remarks.",
        "issues": [
            [
                "severity": "warning", "file": "app.py", "line": 9, "quote": "return  open(path).read()",
                "description": "The file is never closed.", "suggestion": "Open it with `with`.",
            ],
            [
                "severity": "info", "file": "app.py", "line": 1, "quote": "os.remove(path)",
                "description": "Removed too early.", "suggestion": "",
            ],
        ],
    ]

    private static let repair: JSONValue = [
        "file_path": "app.py", "language": "python", "explanation": "Closes the file.", "code": .null,
        "edits": [
            [
                "find": "    return open(path).read()",
                "replace": "    with open(path) as file:\n        return file.read()",
            ]
        ],
    ]

    private static let explanation: JSONValue = [
        "explanation": "It reads a file and leaves it open.", "concepts": ["files"],
    ]

    /// The model's issues that the document shows by now: `line: message`.
    private var shown: [String] {
        let last = session.all("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }
        return (last?["diagnostics"]?.array ?? []).filter { $0["code"] == "agent/qa" }.map {
            "\($0["range"]?["start"]?["line"]?.int ?? -1): \($0["message"]?.string ?? "")"
        }
    }

    private func review() throws {
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": "qa", "input_context": ["file_path": "app.py"]])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { shown.count == 2 }
    }

    private func type(_ text: String, version: Int) throws {
        try session.server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": .integer(version)],
                "contentChanges": [["text": .string(text)]],
            ],
        ])
    }

    private func actions(line: Int) throws -> [JSONValue] {
        let place: JSONValue = ["line": .integer(line), "character": 4]
        return try session.call(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "range": ["start": place, "end": place],
                "context": ["diagnostics": []],
            ])["result"]?.array ?? []
    }

    private func run(_ action: JSONValue?) throws -> JSONValue {
        let command = action?["command"]
        return try session.call(
            "workspace/executeCommand",
            ["command": command?["command"] ?? .null, "arguments": command?["arguments"] ?? .null])
    }

    @Test func `issues stand at the quoted line, follow edits, hide when it is edited and come back`() throws {
        defer { WorkerProcesses.kill(session.database) }
        try review()
        #expect(shown.contains("1: The file is never closed. Open it with `with`."), "\(shown)")
        // What cannot be placed says so, on the first line.
        #expect(shown.contains("0: Removed too early. (Its place in the file was not found.)"), "\(shown)")
        try type("import os\n\n" + Self.text, version: 2)
        try session.until { shown.contains { $0.hasPrefix("3: The file is never closed.") } }
        try type(Self.text.replacing("return open(path).read()", with: "return open(path, \"rb\").read()"), version: 3)
        try session.until { !shown.contains { $0.contains("never closed") } }
        try type(Self.text, version: 4)
        try session.until { shown.contains { $0.hasPrefix("1: The file is never closed.") } }
        let list = try session.call("codeforge/review/list")["result"]?["items"]?.array ?? []
        #expect(list.count { $0["source"] == "agent" } == 2)
        _ = try run(try actions(line: 1).first { $0["title"] == "Dismiss this finding (agent/qa)" })
        try session.until { !shown.contains { $0.contains("never closed") } }
    }

    @Test func `the code agent repairs a finding as a proposal, and a model explains it`() throws {
        defer { WorkerProcesses.kill(session.database) }
        try review()
        let offered = try actions(line: 1)
        let fix = offered.first { $0["title"] == "Fix with the code agent, trial-1 (vllm) (agent/qa)" }
        let started = try run(fix)
        let job = try #require(started["result"]?["job_id"]?.string, "\(offered) \(started)")
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        let repaired = Self.text.replacing(
            "    return open(path).read()", with: "    with open(path) as file:\n        return file.read()")
        try session.until { try session.files()["app.py"] == repaired }
        let request = server.requests.last?["body"]?.serialized ?? ""
        #expect(request.contains("Mend what is wrong at line 2") && request.contains("never closed"))

        let explain = offered.first { $0["title"] == "Explain with trial-1 (vllm) (agent/qa)" }
        let answer = try run(explain)["result"]
        #expect(answer?["explanation"] == "It reads a file and leaves it open. (trial-1 (vllm))", "\(answer ?? .null)")
        #expect(
            session.all("window/showMessage").contains { $0["message"]?.string?.contains("leaves it open") == true })
    }

    @Test func `a student is offered no repair by a model`() throws {
        defer { WorkerProcesses.kill(session.database) }
        try review()
        _ = try session.call(
            "workspace/executeCommand", ["command": "codeforge.setMode", "arguments": [["mode": "student"]]])
        try session.until { shown.isEmpty }
        #expect(try actions(line: 1).allSatisfy { $0["title"]?.string?.contains("trial-1") != true })
    }

    @Test func `what is to be sent can be read, agreed to and taken back over the protocol`() throws {
        let silent = try JobSession(
            options: ["model": ["provider": "vllm", "name": "trial-1", "baseURL": .string(server.address + "/v1")]],
            reply: JobSession.askNothing)
        defer { WorkerProcesses.kill(silent.database) }
        let before = server.requests.count
        let job = try silent.submit(
            "codeforge/agent/run",
            [
                "agent_type": "research",
                "input_context": ["user_idea": "Dog walkers keep their walks", "skip_clarification": true],
            ])
        #expect(try silent.event(["waiting"], of: job)["event"] == "waiting")
        let preview = try silent.call("codeforge/consent/preview")["result"]
        let item = preview?["items"]?[0]
        #expect(item?["url"] == .string(server.address + "/v1/chat/completions"), "\(preview ?? .null)")
        #expect(item?["payload"]?.string?.contains("Dog walkers keep their walks") == true)
        #expect(preview?["agreements"] == [] && server.requests.count == before)
        let agreed = try silent.call("codeforge/consent/allow")["result"]
        #expect(agreed == ["provider": "vllm", "base_url": .string(server.address + "/v1"), "allowed": true])
        _ = try silent.event(JobSession.ends, of: job)
        #expect(try silent.call("codeforge/consent/preview")["result"]?["agreements"]?[0]?["provider"] == "vllm")
        #expect(try silent.call("codeforge/consent/revoke")["result"]?["revoked"]?.array?.count == 1)
        #expect(try silent.call("codeforge/consent/allow", ["provider": "skynet"])["error"]?["code"] == -32803)
    }
}
