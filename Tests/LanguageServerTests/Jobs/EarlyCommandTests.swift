import Foundation
import JSON
import TestSupport
import Testing

/// What a person asks for as soon as the editor is there, and with nothing said of what is meant.
@Suite struct EarlyCommandTests {
    @Test(arguments: ["codeforge/job/diff", "codeforge.showChanges", "codeforge.applyResult", "codeforge.undoJob"])
    func `a job's files can be asked for before the folder's project is open`(name: String) throws {
        let first = try JobSession(reply: JobSession.askNothing)
        let job = try first.pipeline("A CRM for dog walkers")
        _ = try first.event(JobSession.ends, of: job)
        #expect(try first.server.shutDown() == 0)
        let session = try JobSession(
            workspace: first.workspace, storage: first.storage, reply: JobSession.askNothing)
        let arguments: JSONValue = ["job_id": .string(job)]
        let answer =
            try name.hasPrefix("codeforge.")
            ? session.call("workspace/executeCommand", ["command": .string(name), "arguments": [arguments]])
            : session.call(name, arguments)
        #expect(answer["error"] == nil, "\(answer.serialized)")
    }

    /// A command without arguments, as editors send what a person picks from a list.
    private func run(_ command: String, in session: JobSession) throws -> JSONValue {
        try session.call("workspace/executeCommand", ["command": .string(command), "arguments": [[:]]])
    }

    @Test func `a command that is not told what it is about asks, or says what that is`() throws {
        var asked: [String] = []
        let session = try JobSession { method, parameters, session in
            if method == "window/showMessageRequest" { asked.append(parameters["message"]?.string ?? "") }
            return JobSession.askNothing(method, parameters, session)
        }
        try session.server.open(
            session.workspace.uri + "/a.py", "python", "def f(a):\n    return a == None or a == None\n")
        for command in ["askMentor", "fixWithAgent", "explainCode"] {
            let count = asked.count
            let answer = try run("codeforge." + command, in: session)
            #expect(answer["result"] == .null && asked.count == count + 1, "\(command): \(answer.serialized)")
        }
        for (command, word) in [
            ("refactorCode", "Select"), ("runPedagogy", "decision"), ("runCode", "write"), ("exportGitHub", "called"),
        ] {
            let message = try run("codeforge." + command, in: session)["error"]?["message"]?.string
            #expect(message?.contains(word) == true, "\(command): \(message ?? "no error")")
        }
        #expect(try session.call("codeforge/job/list")["result"]?["total"] == 0)
        #expect(try run("codeforge.showChanges", in: session)["result"] == .null)
        try session.until { session.shownMessages.contains("No job here has made files.") }
    }

    @Test func `who picks a finding is told of that one by the mentor`() throws {
        let session = try JobSession { method, parameters, _ in
            method == "window/showMessageRequest" ? parameters["actions"]?[1] ?? .null : .null
        }
        try session.server.open(
            session.workspace.uri + "/a.py", "python", "import yaml\nx = yaml.load(y)\nz = x == None\n")
        let answer = try run("codeforge.askMentor", in: session)
        #expect(answer["result"]?["concepts"] == ["correctness/none-comparison"], "\(answer.serialized)")
    }
}
