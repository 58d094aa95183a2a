import Foundation
import JSON
import Models
import TestSupport
import Testing

/// Section 5 of the specification over HTTP, field by field.
@Suite struct SpecificationTests {
    private let server: RunningServer
    private let token: String
    private let project: String

    init() async throws {
        server = try RunningServer()
        token = try await TestToken.of(.random())
        let made = try server.send("POST", "/v1/projects", as: token, ["title": "Walks", "mode": "builder"])
        project = try #require(made.json["id"]?.string)
    }

    private func send(_ method: String, _ target: String, _ body: JSONValue? = nil) throws -> HTTPReply {
        try server.send(method, target, as: token, body)
    }

    /// The job once it is in one of the states.
    private func job(_ id: String, in states: Set<String>) throws -> JSONValue {
        try RunningServer.wait(for: "the job's \(states)") { () -> JSONValue? in
            let reply = try send("GET", "/v1/jobs/\(id)")
            return states.contains(reply.json["status"]?.string ?? "") ? reply.json : .none
        }
    }

    @Test func `an agent runs, is looked at, listed and followed`() throws {
        let run = try send(
            "POST", "/v1/run-agent",
            [
                "project_id": .string(project), "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers", "skip_clarification": true],
            ])
        #expect(run.status == 200)
        let id = try #require(run.json["job_id"]?.string)
        #expect(run.json == ["job_id": .string(id), "status": "queued", "estimated_time": "30s"])

        let done = try job(id, in: ["completed"])
        #expect(
            done.object?.keys == [
                "job_id", "status", "agent_type", "project_id", "progress", "result", "error", "created_at",
                "completed_at",
            ])
        #expect(done["agent_type"] == "research")
        #expect(done["project_id"] == .string(project))
        #expect(done["progress"]?.double == 100)
        #expect(done["error"] == .null)
        _ = try RequirementsDoc(validating: try #require(done["result"]))

        let list = try send("GET", "/v1/jobs/\(project)/list?limit=20&offset=0").json
        #expect(list == ["items": [done], "total": 1, "has_more": false])

        let connection = try server.connect()
        connection.send("GET", "/v1/jobs/\(id)/stream", headers: ["authorization": "Bearer \(token)"])
        let head = try connection.receiveHead()
        #expect(head.status == 200)
        #expect(head.headers["content-type"] == "text/event-stream")
        var reader = EventReader(connection)
        let events = try reader.all()
        #expect(events.last?.event == "complete")
        #expect(events.last?.data == ["result": try #require(done["result"]), "status": "completed"])
        #expect(events.dropLast().allSatisfy { $0.event == "progress" && $0.data["status"] == "running" })
    }

    @Test func `a pipeline is queued and cancelled`() throws {
        let run = try send(
            "POST", "/v1/run-pipeline",
            ["project_id": .string(project), "input_context": ["user_idea": "A CRM for dog walkers"]])
        #expect(run.json["estimated_time"] == "5m")
        let id = try #require(run.json["job_id"]?.string)
        let cancelled = try send("POST", "/v1/jobs/\(id)/cancel")
        if cancelled.status == 200 {
            #expect(cancelled.json == ["status": "cancelled"])
            #expect(try job(id, in: ["cancelled"])["agent_type"] == "pipeline")
            #expect(try send("POST", "/v1/jobs/\(id)/cancel").status == 200)
        } else {
            // It was over already.
            #expect(cancelled.status == 409)
        }
    }

    @Test func `questions are asked, answered, and the job goes on`() throws {
        let run = try send(
            "POST", "/v1/run-agent",
            ["project_id": .string(project), "agent_type": "research", "input_context": ["user_idea": "an app"]])
        let id = try #require(run.json["job_id"]?.string)
        let waiting = try job(id, in: ["waiting_for_input"])
        let questions = try #require(waiting["questions"]?.array)

        let early = try send("POST", "/v1/jobs/\(id)/respond", ["responses": []])
        #expect(early.status == 422)
        #expect(early.code == "invalid_input")

        let answers = questions.map { question -> JSONValue in
            ["question_id": question["id"] ?? .null, "answer": "Just scheduling for MVP"]
        }
        let answered = try send("POST", "/v1/jobs/\(id)/respond", ["responses": .array(answers)])
        #expect(answered.status == 200)
        #expect(answered.json == ["status": "running", "message": "Agent resumed with clarifications"])
        _ = try job(id, in: ["completed"])

        let late = try send("POST", "/v1/jobs/\(id)/respond", ["responses": .array(answers)])
        #expect(late.status == 409)
        #expect(late.code == "conflict")
    }

    @Test func `a job over HTTP gives what it gives over LSP`() throws {
        let context: JSONValue = ["user_idea": "A CRM for dog walkers", "skip_clarification": true]
        let run = try send(
            "POST", "/v1/run-agent",
            ["project_id": .string(project), "agent_type": "research", "input_context": context])
        let overHTTP = try job(try #require(run.json["job_id"]?.string), in: ["completed"])

        let folder = try TemporaryFolder()
        let editor = try ServerProcess(environment: WorkerProcesses.quickWorker)
        try editor.send([
            "id": 1, "method": "initialize",
            "params": [
                "processId": .null, "rootUri": .string(folder.uri), "capabilities": [:],
                "workspaceFolders": [["uri": .string(folder.uri), "name": "walks"]],
            ],
        ])
        _ = try editor.answer(to: 1)
        try editor.send(["method": "initialized", "params": [:]])
        try editor.send([
            "id": 2, "method": "codeforge/agent/run",
            "params": ["agent_type": "research", "input_context": context],
        ])
        let started = try #require(try editor.answer(to: 2)["result"])
        #expect(started.object?.keys == run.json.object?.keys)
        #expect(started["estimated_time"] == run.json["estimated_time"])
        var number = 3
        let overLSP = try RunningServer.wait(for: "the job over LSP") { () -> JSONValue? in
            try editor.send([
                "id": .integer(number), "method": "codeforge/job/get",
                "params": ["job_id": started["job_id"] ?? .null],
            ])
            defer { number += 1 }
            let job = try editor.answer(to: .integer(number))["result"]
            return job?["status"] == "completed" ? job : .none
        }
        #expect(overLSP.object?.keys == overHTTP.object?.keys)
        for key in ["status", "agent_type", "progress", "result", "error"] {
            #expect(overLSP[key] == overHTTP[key], "\(key)")
        }
    }

    @Test func `an event stream that is taken up again loses and repeats nothing`() throws {
        let run = try send(
            "POST", "/v1/run-agent",
            [
                "project_id": .string(project), "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers", "skip_clarification": true],
            ])
        let id = try #require(run.json["job_id"]?.string)
        var seen: [EventReader.Event] = []
        var isOver = false
        // Every connection is cut after one event.
        while !isOver {
            let connection = try server.connect()
            var headers = ["authorization": "Bearer \(token)"]
            if let last = seen.last?.id { headers["last-event-id"] = last }
            connection.send("GET", "/v1/jobs/\(id)/stream", headers: headers)
            #expect(try connection.receiveHead().status == 200)
            var reader = EventReader(connection)
            if let event = try reader.next() { seen.append(event) } else { isOver = true }
        }
        let whole = try server.connect()
        whole.send("GET", "/v1/jobs/\(id)/stream", headers: ["authorization": "Bearer \(token)"])
        _ = try whole.receiveHead()
        var reader = EventReader(whole)
        #expect(try reader.all() == seen)
        #expect(seen.last?.event == "complete")
        #expect(seen.count > 1)
    }
}
