import Foundation
import JSON
import TestSupport
import Testing

/// Which code actions come when, for clients of every sort.
@Suite struct CodeActionTests {
    private static let suppliers = "\(BuiltProgram.packageRoot)/protocol-fixtures/workspaces/shop/api/shop/suppliers.py"
    /// Kate 22.12's, which runs all that it gets about the finding at the cursor.
    private static let kate: JSONValue = [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix", "refactor", "source"]]]
    ]
    private static let choosing: JSONValue = [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]], "isPreferredSupport": true,
    ]

    /// A server with one document open, and the diagnostics that it published.
    private struct Opened {
        let server: ServerProcess
        let uri: String
        let text: String
        let diagnostics: [JSONValue]
        private let end: JSONValue

        init(
            _ text: String, _ languageID: String, named name: String = "a", in folder: TemporaryFolder? = nil,
            codeAction: JSONValue
        ) throws {
            server = try ServerProcess()
            try server.initialize(root: folder, capabilities: ["textDocument": ["codeAction": codeAction]])
            uri = "\(folder?.uri ?? "file:///w")/\(name)"
            self.text = text
            try server.open(uri, languageID, text)
            let publication = try server.receive()["params"]
            diagnostics = try #require(publication?["diagnostics"]?.array)
            end = ["line": .integer(text.components(separatedBy: "\n").count - 1), "character": 0]
        }

        /// The actions for a range, else for the whole document.
        func actions(
            _ id: Int, about diagnostics: [JSONValue] = [], range: JSONValue? = nil, only: [JSONValue]? = nil,
            isAutomatic: Bool = false
        ) throws -> [JSONValue] {
            var context: JSONObject = ["diagnostics": .array(diagnostics)]
            if let only { context["only"] = .array(only) }
            if isAutomatic { context["triggerKind"] = 2 }
            let whole: JSONValue = ["start": ["line": 0, "character": 0], "end": end]
            let answer = try server.request(
                id, "textDocument/codeAction",
                ["textDocument": ["uri": .string(uri)], "range": range ?? whole, "context": .object(context)])
            return try #require(answer["result"]?.array)
        }

        func cursor(_ line: Int, _ character: Int) -> JSONValue {
            let place: JSONValue = ["line": .integer(line), "character": .integer(character)]
            return ["start": place, "end": place]
        }

        /// The text after all edits of the actions, which must not overlap.
        func applying(_ actions: [JSONValue]) throws -> String {
            let edits = actions.flatMap { $0["edit"]?["changes"]?[uri]?.array ?? [] }
            var lines = text.components(separatedBy: "\n").map { Array($0.utf16) }
            var before: (Int, Int) = (.max, 0)
            for edit in edits.sorted(by: { Self.place($0, "start") > Self.place($1, "start") }) {
                let (start, end) = (Self.place(edit, "start"), Self.place(edit, "end"))
                #expect(end <= before, "\(edit) overlaps with what follows it")
                before = start
                let tail = lines[end.0][end.1...]
                let head = lines[start.0][..<start.1]
                let new = Array((edit["newText"]?.string ?? "").utf16)
                lines.replaceSubrange(start.0...end.0, with: [head + new + tail])
            }
            return lines.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n")
        }

        private static func place(_ edit: JSONValue, _ bound: String) -> (Int, Int) {
            let place = edit["range"]?[bound]
            return (place?["line"]?.int ?? 0, place?["character"]?.int ?? 0)
        }
    }

    private func suppliers(in folder: TemporaryFolder? = nil, _ codeAction: JSONValue) throws -> Opened {
        try Opened(
            String(contentsOfFile: Self.suppliers, encoding: .utf8), "python", named: "suppliers.py", in: folder,
            codeAction: codeAction)
    }

    private func isPython(_ text: String) throws -> Bool {
        let program = "import ast, sys; ast.parse(sys.stdin.read())"
        let run = try CommandRun("/usr/bin/python3", ["-c", program], in: "/tmp", input: Array(text.utf8))
        return run.exitCode == 0
    }

    @Test func `of a whole file with one named finding only that finding's actions come`() throws {
        let opened = try suppliers(Self.choosing)
        #expect(opened.diagnostics.count == 3)
        for (id, diagnostic) in opened.diagnostics.enumerated() {
            let actions = try opened.actions(10 + id, about: [diagnostic])
            let code = try #require(diagnostic["code"]?.string)
            #expect(actions.allSatisfy { $0["diagnostics"] == [diagnostic] })
            let titles = actions.compactMap { $0["title"]?.string }
            #expect(titles.suffix(2) == ["Dismiss this finding (\(code))", "Explain \(code)"])
            let fixes = actions.filter { $0["kind"] == "quickfix" }
            #expect(fixes.count == (code == "secrets/hardcoded-secret" ? 0 : 1))
            #expect(fixes.allSatisfy { $0["edit"] != nil && $0["command"] == nil })
        }
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `whoever runs all that comes about a finding has it fixed once and nothing else done`() throws {
        let opened = try suppliers(Self.kate)
        for (id, diagnostic) in opened.diagnostics.enumerated() {
            let actions = try opened.actions(10 + id, about: [diagnostic])
            #expect(actions.count <= 1)
            #expect(actions.allSatisfy { $0["command"] == nil })
            #expect(try isPython(opened.applying(actions)))
            // With the finding selected, too.
            #expect(try opened.actions(20 + id, about: [diagnostic], range: diagnostic["range"]) == actions)
        }
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `actions about several findings of a line are called by what each is about`() throws {
        let folder = try TemporaryFolder()
        let opened = try Opened(
            "def f(a, b):\n    return a == None or b == None or b == None\n", "python", in: folder,
            codeAction: Self.choosing)
        let actions = try opened.actions(10, range: opened.cursor(1, 0))
        let titles = actions.compactMap { $0["title"]?.string }
        #expect(Set(titles).count == titles.count, "\(titles)")
        #expect(actions.count { $0["kind"] == "quickfix" } == 3)
        let fixes = actions.filter { $0["kind"] == "quickfix" }.compactMap { $0["title"]?.string }
        #expect(fixes.contains { $0.hasSuffix("column 38") }, "\(titles)")
        #expect(titles.count { $0 == "Explain correctness/none-comparison" } == 1)
        #expect(titles.count { $0.hasPrefix("Dismiss this finding (correctness/none-comparison): “") } == 3)
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `who is no student may ask the mentor about a finding, too, one rung higher each time`() throws {
        let session = try JobSession(
            capabilities: ["textDocument": ["codeAction": Self.choosing], "window": ["workDoneProgress": true]])
        let uri = session.workspace.uri + "/a.py"
        try session.server.open(uri, "python", "def f(a):\n    return a == None\n")
        let place: JSONValue = ["line": 1, "character": 0]
        let answer = try session.call(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "range": ["start": place, "end": place],
                "context": ["diagnostics": []],
            ])
        let actions = (answer["result"]?.array ?? []).filter { $0["command"]?["command"] == "codeforge.askMentor" }
        #expect(actions.count == 1)
        #expect(actions.first?["kind"] == "codeforge.mentor")
        let command = try #require(actions.first?["command"])
        let hints = try (0..<2).map { _ in
            try session.call("workspace/executeCommand", command)["result"]?["guidance"]?.string
        }
        #expect(hints.allSatisfy { $0?.isEmpty == false } && hints[0] != hints[1], "\(hints)")
        try session.until { session.shownMessages.contains { $0 == hints[1] } }
    }

    @Test func `everything that a model would write is marked so`() throws {
        let tagged: JSONValue = [
            "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]],
            "tagSupport": ["valueSet": [1]], "isPreferredSupport": true,
        ]
        let session = try JobSession(
            capabilities: ["textDocument": ["codeAction": tagged]],
            options: ["model": ["provider": "ollama", "name": "qwen3"]])
        let uri = session.workspace.uri + "/a.py"
        try session.server.open(uri, "python", "def f(a):\n    return a == None\n")
        var actions: [JSONValue] = []
        func ask(_ end: Int) throws {
            let answer = try session.call(
                "textDocument/codeAction",
                [
                    "textDocument": ["uri": .string(uri)],
                    "range": ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": .integer(end)]],
                    "context": ["diagnostics": []],
                ])
            actions = answer["result"]?.array ?? []
        }
        try session.until {
            try ask(20)
            return actions.contains { $0["command"]?["command"] == "codeforge.refactorCode" }
        }
        let written: Set<String> = ["codeforge.agent", "codeforge.mentor"]
        let kinds = Set(actions.compactMap { $0["kind"]?.string })
        #expect(kinds.isSuperset(of: written))
        for action in actions {
            let isMarked = action["tags"] == [1]
            #expect(isMarked == written.contains(action["kind"]?.string ?? ""), "\(action.serialized)")
        }
        let commands = Set(actions.compactMap { $0["command"]?["command"]?.string })
        #expect(
            commands.isSuperset(of: [
                "codeforge.fixWithAgent", "codeforge.explainCode", "codeforge.refactorCode", "codeforge.askMentor",
            ]))
    }

    @Test func `a named finding is known by what the client kept of it, and one that is gone has no actions`() throws {
        let server = try ServerProcess()
        try server.initialize(capabilities: [
            "textDocument": ["codeAction": Self.choosing, "publishDiagnostics": ["dataSupport": true]]
        ])
        let uri: JSONValue = "file:///w/a.js"
        try server.open("file:///w/a.js", "javascript", "debugger; debugger;\nstart();\n")
        let diagnostics = try #require(try server.receive()["params"]?["diagnostics"]?.array)
        #expect(diagnostics.count == 2)
        func dismissals(_ id: Int, _ named: JSONValue) throws -> [JSONValue] {
            let start: JSONValue = ["line": 0, "character": 0]
            let answer = try server.request(
                id, "textDocument/codeAction",
                [
                    "textDocument": ["uri": uri], "range": ["start": start, "end": start],
                    "context": ["diagnostics": [named], "only": ["codeforge.dismiss"]],
                ])
            return answer["result"]?.array?.compactMap { $0["command"]?["arguments"]?[0]?["identity"] } ?? []
        }
        for (id, diagnostic) in diagnostics.enumerated() {
            #expect(try dismissals(id, diagnostic) == [diagnostic["data"]?["identity"] ?? .null])
        }
        // As an editor gives it back that counts columns its own way.
        var shifted = try #require(diagnostics[0].object)
        shifted["range"] = ["start": ["line": 0, "character": 3], "end": ["line": 0, "character": 11]]
        shifted["data"] = nil
        #expect(try dismissals(5, .object(shifted)) == [diagnostics[0]["data"]?["identity"] ?? .null])
        try server.send([
            "method": "textDocument/didChange",
            "params": ["textDocument": ["uri": uri, "version": 2], "contentChanges": [["text": "start();\n"]]],
        ])
        #expect(try dismissals(6, diagnostics[0]) == [])
        #expect(try server.shutDown() == 0)
    }

    @Test(arguments: [0, 4, 30]) func `a cursor anywhere on a marked line is offered its actions`(column: Int) throws {
        let opened = try Opened("if x:\n    eval(text) # spoken aloud\n", "python", codeAction: Self.choosing)
        let actions = try opened.actions(1, range: opened.cursor(1, column))
        #expect(actions.contains { $0["command"]?["command"] == "codeforge.dismissIssue" })
        #expect(try opened.actions(2, range: opened.cursor(0, 0), only: ["codeforge.dismiss"]).isEmpty)
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `what the cursor stands on comes before what else is on its line`() throws {
        let opened = try Opened("eval(a); debugger;\n", "javascript", codeAction: Self.choosing)
        func first(_ id: Int, _ column: Int) throws -> JSONValue? {
            try opened.actions(id, range: opened.cursor(0, column), only: ["codeforge.explain"]).first?["title"]
        }
        #expect(try first(1, 0) == "Explain eval/javascript-eval")
        #expect(try first(2, 12) == "Explain debug/debugger-statement")
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `only edits that repair a finding are quick fixes, and no bulk holds anything else`() throws {
        let folder = try TemporaryFolder()
        let opened = try suppliers(in: folder, Self.kate)
        while try opened.server.request(1, "codeforge/debug/status")["result"]?["projects"] != 1 {}
        for (id, only) in [["quickfix"], ["source.fixAll"], ["source"], ["refactor"]].enumerated() {
            let actions = try opened.actions(10 + id, only: only.map { .string($0) })
            #expect(actions.allSatisfy { $0["command"] == nil })
        }
        let selection = try opened.actions(20)
        let kinds = Set(selection.filter { $0["command"] != nil }.compactMap { $0["kind"]?.string })
        #expect(kinds == ["codeforge.dismiss", "codeforge.explain", "codeforge.review", "codeforge.mentor"])
        // Offline, the code agent does nothing about a finding that its quick fix does not.
        #expect(!selection.contains { $0["title"]?.string?.contains("agent") ?? true })
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `fixes that overlap are not offered together`() throws {
        // The inner finding's fix lies in the outer one's.
        let text = "yaml.load(open(yaml.load(a, Loader=yaml.Loader)), Loader=yaml.Loader)\nx = y == None\n"
        let opened = try Opened("import yaml\n" + text, "python", codeAction: Self.choosing)
        let fixes = try opened.actions(1, only: ["quickfix"])
        let all = try opened.actions(2, only: ["source.fixAll"])
        #expect(fixes.count >= 2)
        for actions in [fixes, all] { #expect(try isPython(opened.applying(actions))) }
        #expect(try opened.applying(fixes) == opened.applying(all))
        #expect(try opened.server.shutDown() == 0)
    }

    @Test func `a light bulb shines for findings alone`() throws {
        let opened = try suppliers(Self.choosing)
        #expect(try opened.actions(1, range: opened.cursor(0, 0), isAutomatic: true).isEmpty)
        #expect(try !opened.actions(2, range: opened.cursor(16, 0), isAutomatic: true).isEmpty)
        // On save.
        #expect(try opened.actions(3, only: ["source.fixAll"], isAutomatic: true).count == 1)
        #expect(try opened.server.shutDown() == 0)
    }
}
