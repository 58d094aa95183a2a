import Foundation
import JSON
import TestSupport
import Testing

@Suite struct JobEditTests {
    private func session(_ editor: EditorEdits) throws -> JobSession {
        try JobSession(capabilities: EditorEdits.capabilities, reply: editor.reply)
    }

    @Test func `a pipeline is one edit, to be confirmed, that creates files`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        let job = try session.pipeline("A CRM for dog walkers")
        _ = try session.event(JobSession.ends, of: job)
        try session.until { editor.edits.count == 1 }
        let edit = editor.edits[0]["edit"]
        let changes = edit?["documentChanges"]?.array ?? []
        #expect(changes.filter { $0["kind"] == "create" }.count >= 12)
        #expect(edit?["changeAnnotations"]?.object?.allSatisfy { $0.value["needsConfirmation"] == true } == true)
        try session.until { try session.rows().count == session.files().count }
        #expect(editor.edits.count == 1)
    }

    @Test func `what a person types while an agent writes is still there`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        try session.workspace.write("// header\n", to: "src/lib/format.ts")
        let uri = session.workspace.uri + "/src/lib/format.ts"
        let typed = "// header\n// 😀 typed and not saved\n"
        editor.shown[uri] = typed
        try session.server.open(uri, "typescript", typed)
        let research = try session.submit(
            "codeforge/agent/run",
            [
                "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers", "skip_clarification": true],
            ])
        _ = try session.event(JobSession.ends, of: research)
        func write() throws {
            let job = try session.submit(
                "codeforge/agent/run",
                ["agent_type": "code", "input_context": ["file_path": "src/lib/format.ts"]])
            #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        }
        try write()
        // The agent never saw it: it stays, and the person is told why.
        try session.until {
            session.all("window/showMessage").contains {
                $0["message"]?.string?.contains("src/lib/format.ts (it is not as the agent saw it") == true
            }
        }
        #expect(editor.edits.isEmpty && editor.shown[uri] == typed)
        // Saved, it is seen, and what the agent makes of it is shown to be confirmed.
        try editor.save(uri, session)
        try session.until { try session.rows()["src/lib/format.ts"] == typed }
        try write()
        try session.until { editor.shown[uri] != typed }
        let text = try #require(editor.shown[uri])
        #expect(text.contains("export function"))
        let edit = editor.edits.last?["edit"]
        #expect(edit?["changeAnnotations"]?.object?.allSatisfy { $0.value["needsConfirmation"] == true } == true)
        #expect(edit?["documentChanges"]?[0]?["textDocument"]?["version"] == 1)
        try editor.save(uri, session)
        try session.until { try session.rows()["src/lib/format.ts"] == text }
    }

    @Test func `what an editor took over and has not saved is no conflict, and counts once it is saved`() throws {
        let editor = EditorEdits()
        editor.opensChangedFiles = true
        let session = try session(editor)
        let job = try session.pipeline("A shop for tea")
        _ = try session.event(JobSession.ends, of: job)
        try session.until {
            session.all("window/showMessage").contains { $0["message"]?.string?.contains("not saved") == true }
        }
        #expect(editor.shown.count >= 12)
        let typed = session.workspace.uri + "/README.md"
        try editor.type(typed, (editor.shown[typed] ?? "") + "Typed before saving.\n", session)
        for uri in editor.shown.keys.sorted() { try editor.save(uri, session) }
        try session.until { try session.rows() == session.files() }
        #expect(try session.rows()["README.md"]?.hasSuffix("Typed before saving.\n") == true)
        #expect(session.all("window/showMessageRequest").isEmpty)
        #expect(editor.edits.count == 1)
    }

    @Test func `a refused edit is a decision, and can be applied when somebody asks`() throws {
        let editor = EditorEdits()
        editor.refuses = true
        let session = try session(editor)
        let job = try session.pipeline("A shop for tea")
        _ = try session.event(JobSession.ends, of: job)
        try session.until { !session.all("window/showMessage").isEmpty }
        #expect(try session.files().isEmpty && session.rows().isEmpty)
        editor.refuses = false
        let outcome = try session.call("codeforge/job/apply", ["job_id": .string(job)])["result"]
        #expect(outcome?["applied"] == true)
        #expect(try session.files().count >= 12)
        try session.until { try session.files() == session.rows() }
        #expect(try session.call("codeforge/job/apply", ["job_id": .string(job)])["result"]?["files"] == [])
    }

    @Test func `a file that somebody makes while the editor asks holds what they wrote, and what came in is told`()
        throws
    {
        let editor = EditorEdits()
        let session = try session(editor)
        editor.meanwhile = { try session.workspace.write("-- mine\n", to: "db/schema.sql") }
        let job = try session.pipeline("A CRM for dog walkers")
        _ = try session.event(JobSession.ends, of: job)
        try session.until {
            session.all("window/showMessage").contains { $0["message"]?.string?.contains("db/schema.sql (") == true }
        }
        #expect(try session.files()["db/schema.sql"] == "-- mine\n")
        // The editor had made some of the others when it stopped.
        let outcome = try session.call("codeforge/job/undo", ["job_id": .string(job)])["result"]
        let undone = outcome?["undone"]?.array?.compactMap(\.string) ?? []
        #expect(!undone.isEmpty && !undone.contains("db/schema.sql"))
        #expect(try session.files() == ["db/schema.sql": "-- mine\n"])
    }

    @Test func `whoever agrees to a list agrees to what it showed, not to what a person writes meanwhile`() throws {
        var asked: [String] = []
        let session = try JobSession { method, parameters, session in
            guard method == "window/showMessageRequest" else { return .null }
            asked.append(parameters["message"]?.string ?? "")
            // The first list says that the schema is new; then somebody writes one.
            if asked.count == 1 { try session.workspace.write("-- mine\n", to: "db/schema.sql") }
            return asked.count == 1 ? ["title": "Bring in all"] : ["title": "Leave"]
        }
        try session.workspace.write("mine\n", to: "package.json")
        let job = try session.pipeline("A CRM for dog walkers")
        _ = try session.event(JobSession.ends, of: job)
        try session.until { asked.count == 2 }
        #expect(asked[0].contains("New files: ") && asked[0].contains("would be replaced: package.json."))
        #expect(asked[1].contains("would be replaced: db/schema.sql.") && !asked[1].contains("New files"))
        try session.until { try session.files()["package.json"] != "mine\n" }
        #expect(try session.files()["db/schema.sql"] == "-- mine\n")
        try session.until { try session.rows()["package.json"] == session.files()["package.json"] }
    }

    /// What a new editor of a folder says about files that wait, once it has looked.
    private func greeting(_ session: JobSession, _ reply: @escaping JobSession.Reply) throws -> [String] {
        let next = try JobSession(workspace: session.workspace, storage: session.storage, reply: reply)
        try next.until { try next.call("codeforge/debug/status")["result"]?["mirrors"]?[0]?["state"] == "mirrored" }
        try next.until { next.all("window/showMessage").contains { $0["message"]?.string?.contains("wait") == true } }
        let untold = """
            import sqlite3, sys
            print(sqlite3.connect(sys.argv[1]).execute(
                "select count(*) from job_files where state = 'offered' and reason not like '%; it waits for you'"
            ).fetchone()[0])
            """
        // The message comes first: who dies in between says it once more.
        try next.until {
            try CommandRun("/usr/bin/env", ["python3", "-c", untold, next.database], in: next.storage.path).output
                == "0\n"
        }
        #expect(try next.server.shutDown() == 0)
        return next.all("window/showMessage").compactMap { $0["message"]?.string }
    }

    @Test(arguments: ["question", "preview"])
    func `a question or preview whose editor died is told of at the next start, once`(kind: String) throws {
        let reply: JobSession.Reply = { method, parameters, session in
            if method == "workspace/applyEdit" || method == "window/showMessageRequest" {
                kill(session.server.identifier, SIGKILL)
                throw ServerProcessError.silent
            }
            return .null
        }
        let session = try JobSession(
            capabilities: kind == "preview" ? EditorEdits.capabilities : JobSession.capabilities, reply: reply)
        try session.workspace.write("mine\n", to: "package.json")
        _ = try session.pipeline("A CRM for dog walkers")
        #expect(throws: (any Error).self) { try session.until { false } }
        let said = try greeting(session, JobSession.askNothing)
        let sentence = try #require(said.first { $0.hasPrefix("Files of an earlier job wait for you. ") })
        #expect(sentence.contains("package.json (") && sentence.contains("codeforge.showChanges"), "\(sentence)")
        #expect(try session.files()["package.json"] == "mine\n")
        let later = try JobSession(
            workspace: session.workspace, storage: session.storage, reply: JobSession.askNothing)
        try later.until { try later.call("codeforge/debug/status")["result"]?["mirrors"]?[0]?["state"] == "mirrored" }
        #expect(try later.server.shutDown() == 0)
        #expect(later.all("window/showMessage").isEmpty)
    }

    @Test func `undo in a document that is not saved says so, and the text before the job is kept`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        try session.workspace.write("# Mine\n", to: "README.md")
        let job = try session.pipeline("A CRM for dog walkers")
        _ = try session.event(JobSession.ends, of: job)
        try session.until { try session.files()["README.md"] != "# Mine\n" }
        let written = try #require(try session.files()["README.md"])
        let uri = session.workspace.uri + "/README.md"
        try editor.open(uri, "markdown", written, session)
        func undo() throws -> JSONValue? {
            try session.call("codeforge/job/undo", ["job_id": .string(job)])["result"]
        }
        let first = try undo()
        #expect(first?["left"] == [["path": "README.md", "reason": "taken back in the editor; save it there"]])
        #expect(editor.shown[uri] == "# Mine\n")
        #expect(try session.files()["README.md"] == written)
        #expect(try undo()?["left"] == first?["left"])
        // Closed without saving, the file is the job's still, and goes back once more.
        try editor.close(uri, session)
        try session.until { try undo()?["undone"] == ["README.md"] }
        #expect(try session.files()["README.md"] == "# Mine\n")
        // Saved in the editor, it is undone.
        _ = try session.call("codeforge/job/apply", ["job_id": .string(job), "which": "all"])
        #expect(try session.files()["README.md"] == written)
        try editor.open(uri, "markdown", written, session)
        _ = try undo()
        try editor.save(uri, session)
        try session.until { try undo() == ["undone": [], "left": []] }
        #expect(try session.files()["README.md"] == "# Mine\n")
    }

    @Test func `files that the folder cannot take are told, and come in once it can`() throws {
        let session = try JobSession()
        try session.workspace.write("a file where a folder is needed", to: "src")
        let job = try session.pipeline("A shop for tea")
        _ = try session.event(JobSession.ends, of: job)
        try session.until { !session.all("window/showMessage").isEmpty }
        let told = session.all("window/showMessage").compactMap { $0["message"]?.string }
        #expect(told.count == 1)
        #expect(told.first?.contains("Not brought in: src/") == true, "\(told)")
        #expect(told.first?.contains("codeforge.applyResult") == true)

        try FileManager.default.removeItem(atPath: session.workspace.path + "/src")
        let outcome = try session.call("codeforge/job/apply", ["job_id": .string(job)])["result"]
        #expect(outcome?["applied"] == true)
        #expect(try session.files().keys.contains { $0.hasPrefix("src/") })
    }
}
