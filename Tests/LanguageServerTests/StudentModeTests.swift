import Foundation
import JSON
import TestSupport
import Testing

/// A student's editor: hints where a builder gets solutions.
@Suite struct StudentModeTests {
    private static let code = """
        import yaml


        def load(text, seen=[]):
            data = yaml.load(text)
            if data == None:
                return []
            seen.append(data)
            return seen

        """
    /// What the fixes of the findings above would write.
    private static let solutions = ["safe_load", "is None"]

    private static let capabilities: JSONValue = [
        "window": ["workDoneProgress": true], "workspace": ["applyEdit": true],
        "textDocument": [
            "hover": ["contentFormat": ["markdown"]],
            "codeAction": [
                "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]], "isPreferredSupport": true,
                "disabledSupport": true, "dataSupport": true,
            ],
        ],
    ]

    /// An editor with the document open, and its project in a mode.
    private struct Editor {
        let session: JobSession
        let uri: String

        init(
            mode: String?, workspace: TemporaryFolder? = nil, storage: TemporaryFolder? = nil,
            text: String = StudentModeTests.code, file: String = "load.py", options: JSONValue? = nil
        )
            throws
        {
            session = try JobSession(
                workspace: workspace, storage: storage, capabilities: StudentModeTests.capabilities, options: options,
                reply: JobSession.askNothing)
            uri = session.workspace.uri + "/" + file
            try session.server.open(uri, "python", text)
            if let mode { _ = try run("codeforge.setMode", ["mode": .string(mode)]) }
        }

        func run(_ command: String, _ arguments: JSONValue) throws -> JSONValue {
            try session.call("workspace/executeCommand", ["command": .string(command), "arguments": [arguments]])
        }

        func hover(_ line: Int, _ character: Int) throws -> String {
            let answer = try session.call(
                "textDocument/hover",
                [
                    "textDocument": ["uri": .string(uri)],
                    "position": ["line": .integer(line), "character": .integer(character)],
                ])
            return answer["result"]?["contents"]?["value"]?.string ?? ""
        }

        func actions() throws -> [JSONValue] {
            let answer = try session.call(
                "textDocument/codeAction",
                [
                    "textDocument": ["uri": .string(uri)],
                    "range": ["start": ["line": 0, "character": 0], "end": ["line": 9, "character": 0]],
                    "context": ["diagnostics": []],
                ])
            return answer["result"]?.array ?? []
        }

        func ask(_ line: Int, _ character: Int, again: Bool = false, of other: String? = nil) throws -> JSONValue {
            let position: JSONValue = ["line": .integer(line), "character": .integer(character)]
            return try session.call(
                "codeforge/mentor/ask", ["uri": .string(other ?? uri), "position": position, "again": .bool(again)])[
                    "result"]
                ?? .null
        }

        /// What was published last about the document.
        func diagnostics() throws -> String {
            let published = session.all("textDocument/publishDiagnostics").filter { $0["uri"]?.string == uri }
            return published.last?.serialized ?? ""
        }
    }

