import JSON
import TestSupport
import Testing

/// What can be done about a finding, from the editor's side.
@Suite struct FindingTests {
    private static let debugger = "debug/debugger-statement"
    private static let capabilities: JSONValue = [
        "workspace": ["applyEdit": true, "workspaceEdit": ["documentChanges": true]],
        "textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]]],
    ]

    private func findings(of server: ServerProcess, _ id: Int) throws -> [JSONValue] {
        try server.request(id, "codeforge/review/list")["result"]?["items"]?.array ?? []
    }

    @Test func `the edit of a quick fix removes the finding`() throws {
        let server = try ServerProcess()
        try server.initialize(capabilities: Self.capabilities)
        try server.open("file:///w/a.js", "javascript", "start();\ndebugger;\n", version: 5)
        let actions = try server.request(
            1, "textDocument/codeAction",
            [
                "textDocument": ["uri": "file:///w/a.js"],
                "range": ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 0]],
                "context": ["diagnostics": []],
            ])["result"]?.array
        let change = try #require(actions?.first?["edit"]?["documentChanges"]?[0])
        #expect(change["textDocument"] == ["uri": "file:///w/a.js", "version": 5])
        let edit = try #require(change["edits"]?[0])
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": "file:///w/a.js", "version": 6],
                "contentChanges": [["range": edit["range"] ?? .null, "text": edit["newText"] ?? .null]],
            ],
        ])
        #expect(try findings(of: server, 2).isEmpty)
        #expect(try server.shutDown() == 0)
    }

    @Test func `the fix command has the client apply the edit`() throws {
        let server = try ServerProcess()
        try server.initialize(capabilities: Self.capabilities)
        try server.open("file:///w/a.js", "javascript", "debugger;\n")
        let identity = try #require(findings(of: server, 1).first?["identity"])
        let arguments: JSONValue = [["uri": "file:///w/a.js", "identity": identity]]
        try server.send([
            "id": 2, "method": "workspace/executeCommand",
            "params": ["command": "codeforge.fixIssue", "arguments": arguments],
        ])
        var request = try server.receive()
        while request["method"] != "workspace/applyEdit" { request = try server.receive() }
        #expect(request["params"]?["edit"]?["documentChanges"]?[0]?["textDocument"]?["uri"] == "file:///w/a.js")
        try server.send(["id": request["id"] ?? .null, "result": ["applied": true]])
        #expect(try server.answer(to: 2)["result"] == ["applied": true])
        #expect(try server.shutDown() == 0)
    }

    @Test func `folders above the workspace do not make a file a test`() throws {
        let server = try ServerProcess()
        try server.send([
            "id": 0, "method": "initialize",
            "params": ["processId": nil, "rootUri": "file:///home/me/dev/test/app", "capabilities": [:]],
        ])
        _ = try server.answer(to: 0)
        try server.send(["method": "initialized", "params": [:]])
        let text = "eval(code)\n"
        try server.open("file:///home/me/dev/test/app/main.py", "python", text)
        try server.open("file:///home/me/dev/test/app/tests/main.py", "python", text)
        try server.open("file:///home/me/tests/else.py", "python", text)
        #expect(try findings(of: server, 1).map { $0["severity"] } == ["critical", "info", "critical"])
        #expect(try server.shutDown() == 0)
    }

    @Test func `a dismissed finding stays away, in the next session too`() throws {
        let (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write("debugger;\n", to: "a.js")
        let uri = folder.uri + "/a.js"
        for isFirst in [true, false] {
            let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
            try server.initialize(root: folder)
            try server.open(uri, "javascript", "debugger;\n")
            var items = try findings(of: server, 1)
            if isFirst {
                // The folder's project must be known before something can be kept in it.
                try waitForProject(of: server)
                let identity = try #require(items.first?["identity"])
                let arguments: JSONValue = [["uri": .string(uri), "identity": identity]]
                let answer = try server.request(
                    2, "workspace/executeCommand", ["command": "codeforge.dismissIssue", "arguments": arguments])
                #expect(answer["result"] == .null)
                items = try findings(of: server, 3)
            } else {
                try waitForProject(of: server)
                items = try findings(of: server, 5)
            }
            #expect(items.isEmpty)
            #expect(try server.shutDown() == 0)
        }
    }

    /// Asks for the status until the folder's project is open.
    private func waitForProject(of server: ServerProcess) throws {
        for id in 1000..<100_000 {
            let status = try server.request(id, "codeforge/debug/status")["result"]
            if status?["projects"] == 1 { return }
        }
        throw ServerProcessError.silent
    }

    @Test func `reviewing the workspace finds problems in files that are not open, and clears them when they are gone`()
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write("let a = '😀'; debugger;\n", to: "src/a b.js")
        try folder.write("debugger;\n", to: "ignored/b.js")
        try folder.write("ignored/\n", to: ".gitignore")
        try folder.write("start();\n", to: "c.js")
        let server = try ServerProcess()
        try server.initialize(root: folder)
        let command: JSONValue = ["command": "codeforge.reviewWorkspace"]
        let answer = try server.request(1, "workspace/executeCommand", command)
        #expect(answer["result"]?["total"] == 1)
        let published = try server.receive()["params"]
        #expect(published?["uri"] == .string(folder.uri + "/src/a%20b.js"))
        #expect(published?["diagnostics"]?[0]?["code"] == .string(Self.debugger))
        #expect(
            published?["diagnostics"]?[0]?["range"]
                == ["start": ["line": 0, "character": 14], "end": ["line": 0, "character": 22]])
        try folder.write("start();\n", to: "src/a b.js")
        #expect(try server.request(2, "workspace/executeCommand", command)["result"]?["total"] == 0)
        #expect(try server.receive()["params"]?["diagnostics"] == [])
        #expect(try server.shutDown() == 0)
    }

    @Test func `the workspace's settings file is heard, and the editor's settings go before it`() throws {
        let folder = try TemporaryFolder()
        try folder.write(#"{"review": {"minimumSeverity": "critical"}}"#, to: ".codeforge/config.json")
        for (options, count): (JSONValue?, Int) in [(nil, 0), (["review": ["minimumSeverity": "info"]], 1)] {
            let server = try ServerProcess()
            try server.initialize(root: folder, options: options)
            try server.open(folder.uri + "/a.js", "javascript", "debugger;\n")
            #expect(try findings(of: server, 1).count == count)
            #expect(try server.shutDown() == 0)
        }
    }
}
