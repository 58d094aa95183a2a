import Foundation
import JSON
import TestSupport
import Testing

/// Every agent with a real model, as an editor has them: schema, streaming, cancelling.
///
/// What it writes is nonsense.
@Suite(.serialized) struct RealModelTests {
    private let model: RealModelServer
    private let session: JobSession

    init() throws {
        model = try RealModelServer()
        let workspace = try TemporaryFolder()
        try workspace.write("def add(a, b):\n    return a - b\n", to: "add.py")
        session = try JobSession(
            workspace: workspace,
            options: [
                "model": [
                    "provider": "llamacpp", "name": "smollm2", "baseURL": .string(model.address), "maxTokens": 40,
                ]
            ])
    }

    private func run(_ agent: String, _ input: JSONValue) throws -> String {
        try session.submit("codeforge/agent/run", ["agent_type": .string(agent), "input_context": input])
    }

    /// What shows that an answer is being written.
    private func writes(_ job: String) -> [JSONValue] {
        session.all("codeforge/job/event").filter {
            $0["job_id"]?.string == job && $0["data"]?["step"]?.string?.contains("writes: ") == true
        }
    }

    @Test func `each agent's job ends with a valid document or a reason, and shows how it streams`() throws {
        var streamed = 0
        for (agent, input) in [
            ("research", ["user_idea": "Dog walkers keep their walks", "skip_clarification": true]),
            ("wireframe", ["user_idea": "Dog walkers keep their walks"]),
            ("qa", ["file_path": "add.py"]), ("code", ["file_path": "add.py", "description": "Add instead"]),
            ("pedagogy", ["decision_context": "Where are walks kept?"]),
            ("roadmap", ["user_idea": "Dog walkers keep their walks", "skill_level": "beginner"]),
        ] as [(String, JSONValue)] {
            let job = try run(agent, input)
            let end = try session.event(JobSession.ends, of: job)
            streamed += writes(job).count
            let shown = try session.call("codeforge/job/get", ["job_id": .string(job)])["result"]
            if end["event"] == "complete" {
                #expect(shown?["result"]?.object != nil, "\(agent): \(end)")
            } else {
                #expect(shown?["error"]?.string?.contains("smollm2 (llamacpp)") == true, "\(agent): \(end)")
            }
        }
        #expect(streamed > 0)
    }

    @Test func `cancelling in the middle of an answer frees the server`() throws {
        // As long as an answer may be: minutes of work for this machine.
        try session.server.send([
            "method": "workspace/didChangeConfiguration",
            "params": ["settings": ["codeforge": ["model": ["maxTokens": 4_000]]]],
        ])
        let job = try run("roadmap", ["user_idea": "Dog walkers keep their walks"])
        try session.until { !writes(job).isEmpty }
        _ = try session.call("codeforge/job/cancel", ["job_id": .string(job)])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "cancelled")
        // The server works on one request at a time: it answers this one only when the other is gone.
        let answer = try CommandRun(
            "/usr/bin/env",
            [
                "curl", "-s", "--max-time", "60", "-H", "Content-Type: application/json", "-d",
                #"{"model": "smollm2", "max_tokens": 1, "messages": [{"role": "user", "content": "Hi"}]}"#,
                model.address + "/chat/completions",
            ], in: session.workspace.path)
        #expect(answer.output.contains("\"choices\""), "\(answer)")
    }
}
