import Foundation
import JSON
import TestSupport
import Testing

/// A person changes `requirements.md`, in an editor and without one.
@Suite struct RequirementsEditTests {
    private func session(_ editor: EditorEdits) throws -> JobSession {
        let session = try JobSession(capabilities: EditorEdits.capabilities, reply: editor.reply)
        session.idle = { [unowned session] in try editor.reload(session) }
        return session
    }

    private func run(_ agent: String, _ input: JSONValue = [:], in session: JobSession) throws -> JSONValue {
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": .string(agent), "input_context": input])
        return try session.event(JobSession.ends, of: job)
    }

    /// The requirements of an idea, once their document is written.
    private func requirements(_ session: JobSession) throws -> JSONValue {
        _ = try run("research", ["user_idea": "A CRM for dog walkers", "skip_clarification": true], in: session)
        try session.until { session.document("requirements.md").contains("## Stack") }
        return try spec(session)
    }

    private func spec(_ session: JobSession) throws -> JSONValue {
        try session.call("codeforge/project/get")["result"]?["requirements_spec"] ?? .null
    }

    @Test func `name, a feature and the stack as saved in the editor are what the next agent uses`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        let before = try requirements(session)
        let name = try #require(before["app_name"]?.string)
        let stack = try #require(before["recommended_stack"]?[0]?.string)
        let uri = session.workspace.uri + "/.codeforge/requirements.md"
        try editor.open(uri, "markdown", session.document("requirements.md"), session)
        let text = session.document("requirements.md").replacing("# \(name)\n", with: "# Leash\n")
            .replacing("## Stack\n\n- \(stack)", with: "## Stack\n\n- Flask")
            .replacing(
                "## Features\n",
                with: "## Features\n\n### Lost dogs\n\nPriority: must have\n\nEverybody looks for them.\n")
        try editor.type(uri, text, session)
        try editor.save(uri, session)
        try session.until { try spec(session)["app_name"] == "Leash" }
        let after = try spec(session)
        #expect(after["core_features"]?[0]?["name"] == "Lost dogs")
        #expect(after["recommended_stack"]?[0] == "Flask")
        #expect(after["core_features"]?.array?.dropFirst() == before["core_features"]?.array?[...])
        let project = try session.call("codeforge/project/get")["result"]
        #expect(project?["tech_stack"] == after["recommended_stack"])
        #expect(project?["title"] == "Leash")

        let end = try run("wireframe", in: session)
        let drawn = end["data"]?["result"]?.serialized ?? ""
        #expect(drawn.contains("Lost dogs") || drawn.contains("lost-dogs") || drawn.contains("LostDogs"), "\(drawn)")
        try session.until { session.document("architecture.md").contains("## Pages") }
        #expect(editor.shown[uri] == text)
        #expect(!editor.isModified(uri))
        #expect(editor.edits.isEmpty)
        #expect(session.all("window/showMessage").isEmpty)
    }

    @Test func `a script's edit of the file counts too`() throws {
        let session = try JobSession()
        _ = try requirements(session)
        let path = session.workspace.path + "/.codeforge/requirements.md"
        try session.document("requirements.md").replacing("Priority: must-have", with: "Priority: nice-to-have")
            .write(toFile: path, atomically: true, encoding: .utf8)
        try session.until {
            try spec(session)["core_features"]?.array?.allSatisfy { $0["priority"] != "must-have" } == true
        }
    }

    @Test func `what was changed while no server ran counts once one opens the folder, and is told`() throws {
        let first = try session(EditorEdits())
        _ = try requirements(first)
        _ = try first.call("shutdown", .null)
        try first.server.send(["method": "exit"])
        let path = first.workspace.path + "/.codeforge/requirements.md"
        let name = first.document("requirements.md").prefix { $0 != "\n" }
        try first.document("requirements.md").replacing(name, with: "# Leash")
            .replacing("## Stack\n\n", with: "## Stack\n\n- Django\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let written = first.document("requirements.md")
        let second = try JobSession(workspace: first.workspace, storage: first.storage)
        try second.until { try spec(second)["app_name"] == "Leash" }
        #expect(try spec(second)["recommended_stack"]?[0] == "Django")
        try second.until {
            second.all("window/showMessage").contains {
                $0["message"]?.string
                    == "Taken over from .codeforge/requirements.md: the name “Leash”, the stack."
            }
        }
        #expect(second.document("requirements.md") == written)
    }

    @Test func `what cannot count is marked as it is typed, told when it is saved, and changes nothing`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        let before = try requirements(session)
        let uri = session.workspace.uri + "/.codeforge/requirements.md"
        try editor.open(uri, "markdown", session.document("requirements.md"), session)
        let text = session.document("requirements.md").replacing("Priority: must-have", with: "Priority: soon")
        try editor.type(uri, "Mine.\n" + text, session)
        let lines = ("Mine.\n" + text).components(separatedBy: "\n")
        let marked = lines.indices.filter { lines[$0] == "Priority: soon" }
        try session.until {
            let last = session.all("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }
            return last?["diagnostics"]?.array?.compactMap { $0["range"]?["start"]?["line"]?.int } == marked
        }
        try editor.save(uri, session)
        try session.until { !session.all("window/showMessage").isEmpty }
        let message = session.all("window/showMessage").first?["message"]?.string ?? ""
        #expect(message.contains("line \(marked[0] + 1)") && message.contains("must-have"))
        #expect(try spec(session) == before)
        #expect(editor.shown[uri] == "Mine.\n" + text)
        // Mended, it counts.
        try editor.type(uri, "Mine.\n" + text.replacing("soon", with: "should-have"), session)
        try editor.save(uri, session)
        try session.until { try spec(session) != before }
        #expect(!editor.isModified(uri))
    }
}
