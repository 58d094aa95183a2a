import Foundation
import JSON
import TestSupport
import Testing

/// The documents of `.codeforge/` as an editor shows them.
@Suite struct OwnDocumentTests {
    private func session(_ editor: EditorEdits, like other: JobSession? = nil) throws -> JobSession {
        let session = try JobSession(
            workspace: other?.workspace, storage: other?.storage, capabilities: EditorEdits.capabilities,
            reply: editor.reply)
        session.idle = { [unowned session] in try editor.reload(session) }
        return session
    }

    /// Runs an agent up to its end, or to its question.
    private func run(_ agent: String, _ input: JSONValue = [:], in session: JobSession) throws -> String {
        let job = try session.submit(
            "codeforge/agent/run", ["agent_type": .string(agent), "input_context": input])
        _ = try session.event(JobSession.ends.union(["waiting"]), of: job)
        return job
    }

    /// Opens a document of the product's own once it is there.
    private func open(_ name: String, in editor: EditorEdits, _ session: JobSession) throws -> String {
        try session.until { !session.document(name).isEmpty }
        let uri = session.workspace.uri + "/.codeforge/" + name
        try editor.open(uri, "markdown", session.document(name), session)
        return uri
    }

    private func codes(_ uri: String, _ session: JobSession) -> [String] {
        let last = session.all("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }
        return (last?["diagnostics"]?.array ?? []).compactMap { $0["code"]?.string }
    }

    private func actions(_ uri: String, line: Int, _ session: JobSession) throws -> [JSONValue] {
        let place: JSONValue = ["line": .integer(line), "character": 0]
        let answer = try session.call(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "range": ["start": place, "end": place],
                "context": ["diagnostics": [], "only": ["codeforge.document"]],
            ])
        return answer["result"]?.array ?? []
    }

    private func line(_ text: String, in document: String?) throws -> Int {
        try #require(document?.components(separatedBy: "\n").firstIndex { $0.contains(text) })
    }