    @Test func `who asks about a line that was mended hears what was seen, and what is still to be shown`() throws {
        let editor = try Editor(mode: "student")
        _ = try editor.ask(4, 12)
        try editor.session.server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(editor.uri), "version": 2],
                "contentChanges": [["text": .string(Self.code.replacing("yaml.load(", with: "yaml.safe_load("))]],
            ],
        ])
        func asked(_ line: Int, _ question: String) throws -> String {
            try editor.session.call(
                "codeforge/mentor/ask",
                [
                    "uri": .string(editor.uri), "question": .string(question),
                    "position": ["line": .integer(line), "character": 12],
                ])["result"]?["guidance"]?.string ?? ""
        }
        let guidance = try asked(4, "Is it right now?")
        #expect(guidance.contains("does not find it any more") && guidance.contains("load.py"), "\(guidance)")
        #expect(guidance.contains("What did you run") && !guidance.contains("safe_load"), "\(guidance)")
        #expect(!guidance.contains("is correct") && !guidance.contains("is right"), "\(guidance)")
        // Saved, it is confirmed and forgotten by the ladder, and still known to whoever asks.
        try editor.session.server.send([
            "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(editor.uri)]],
        ])
        try editor.session.until { !editor.session.all("window/showMessage").isEmpty }
        #expect(try asked(4, "and now, is it fine?").contains("does not find it any more"))
        // Again about the same: another rung.
        #expect(try asked(1, "Is it right now?").contains("Write that input"))
    }

    @Test func `a question about a finding is kept and answered there, and other words do not climb`() throws {
        let editor = try Editor(mode: "student")
        defer { WorkerProcesses.kill(editor.session.database) }
        func ask(_ question: String) throws -> JSONValue {
            try editor.session.call(
                "codeforge/mentor/ask",
                [
                    "uri": .string(editor.uri), "question": .string(question),
                    "position": ["line": 4, "character": 12],
                ])["result"] ?? .null
        }
        let first = try ask("Does the name HONOLULU matter here?")
        #expect(first["hint_level"] == 0 && first["guidance"]?.string?.contains("HONOLULU") == true, "\(first)")
        #expect(try ask("Who writes this text?")["hint_level"] == 0)
        #expect(try ask("Who writes this text?")["hint_level"] == 1)
        #expect(try ask("Just give me the code!")["hint_level"] == 2)
        let sessions = try editor.session.call("codeforge/session/list")["result"]?.serialized ?? ""
        #expect(sessions.contains("HONOLULU") && sessions.contains("Who writes this text?"), "\(sessions)")
    }

    @Test func `a question at a place of which nothing is known is answered with the document`() throws {
        let editor = try Editor(mode: "student", text: "# Notes\n\nWater the plants.\n", file: "notes.md")
        let answer = try editor.session.call(
            "codeforge/mentor/ask",
            [
                "uri": .string(editor.uri), "question": "Is line 40 right?",
                "position": ["line": 0, "character": 0],
            ])["result"]
        #expect(answer?["guidance"]?.string?.contains("no line 40") == true, "\(answer ?? .null)")
    }

    @Test func `the mode changes at once what actions, hover and diagnostics hold, and back`() throws {
        let editor = try Editor(mode: nil)
        #expect(try editor.actions().contains { $0["edit"] != nil })
        #expect(try editor.hover(4, 12).contains("safe_load"))
        for (mode, isStudent) in [("student", true), ("builder", false), ("student", true)] {
            _ = try editor.run("codeforge.setMode", ["mode": .string(mode)])
            let actions = try editor.actions()
            #expect(actions.contains { $0["edit"] != nil } != isStudent)
            #expect(
                actions.contains { $0["disabled"]?["reason"]?.string?.contains("student mode") == true } == isStudent)
            #expect(try editor.hover(4, 12).contains("safe_load") != isStudent)
            #expect(try editor.diagnostics().contains("safe_load") != isStudent)
            let project = try editor.session.call("codeforge/project/get")["result"]
            #expect(project?["mode"]?.string == mode)
        }
    }

    @Test func `nothing that leaves the server in student mode holds the fix`() throws {
        let editor = try Editor(mode: "student")
        editor.session.forget()
        var said: [JSONValue] = try editor.actions()
        for line in 0..<9 {
            for character in stride(from: 0, to: 30, by: 6) {
                said.append(.string(try editor.hover(line, character)))
                for _ in 0..<3 { said.append(try editor.ask(line, character)) }
            }
        }
        let named: JSONValue = ["uri": .string(editor.uri)]
        said.append(try editor.session.call("codeforge/review/run", named))
        said.append(try editor.run("codeforge.reviewFile", named))
        said.append(try editor.run("codeforge.reviewWorkspace", [:]))
        said.append(try editor.run("codeforge.explainRule", ["rule": "eval/yaml-load"]))
        said.append(try editor.run("codeforge.explainRule", ["rule": "correctness/none-comparison"]))
        let resolved: JSONValue = [
            "title": "x", "data": ["uri": .string(editor.uri), "resolve": "source.fixAll.codeforge"],
        ]
        said.append(try editor.session.call("codeAction/resolve", resolved))
        for item in try editor.session.call("codeforge/review/list", named)["result"]?["items"]?.array ?? [] {
            let finding: JSONValue = ["uri": .string(editor.uri), "identity": item["identity"] ?? .null]
            let refused = try editor.run("codeforge.fixIssue", finding)
            #expect(refused["error"]?["data"]?["code"] == "student_mode")
            said.append(refused)
        }
        said += editor.session.heard
        for text in said.map(\.serialized) {
            for solution in Self.solutions { #expect(!text.contains(solution), "\(text)") }
        }
    }

    @Test(arguments: ["document", "database", "both"])
    func `student mode holds in every folder below the project's`(known: String) throws {
        let (workspace, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let below = try TemporaryFolder(at: workspace.path + "/src/parts")
        // Opened before the mode was chosen, so that it has a project of its own in builder mode.
        let early = try Editor(mode: "builder", workspace: below, storage: storage)
        #expect(try early.actions().contains { $0["edit"] != nil })
        #expect(try early.session.server.shutDown() == 0)
        if known == "document" {
            try workspace.write("# Student mode\n\nStudent mode is on.\n", to: ".codeforge/student.md")
        } else {
            let editor = try Editor(mode: "student", workspace: workspace, storage: storage)
            #expect(try editor.session.server.shutDown() == 0)
            if known == "database" { try FileManager.default.removeItem(atPath: workspace.path + "/.codeforge") }
        }
        let editor = try Editor(mode: nil, workspace: below, storage: storage)
        try editor.session.until { try !editor.actions().contains { $0["edit"] != nil } }
        if known != "database" { #expect(try !editor.diagnostics().contains("safe_load")) }
        try editor.session.until { try !editor.hover(4, 12).contains("safe_load") }
        if known == "document" { return }
        let code = try editor.session.call(
            "codeforge/agent/run", ["agent_type": "code", "input_context": ["description": "load safely"]])
        #expect(code["error"]?["data"]?["code"] == "student_mode")
        // Back to builder mode, in another editor.
        let other = try Editor(mode: "builder", workspace: workspace, storage: storage)
        try editor.session.until { try editor.actions().contains { $0["edit"] != nil } }
        #expect(try other.session.server.shutDown() == 0)
    }

    @Test func `agents that would write the code are refused in plain words`() throws {
        let editor = try Editor(mode: "student")
        let code = try editor.session.call(
            "codeforge/agent/run", ["agent_type": "code", "input_context": ["description": "load safely"]])
        let pipeline = try editor.session.call(
            "codeforge/pipeline/run", ["input_context": ["user_idea": "a todo list for painters"]])
        for answer in [code, pipeline] {
            #expect(answer["error"]?["data"]?["code"] == "student_mode")
            #expect(answer["error"]?["message"]?.string?.contains("withheld in student mode") == true)
        }
    }

    @Test func `asking again climbs, survives a restart and an edit that keeps the problem, and the session keeps it`()
        throws
    {
        let (workspace, storage) = (try TemporaryFolder(), try TemporaryFolder())
        do {
            let editor = try Editor(mode: "student", workspace: workspace, storage: storage)
            let question = try editor.hover(4, 12)
            #expect(question.contains("`data = yaml.load(text)`, in `load`"))
            let first = try editor.ask(4, 12)
            #expect(first["hint_level"] == 0)
            #expect(first["guidance"]?.string == question)
            #expect(first["concepts"] == ["eval/yaml-load"])
            #expect(try editor.ask(4, 12)["hint_level"] == 1)
            #expect(try editor.hover(4, 12) != question)
            // Another thing begins below.
            #expect(try editor.ask(5, 12)["hint_level"] == 0)
            #expect(try editor.session.server.shutDown() == 0)
        }
        let renamed = Self.code.replacing("data = yaml.load(text)", with: "found = yaml.load(text)")
        let editor = try Editor(mode: nil, workspace: workspace, storage: storage, text: "# new\n" + renamed)
        #expect(try !editor.actions().contains { $0["edit"] != nil })
        // Until the project is read, the mentor asks for patience.
        try editor.session.until {
            try editor.session.call("codeforge/debug/status")["result"]?["mirrors"]?[0]?["mode"] == "student"
        }
        #expect(try editor.ask(5, 14)["hint_level"] == 2)
        let session = try editor.session.call("codeforge/session/list")["result"]?["items"]?[0]
        #expect(session?["transcript"]?.array?.count == 8)
        #expect(
            session?["concepts_covered"]?.array?.contains("eval/yaml-load") == true
                && session?["concepts_covered"]?.array?.count == 2)
    }

    @Test func `a problem that was asked about is called gone once, when the reviewer has seen it to be so`() throws {
        let editor = try Editor(mode: "student")
        _ = try editor.ask(4, 12)
        func save(_ text: String, _ version: Int) throws {
            let document: JSONValue = ["uri": .string(editor.uri), "version": .integer(version)]
            try editor.session.server.send([
                "method": "textDocument/didChange",
                "params": ["textDocument": document, "contentChanges": [["text": .string(text)]]],
            ])
            try editor.session.server.send([
                "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(editor.uri)]],
            ])
            _ = try editor.session.call("codeforge/debug/status")
        }
        func told() -> [String] {
            editor.session.all("window/showMessage").compactMap { $0["message"]?.string }.filter {
                $0.hasPrefix("Gone:")
            }
        }
        try save(Self.code.replacing("data = yaml.load(text)", with: "found = yaml.load(text)"), 2)
        #expect(told() == [])
        let solved = Self.code.replacing("yaml.load", with: "yaml.safe_load")
        try save(solved, 3)
        #expect(told().count == 1 && told()[0].contains("“YAML that makes whatever its text asks for” in load.py"))
        try save(solved + "\n", 4)
        #expect(told().count == 1)
    }

    @Test func `student mode explains itself in a document, and status names the mode`() throws {
        let editor = try Editor(mode: "student")
        try editor.session.until { editor.session.document("student.md").contains("Student mode is on.") }
        // The document is there once the project is read; the status follows with the next look.
        try editor.session.until {
            try editor.session.call("codeforge/debug/status")["result"]?["mirrors"]?[0]?["mode"] == "student"
        }
        _ = try editor.run("codeforge.setMode", ["mode": "builder"])
        try editor.session.until { editor.session.document("student.md").contains("Student mode is off") }
        let wrong = try editor.run("codeforge.setMode", ["mode": "teacher"])
        #expect(wrong["error"]?["message"]?.string == "The mode must be 'builder' or 'student'.")
    }

    @Test func `a quiz finds out the level, and one that is closed changes nothing`() throws {
        let quiz = try JobSession(capabilities: Self.capabilities) { method, parameters, _ in
            guard method == "window/showMessageRequest" else { return .null }
            // Right answers to what is easy, nothing else.
            let right = ["The element, too", "One addition is lost", "With its square"]
            return (parameters["actions"]?.array ?? []).first { right.contains($0["title"]?.string ?? "") } ?? .null
        }
        let answer = try quiz.call("workspace/executeCommand", ["command": "codeforge.assess"])
        #expect(answer["result"] == ["skill_level": "advanced", "asked": 3, "right": 3])
        let closed = try JobSession(capabilities: Self.capabilities, reply: JobSession.askNothing)
        #expect(try closed.call("workspace/executeCommand", ["command": "codeforge.assess"])["result"] == .null)
    }

    @Test func `hover has a link that asks again where the editor runs it`() throws {
        let editor = try Editor(mode: "student", options: ["client": ["followsCommandLinks": true]])
        let hover = try editor.hover(4, 12)
        let link = try #require(hover.firstRange(of: "](command:codeforge.askMentor?"))
        let encoded = hover[link.upperBound...].prefix { $0 != ")" }
        let arguments = try JSONValue(parsing: try #require(String(encoded).removingPercentEncoding))
        let asked = try editor.session.call(
            "workspace/executeCommand", ["command": "codeforge.askMentor", "arguments": arguments])
        #expect(asked["result"]?["hint_level"] == 1)
        // At the top there is nothing more to ask for.
        #expect(try editor.ask(4, 12)["hint_level"] == 2)
        #expect(try !editor.hover(4, 12).contains("](command:"))
        #expect(try !Editor(mode: "student").hover(4, 12).contains("](command:"))
    }

    @Test func `a file of another name keeps its ladder, and a copy begins its own`() throws {
        let (workspace, storage) = (try TemporaryFolder(), try TemporaryFolder())
        try workspace.write(Self.code, to: "load.py")
        let editor = try Editor(mode: "student", workspace: workspace, storage: storage)
        let question = try editor.hover(4, 12)
        for level in 0..<2 { #expect(try editor.ask(4, 12)["hint_level"] == .integer(level)) }
        func hover(_ uri: String) throws -> String {
            let place: JSONValue = ["line": 4, "character": 12]
            let answer = try editor.session.call(
                "textDocument/hover", ["textDocument": ["uri": .string(uri)], "position": place])
            return answer["result"]?["contents"]?["value"]?.string ?? ""
        }
        let pointer = try hover(editor.uri)
        #expect(question != pointer)
        try FileManager.default.moveItem(atPath: workspace.path + "/load.py", toPath: workspace.path + "/moved.py")
        let (moved, copied) = (workspace.uri + "/moved.py", workspace.uri + "/copy.py")
        try editor.session.server.send([
            "method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(editor.uri)]],
        ])
        try editor.session.server.open(moved, "python", Self.code)
        try editor.session.until { try hover(moved) == pointer }
        try workspace.write(Self.code, to: "copy.py")
        try editor.session.server.open(copied, "python", Self.code)
        #expect(try hover(copied) == question)
        #expect(try editor.ask(4, 12, of: copied)["hint_level"] == 0 && editor.ask(4, 12, of: moved)["hint_level"] == 2)
    }

    @Test func `a second editor on the folder goes on where the first one was`() throws {
        let (workspace, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let first = try Editor(mode: "student", workspace: workspace, storage: storage)
        let second = try Editor(mode: nil, workspace: workspace, storage: storage)
        try second.session.until { try second.hover(4, 12).contains("yaml.load(text)") }
        for level in 0..<2 { #expect(try first.ask(4, 12)["hint_level"] == .integer(level)) }
        let pointer = try first.hover(4, 12)
        try second.session.until { try second.hover(4, 12) == pointer }
        #expect(try second.ask(4, 12)["hint_level"] == 2)
        // Switched in the middle of the ladder, and back: it is where it was.
        _ = try second.run("codeforge.setMode", ["mode": "builder"])
        try first.session.until { try first.actions().contains { $0["edit"] != nil } }
        _ = try first.run("codeforge.setMode", ["mode": "student"])
        try first.session.until { try first.actions().allSatisfy { $0["edit"] == nil } }
        try first.session.until { try first.hover(4, 12).contains("A similar problem, solved") }
    }
}
