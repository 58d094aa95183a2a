import JSON
import TestSupport
import Testing

/// A student's editor with a model: hover waits for nothing, and shows the model's hint once it is there.
@Suite struct ModelMentorEditingTests {
    private static let text = "import yaml\n\n\ndef load(text):\n    data = yaml.load(text)\n    return data\n"
    private static let hint = "Who can write `text`, and what could YAML make of it?"

    private let workspace: TemporaryFolder
    private let session: JobSession
    private let server: ModelServer
    private let uri: String

    init() throws {
        workspace = try TemporaryFolder()
        try workspace.write(Self.text, to: "load.py")
        // The first question is about the first rung; the second answer leaks, as do its repairs.
        let leak = JSONValue.object(["hint": "Use yaml.safe_load(text)."]).serialized
        server = try ModelServer([
            ModelStream.chat(JSONValue.object(["hint": .string(Self.hint)]).serialized), ModelStream.chat(leak),
        ])
        session = try JobSession(
            workspace: workspace,
            capabilities: ["textDocument": ["hover": ["contentFormat": ["markdown"]]]],
            options: ["model": ["provider": "vllm", "name": "trial-1", "baseURL": .string(server.address + "/v1")]],
            reply: JobSession.askNothing)
        uri = workspace.uri + "/load.py"
        try session.server.open(uri, "python", Self.text)
        try session.until { try session.rows()["load.py"] != nil }
        _ = try session.call(
            "workspace/executeCommand", ["command": "codeforge.setMode", "arguments": [["mode": "student"]]])
    }

    private var place: JSONValue { ["line": 4, "character": 14] }

    private func hover() throws -> String {
        try session.call("textDocument/hover", ["textDocument": ["uri": .string(uri)], "position": place])["result"]?[
            "contents"]?["value"]?.string ?? ""
    }

    private func ask(again: Bool = false) throws -> JSONValue? {
        try session.call("codeforge/mentor/ask", ["uri": .string(uri), "position": place, "again": .bool(again)])[
            "result"]
    }

    @Test func `what was asked is answered offline at once, and hover shows the model's words later`() throws {
        defer { WorkerProcesses.kill(session.database) }
        let first = try ask()
        #expect(first?["made_by"] == "offline" && first?["hint_level"] == 0, "\(first ?? .null)")
        #expect(server.requests.isEmpty)
        // Nothing was agreed to: nothing is sent. Whoever agrees has it asked for with the next question.
        _ = try session.call("codeforge/consent/allow")
        let second = try ask(again: true)
        #expect(second?["hint_level"] == 1 && second?["made_by"] == "offline")
        try session.until { try hover().contains(Self.hint) }
        #expect(try hover().contains("*trial-1 (vllm)*"))
        let request = server.requests.first?["body"]?["messages"]?[1]?["content"]?.string ?? ""
        #expect(request.contains("the rung \"pointer\"") && request.contains("data = yaml.load(text)"), "\(request)")
        // The next rung's answer gives the fix away, three times: the offline words stay.
        let third = try ask()
        #expect(third?["hint_level"] == 2 && third?["made_by"] == "offline")
        try session.until { server.requests.count == 4 }
        try session.until { try session.call("codeforge/job/list")["result"]?["items"]?[0]?["status"] == "completed" }
        let shown = try hover()
        #expect(!shown.contains("safe_load") && !shown.contains("trial-1"), "\(shown)")
        // The conversation keeps the model's words, and not what leaked.
        let sessions = try session.call("codeforge/session/list")["result"]?.serialized ?? ""
        #expect(sessions.contains("what could YAML make of it? (trial-1 (vllm))") && !sessions.contains("safe_load"))
    }
}
