import Foundation
import JSON
import TestSupport
import Testing

/// What a person hears of the end of a run that they started from a command.
@Suite struct RunEndTests {
    private func run(_ command: String, _ argument: JSONValue, in session: JobSession) throws -> JSONValue {
        let answer = try session.call(
            "workspace/executeCommand", ["command": .string(command), "arguments": [argument]])
        let job = try #require(answer["result"]?["job_id"]?.string, "\(answer)")
        _ = try session.event(JobSession.ends, of: job)
        _ = try session.call("codeforge/debug/status")
        let shown = session.all("window/showMessage")
        return .array(shown)
    }

    @Test(arguments: [[:], ["window": ["workDoneProgress": true]]] as [JSONValue])
    func `one line says what it came to, with progress and without`(capabilities: JSONValue) throws {
        let session = try JobSession(capabilities: capabilities)
        let shown = try run("codeforge.runQA", [:], in: session).array ?? []
        #expect(shown.count == 1 && shown[0]["type"] == 3, "\(shown)")
        #expect(shown.first?["message"]?.string?.contains(".codeforge/review.md") == true, "\(shown)")
    }

    @Test func `a failure is a warning, with its reason`() throws {
        let session = try JobSession(capabilities: [:])
        let shown = try run("codeforge.runRoadmap", [:], in: session).array ?? []
        #expect(shown.count == 1 && shown[0]["type"] == 2, "\(shown)")
        #expect(shown.first?["message"]?.string?.contains("has no requirements yet") == true, "\(shown)")
    }

    @Test func `a plugin that follows the events says it itself, and a request tells its program alone`() throws {
        let session = try JobSession(capabilities: [:], options: ["client": ["showsJobEnds": true]])
        #expect(try run("codeforge.runQA", [:], in: session).array?.isEmpty == true)
        let other = try JobSession(capabilities: [:])
        let job = try other.submit("codeforge/agent/run", ["agent_type": "qa"])
        _ = try other.event(JobSession.ends, of: job)
        _ = try other.call("codeforge/debug/status")
        #expect(other.shownMessages.isEmpty)
    }

    @Test func `Neovim without the plugin gets a line that asks for no key`() throws {
        let session = try JobSession(capabilities: [:], client: "Neovim")
        let shown = try run("codeforge.runRoadmap", [:], in: session).array ?? []
        let text = try #require(shown.first?["message"]?.string)
        #expect(shown.count == 1 && text.count <= 44 && !text.contains("\n"), "\(shown)")
    }
}