    @Test func `questions are shown as soon as their document is open, and go as answers are typed`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        _ = try run("research", ["user_idea": "an app"], in: session)
        let uri = try open("questions.md", in: editor, session)
        try session.until { codes(uri, session) == ["unanswered-question", "unanswered-question"] }
        let text = try #require(editor.shown[uri])
        try editor.type(uri, text.replacingOccurrences(of: "Book appointments\n", with: "Book appointments"), session)
        try editor.type(
            uri, text.replacingOccurrences(of: "- [ ] Book appointments", with: "- [x] Book appointments"), session)
        try session.until { codes(uri, session) == ["unanswered-question"] }
    }

    @Test func `a tick that is not saved stays with its words when its step is gone, and that is said`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        _ = try run("research", ["user_idea": "A CRM for dog walkers", "skip_clarification": true], in: session)
        _ = try run("roadmap", in: session)
        let uri = try open("roadmap.md", in: editor, session)
        let text = try #require(editor.shown[uri])
        let step = try #require(text.components(separatedBy: "\n").first { $0.hasPrefix("- [ ] ") }).dropFirst(6)
        try editor.type(uri, text.replacingOccurrences(of: "- [ ] \(step)", with: "- [x] \(step)"), session)
        _ = try run("roadmap", ["skill_level": "advanced"], in: session)
        try session.until {
            session.all("window/showMessage").contains {
                $0["message"]?.string?.contains("“\(step)” was ticked") == true
            }
        }
        try session.until { editor.shown[uri]?.contains("advanced") == true }
        let lines = editor.shown[uri]?.components(separatedBy: "\n") ?? []
        #expect(lines.count { $0 == "- [x] \(step)" } == 1 && !lines.contains("x"), "\(lines)")
    }

    @Test func `a question offers its answers, and the last one resumes the job`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        let job = try run("research", ["user_idea": "an app"], in: session)
        let uri = try open("questions.md", in: editor, session)
        try session.until { codes(uri, session).count == 2 }
        let ticks = try actions(uri, line: line("### What should", in: editor.shown[uri]), session)
        let tick = try #require(ticks.first { $0["title"] == "Tick “Book appointments”" })
        #expect(tick["diagnostics"]?[0]?["code"] == "unanswered-question")
        try editor.apply(tick["edit"], session)
        #expect(editor.shown[uri]?.contains("- [x] Book appointments\n") == true)
        let answers = try actions(uri, line: line("- [ ] Only me", in: editor.shown[uri]), session)
        let command = try #require(answers.first { $0["title"] == "Answer “Only me”" }?["command"])
        _ = try session.call(
            "workspace/executeCommand",
            ["command": command["command"] ?? .null, "arguments": command["arguments"] ?? .null])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { editor.shown[uri]?.contains("Answered: Only me") == true }
        #expect(editor.shown[uri]?.contains("Answered: Book appointments") == true)
    }

    @Test func `two editors with one document open both follow the rows, and keep what each has typed`() throws {
        let (mine, theirs) = (EditorEdits(), EditorEdits())
        let first = try session(mine)
        let second = try session(theirs, like: first)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: first)
        _ = try run("roadmap", in: first)
        let uri = try open("roadmap.md", in: mine, first)
        _ = try open("roadmap.md", in: theirs, second)
        for step in 1...2 {
            try mine.type(uri, (mine.shown[uri] ?? "") + "Mine \(step)\n", first)
            try theirs.type(uri, "Theirs \(step)\n" + (theirs.shown[uri] ?? ""), second)
            _ = try (step == 1 ? first : second).call("codeforge/roadmap/advance")
            try first.until { mine.shown[uri]?.components(separatedBy: "- [x]").count == step + 1 }
            try second.until { theirs.shown[uri]?.components(separatedBy: "- [x]").count == step + 1 }
            #expect(mine.shown[uri]?.hasSuffix("Mine \(step)\n") == true)
            #expect(theirs.shown[uri]?.hasPrefix("Theirs \(step)\n") == true)
        }
    }

    @Test func `saving a document that is behind the rows takes no step back`() throws {
        // This editor applies nothing, so that its text stays as it was opened.
        let session = try JobSession(reply: JobSession.askNothing)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        _ = try run("roadmap", in: session)
        let editor = EditorEdits()
        let uri = try open("roadmap.md", in: editor, session)
        _ = try session.call("codeforge/roadmap/advance")
        try editor.type(uri, (editor.shown[uri] ?? "") + "A note\n", session)
        try editor.save(uri, session)
        _ = try session.call("codeforge/roadmap/advance")
        try editor.save(uri, session)
        try session.server.send([
            "method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(uri)]],
        ])
        try session.until { session.document("roadmap.md").components(separatedBy: "- [x]").count == 3 }
        #expect(session.document("roadmap.md").hasSuffix("A note\n"))
        #expect(try session.call("codeforge/roadmap/get")["result"]?["current_step_index"] == 2)
    }

    @Test func `one of six ticked steps is opened alone, and the editor is left with what was saved`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        _ = try run("roadmap", in: session)
        _ = try session.call("codeforge/roadmap/advance", ["step_index": 6])
        try session.until { session.document("roadmap.md").components(separatedBy: "- [x]").count == 7 }
        let uri = try open("roadmap.md", in: editor, session)
        var boxes = try #require(editor.shown[uri]).components(separatedBy: "- [x]")
        let second = boxes.remove(at: 2)
        boxes[1] += "- [ ]" + second
        try editor.type(uri, boxes.joined(separator: "- [x]"), session)
        let saved = editor.shown[uri]
        try editor.save(uri, session)
        try session.until { try session.call("codeforge/roadmap/get")["result"]?["current_step_index"] == 1 }
        let modules = try session.call("codeforge/roadmap/get")["result"]?["modules"]?.array ?? []
        #expect(modules.reduce(0) { $0 + ($1["done_steps"]?.array?.count ?? 0) } == 5)
        // What comes later finds nothing to change in the document.
        _ = try run("qa", in: session)
        try session.until { !session.document("review.md").isEmpty }
        #expect(editor.shown[uri] == saved && session.document("roadmap.md") == saved)
        #expect(!editor.isModified(uri) && editor.edits.isEmpty)
    }

    @Test func `a save that is read from the disk before the editor tells of its change is the base of the next one`()
        throws
    {
        let editor = EditorEdits()
        let session = try session(editor)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        _ = try run("roadmap", in: session)
        func done() throws -> Int {
            let modules = try session.call("codeforge/roadmap/get")["result"]?["modules"]?.array ?? []
            return modules.reduce(0) { $0 + ($1["done_steps"]?.array?.count ?? 0) }
        }
        let uri = try open("roadmap.md", in: editor, session)
        for _ in 0..<5 {
            var boxes = try #require(editor.shown[uri]).components(separatedBy: "- [ ]")
            let ticked = boxes[0...6].joined(separator: "- [x]") + "- [ ]" + boxes[7...].joined(separator: "- [ ]")
            // Neovim gathers changes, and sends them with the save.
            editor.shown[uri] = ticked
            try ticked.write(
                toFile: session.workspace.path + "/.codeforge/roadmap.md", atomically: false, encoding: .utf8)
            try session.until { try done() == 6 }
            try editor.type(uri, ticked, session)
            try editor.save(uri, session)
            boxes = ticked.components(separatedBy: "- [x]")
            let cleared = boxes[0] + "- [ ]" + boxes[1...].joined(separator: "- [x]")
            try editor.type(uri, cleared, session)
            try editor.save(uri, session)
            try session.until { try done() == 5 }
            #expect(session.document("roadmap.md") == cleared)
            try editor.type(uri, cleared.replacingOccurrences(of: "- [x]", with: "- [ ]"), session)
            try editor.save(uri, session)
            try session.until { try done() == 0 }
        }
    }

    @Test func `a document that nobody types into follows the rows and is never left modified`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        let uri = try open("jobs.md", in: editor, session)
        _ = try run("qa", in: session)
        try session.until { editor.shown[uri]?.contains("**qa** completed") == true }
        #expect(!editor.isModified(uri) && editor.edits.isEmpty)
        // What is typed and not saved stays the editor's, and only then is the document edited there.
        try editor.type(uri, (editor.shown[uri] ?? "") + "My note\n", session)
        let file = session.document("jobs.md")
        _ = try run("roadmap", in: session)
        try session.until { editor.shown[uri]?.contains("**roadmap** completed") == true }
        #expect(editor.shown[uri]?.hasSuffix("My note\n") == true)
        #expect(session.document("jobs.md") == file)
        try editor.save(uri, session)
        _ = try run("wireframe", in: session)
        try session.until { editor.shown[uri]?.contains("**wireframe** completed") == true }
        #expect(editor.shown[uri]?.hasSuffix("My note\n") == true && !editor.isModified(uri))
    }

    @Test func `an editor that does not read a file again takes nothing back when it saves`() throws {
        // It shows what it opened, and writes that over what came since.
        let session = try JobSession(capabilities: EditorEdits.capabilities, reply: JobSession.oblige)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        _ = try run("roadmap", in: session)
        let editor = EditorEdits()
        let uri = try open("roadmap.md", in: editor, session)
        for step in 1...3 {
            _ = try session.call("codeforge/roadmap/advance")
            try session.until { session.document("roadmap.md").components(separatedBy: "- [x]").count == step + 1 }
            try editor.type(uri, (editor.shown[uri] ?? "") + "Note \(step)\n", session)
            try editor.save(uri, session)
            try session.until {
                let text = session.document("roadmap.md")
                return text.contains("Note \(step)\n") && text.components(separatedBy: "- [x]").count == step + 1
            }
        }
        #expect(try session.call("codeforge/roadmap/get")["result"]?["current_step_index"] == 3)
    }

    @Test func `questions of a cancelled job leave their document, what was written there stays`() throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try run("research", ["user_idea": "an app"], in: session)
        try session.until { session.document("questions.md").contains("Answer:") }
        let asked = try #require(
            session.document("questions.md").components(separatedBy: "\n").first { $0.hasPrefix("### ") })
        try ("My own words.\n" + session.document("questions.md"))
            .write(toFile: session.workspace.path + "/.codeforge/questions.md", atomically: true, encoding: .utf8)
        _ = try session.call("codeforge/job/cancel", ["job_id": .string(job)])
        try session.until { session.document("questions.md").contains("No agent asks anything.") }
        #expect(!session.document("questions.md").contains(asked))
        #expect(session.document("questions.md").hasPrefix("My own words.\n"))
    }

    @Test func `two clients' questions to the mentor are all kept`() throws {
        let first = try JobSession()
        let second = try JobSession(workspace: first.workspace, storage: first.storage)
        let project = try first.call("codeforge/project/get")["result"]?["id"]
        #expect(try second.call("codeforge/project/get")["result"]?["id"] == project)
        for number in 0..<11 {
            let session = number % 2 == 0 ? first : second
            try session.server.send([
                "id": .string("ask\(number)"), "method": "codeforge/mentor/ask",
                "params": ["question": .string("What is number \(number)?")],
            ])
        }
        func kept() throws -> [String] {
            let sessions = try first.call("codeforge/session/list")["result"]?["items"]?.array ?? []
            #expect(sessions.count <= 1)
            return (sessions.first?["transcript"]?.array ?? []).filter { $0["role"] == "user" }
                .compactMap { $0["content"]?.string }.sorted()
        }
        let all = (0..<11).map { "What is number \($0)?" }.sorted()
        try first.until { try kept().count == 11 }
        #expect(try kept() == all)
    }

    @Test func `the same question about other code starts at the first rung`() throws {
        let session = try JobSession()
        func rung(_ code: String) throws -> JSONValue? {
            try session.call(
                "codeforge/mentor/ask", ["question": "Is this correct?", "code": .string(code)])["result"]?[
                    "hint_level"]
        }
        #expect(try rung("def a(n):\n    return n\n") == 0)
        #expect(try rung("def a(n):\n  return n") == 1)
        #expect(try rung("def b(n):\n    return -n\n") == 0)
        #expect(try rung("def a(n):\n    return n\n") == 2)
    }

    @Test func `an answer that a script writes into the file counts, though the editor has the document open`() throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try run("research", ["user_idea": "A CRM for dog walkers"], in: session)
        let editor = EditorEdits()
        let uri = try open("questions.md", in: editor, session)
        try session.until { codes(uri, session) == ["unanswered-question"] }
        let asked = session.document("questions.md")
        // What is typed and not saved is no answer, whoever writes the file.
        try editor.type(uri, asked.replacing("\nAnswer:\n", with: "\nAnswer: Typed\n"), session)
        try asked.replacing("\nAnswer:\n", with: "\nAnswer: Written\n")
            .write(toFile: session.workspace.path + "/.codeforge/questions.md", atomically: true, encoding: .utf8)
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.server.send([
            "method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(uri)]],
        ])
        try session.until { session.document("questions.md").contains("Answered: Written") }
        #expect(session.all("window/showMessage").isEmpty)
    }

    @Test func `a save that an editor tells of twice is done once`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        let job = try run("research", ["user_idea": "A CRM for dog walkers"], in: session)
        let uri = try open("questions.md", in: editor, session)
        try editor.type(
            uri, session.document("questions.md").replacing("\nAnswer:\n", with: "\nAnswer: Dogs\n"), session)
        try editor.save(uri, session)
        try session.server.send([
            "method": "workspace/didChangeWatchedFiles",
            "params": ["changes": [["uri": .string(uri), "type": 2]]],
        ])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { editor.shown[uri]?.contains("Answered: Dogs") == true }
        #expect(session.all("window/showMessage").isEmpty)
    }

    @Test func `an editor that checks no versions and tells late gets each change once`() throws {
        let editor = EditorEdits()
        editor.tellsLate = true
        let session = try JobSession(capabilities: ["workspace": ["applyEdit": true]], reply: editor.reply)
        session.replied = { try editor.tell(session) }
        session.idle = { try editor.reload(session) }
        let job = try session.pipeline("A CRM for dog walkers", skipping: false)
        _ = try session.event(["waiting"], of: job)
        let uri = try open("questions.md", in: editor, session)
        try editor.type(
            uri, session.document("questions.md").replacing("- [ ] Just", with: "- [x] Just"), session)
        try editor.tell(session)
        try editor.save(uri, session)
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { !session.document("review.md").isEmpty }
        #expect(editor.shown[uri]?.components(separatedBy: "Answered: ").count == 2)
        // What the pipeline brought in is told, and nothing else: no change met with another one.
        try session.until { !session.all("window/showMessage").isEmpty }
        let told = session.all("window/showMessage").compactMap { $0["message"]?.string }
        #expect(told.count == 1 && told.allSatisfy { $0.hasPrefix("Brought in ") })
    }

    @Test func `a workspace that is reached by a link has its documents too`() throws {
        let editor = EditorEdits()
        let outer = try session(editor)
        let link = outer.storage.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: outer.workspace.path)
        try outer.server.send([
            "method": "workspace/didChangeWorkspaceFolders",
            "params": [
                "event": [
                    "added": [["uri": .string("file://" + link), "name": "link"]],
                    "removed": [["uri": .string(outer.workspace.uri), "name": "workspace"]],
                ]
            ],
        ])
        _ = try run("research", ["user_idea": "an app"], in: outer)
        try outer.until { !outer.document("questions.md").isEmpty }
        let uri = "file://\(link)/.codeforge/questions.md"
        try editor.open(uri, "markdown", outer.document("questions.md"), outer)
        try outer.until { codes(uri, outer).count == 2 }
    }

    @Test func `commands show their answers to people, requests do not`() throws {
        let editor = EditorEdits()
        let session = try JobSession(
            capabilities: ["window": ["showDocument": ["support": true]]], reply: editor.reply)
        _ = try run("research", ["user_idea": "A shop for tea", "skip_clarification": true], in: session)
        try session.until { !session.document("jobs.md").isEmpty }
        _ = try session.call("codeforge/job/list")
        #expect(session.all("window/showDocument").isEmpty)
        _ = try session.call("workspace/executeCommand", ["command": "codeforge.showJobs"])
        try session.until { !session.all("window/showDocument").isEmpty }
        let asked: JSONValue = ["question": "Why is the sky blue?"]
        let answer = try session.call(
            "workspace/executeCommand", ["command": "codeforge.askMentor", "arguments": [asked]])
        #expect(session.all("window/showMessage").last?["message"] == answer["result"]?["guidance"])
    }

    @Test func `the code agent is offered for what it repairs, and does so`() throws {
        let editor = EditorEdits()
        let session = try session(editor)
        try session.workspace.write(
            "import yaml\n\nprices = yaml.load(text, Loader=yaml.Loader)\neval(text)\nx = y == None\n", to: "load.py")
        try session.until {
            try session.call("codeforge/file/list")["result"]?["items"]?.array?.isEmpty == false
        }
        _ = try run("qa", in: session)
        let uri = try open("review.md", in: editor, session)
        let shown = try #require(editor.shown[uri])
        for rule in ["eval/python-eval", "eval/yaml-load", "correctness/none-comparison"] {
            #expect(shown.contains(rule))
        }
        // The document may be there a moment before the server has read the project again, which refreshes the lenses.
        var offers: [JSONValue] = []
        try session.until {
            let lenses = try session.call("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
            offers = lenses["result"]?.array?.filter { $0["command"]?["title"] == "Fix with the code agent" } ?? []
            return !offers.isEmpty
        }
        #expect(offers.map { $0["range"]?["start"]?["line"]?.int } == [try line("eval/yaml-load", in: shown)])
        let command = try #require(offers.first?["command"])
        let answer = try session.call(
            "workspace/executeCommand",
            ["command": command["command"] ?? .null, "arguments": command["arguments"] ?? .null])
        let job = try #require(answer["result"]?["job_id"]?.string)
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        let result = try session.call("codeforge/job/get", ["job_id": .string(job)])["result"]?["result"]
        #expect(result?["code"]?.string?.contains("yaml.safe_load(text)") == true)
    }
}
