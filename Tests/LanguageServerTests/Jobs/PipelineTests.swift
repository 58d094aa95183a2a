import Foundation
import JSON
import TestSupport
import Testing

@Suite struct PipelineTests {
    @Test func `an idea becomes files, documents and rows, with one question answered on the way`() throws {
        let session = try JobSession()
        let job = try session.pipeline("A CRM for dog walkers", skipping: false)
        let end = try session.event(JobSession.ends, of: job)
        #expect(end["event"] == "complete")
        try session.until { try session.files().count >= 12 }
        try session.until { session.document("review.md").contains("Passed") }
        try session.until { try session.rows() == session.files() }
        #expect(session.document("requirements.md").contains("## Features"))
        #expect(session.document("architecture.md").contains("```mermaid"))
        #expect(session.document("questions.md").contains("Answered: "))
        #expect(session.document("roadmap.md").contains("- [ ] "))
        let project = try session.call("codeforge/project/get")["result"]
        #expect(project?["requirements_spec"]?["app_name"] == end["data"]?["result"]?["requirements"]?["app_name"])
        #expect(project?["architecture_spec"]?["site_map"]?.array?.isEmpty == false)
        #expect(project?["tech_stack"]?.array?.isEmpty == false)
        #expect(project?["status"] == "completed")
    }

    @Test func `progress begins once, only grows, and ends once`() throws {
        let session = try JobSession()
        let job = try session.pipeline("A CRM for dog walkers", skipping: false)
        _ = try session.event(JobSession.ends, of: job)
        try session.until { session.all("$/progress").contains { $0["value"]?["kind"] == "end" } }
        let values = session.all("$/progress").compactMap { $0["value"] }
        #expect(values.filter { $0["kind"] == "begin" }.count == 1)
        #expect(values.filter { $0["kind"] == "end" }.count == 1)
        #expect(values.first?["cancellable"] == true)
        let percents = values.compactMap { $0["percentage"]?.int }
        #expect(percents == percents.sorted())
    }

    @Test func `the client's own token is used where it gives one`() throws {
        let session = try JobSession()
        let job = try session.submit("codeforge/agent/run", ["agent_type": "qa", "workDoneToken": "mine"])
        _ = try session.event(JobSession.ends, of: job)
        try session.until { session.all("$/progress").contains { $0["value"]?["kind"] == "end" } }
        #expect(session.all("$/progress").allSatisfy { $0["token"] == "mine" })
        #expect(session.all("window/workDoneProgress/create").isEmpty)
    }

    @Test func `the cancel button of the progress cancels the job`() throws {
        let session = try JobSession()
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": "research", "input_context": ["user_idea": "an app"]])
        _ = try session.event(["waiting"], of: job)
        let token = try #require(session.all("window/workDoneProgress/create").first?["token"])
        try session.server.send(["method": "window/workDoneProgress/cancel", "params": ["token": token]])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "cancelled")
    }

    @Test func `two editors hear the same events and show the same documents`() throws {
        let first = try JobSession()
        let second = try JobSession(workspace: first.workspace, storage: first.storage)
        // Both have the folder open once they know its project.
        for session in [first, second] { _ = try session.call("codeforge/project/get") }
        try second.until { try second.call("codeforge/debug/status")["result"] != nil }
        let job = try first.pipeline("A shop for tea")
        _ = try first.event(JobSession.ends, of: job)
        _ = try second.event(JobSession.ends, of: job)
        func events(_ session: JobSession) -> [JSONValue] {
            session.all("codeforge/job/event").filter { $0["job_id"]?.string == job }
        }
        #expect(events(first).suffix(20) == events(second).suffix(20))
        #expect(Set(events(second)).isSubset(of: Set(events(first))))
    }

    @Test func `a saved answer resumes the job`() throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": "research", "input_context": ["user_idea": "an app"]])
        _ = try session.event(["waiting"], of: job)
        try session.until { session.document("questions.md").contains("Answer:") }
        let path = session.workspace.path + "/.codeforge/questions.md"
        let answered =
            "My note.\n" + session.document("questions.md").replacing("\nAnswer:\n", with: "\nAnswer: Dogs\n")
        try answered.write(toFile: path, atomically: true, encoding: .utf8)
        try session.server.send([
            "method": "workspace/didChangeWatchedFiles",
            "params": ["changes": [["uri": .string("file://" + path), "type": 2]]],
        ])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { session.document("questions.md").contains("Answered: Dogs") }
        #expect(session.document("questions.md").hasPrefix("My note.\n"))
    }

    @Test func `an unanswered question is shown where it stands`() throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": "research", "input_context": ["user_idea": "an app"]])
        _ = try session.event(["waiting"], of: job)
        try session.until { session.document("questions.md").contains("Answer:") }
        let uri = "file://" + session.workspace.path + "/.codeforge/questions.md"
        try session.server.open(uri, "markdown", session.document("questions.md"))
        try session.server.send(["method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]]])
        try session.until {
            session.all("textDocument/publishDiagnostics").contains { publication in
                publication["uri"]?.string == uri
                    && publication["diagnostics"]?.array?.contains { $0["code"] == "unanswered-question" } == true
            }
        }
    }
}
