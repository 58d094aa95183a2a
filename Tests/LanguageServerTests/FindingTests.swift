import Glibc
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

    @Test func `an editor that cannot apply a fix makes the command fail, not unknown`() throws {
        let server = try ServerProcess()
        try server.initialize(capabilities: Self.capabilities)
        try server.open("file:///w/a.js", "javascript", "debugger;\n")
        let identity = try #require(findings(of: server, 1).first?["identity"])
        try server.send([
            "id": 2, "method": "workspace/executeCommand",
            "params": [
                "command": "codeforge.fixIssue", "arguments": [["uri": "file:///w/a.js", "identity": identity]],
            ],
        ])
        var request = try server.receive()
        while request["method"] != "workspace/applyEdit" { request = try server.receive() }
        try server.send(["id": request["id"] ?? .null, "error": ["code": -32601, "message": "no such method"]])
        let error = try server.answer(to: 2)["error"]
        #expect(error?["code"] == -32803)
        #expect(error?["message"] == "The editor did not apply the fix: no such method")
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
        #expect(try findings(of: server, 1).map { $0["severity"] } == ["critical", "warning", "critical"])
        #expect(try server.shutDown() == 0)
    }

    private func run(_ command: String, _ uri: String, _ identity: JSONValue, on server: ServerProcess, _ id: Int)
        throws
    {
        let arguments: JSONValue = [["uri": .string(uri), "identity": identity]]
        let answer = try server.request(
            id, "workspace/executeCommand", ["command": .string(command), "arguments": arguments])
        #expect(answer["result"] == .null)
    }

    @Test func `a dismissed finding stays away, in the next session too, until it is restored`() throws {
        let (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        // The same mistake twice: each file's is dismissed on its own.
        let uris = ["a.js", "b.js"].map { folder.uri + "/" + $0 }
        for session in 1...3 {
            let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
            try server.initialize(root: folder)
            for uri in uris { try server.open(uri, "javascript", "debugger;\n") }
            let items = try findings(of: server, 1)
            switch session {
            case 1:
                // At once: the folder's project may not be open yet.
                for (index, item) in items.enumerated() {
                    let identity = try #require(item["identity"])
                    try run("codeforge.dismissIssue", uris[index], identity, on: server, 10 + index)
                }
                #expect(try findings(of: server, 3).isEmpty)
            case 2:
                try waitForProject(of: server)
                #expect(try findings(of: server, 3).isEmpty)
                let lens = try server.request(4, "textDocument/codeLens", ["textDocument": ["uri": .string(uris[0])]])
                #expect(lens["result"]?[0]?["command"]?["title"] == "CodeForge: no findings, 1 dismissed")
                let restore = try #require(try restoring(uris[0], on: server, 5))
                #expect(try restoring(uris[0], on: server, 6, trigger: 2) == nil)
                try run("codeforge.restoreIssue", uris[0], restore, on: server, 7)
                #expect(try findings(of: server, 8).map { $0["uri"] } == [.string(uris[0])])
            default:
                try waitForProject(of: server)
                #expect(try findings(of: server, 3).map { $0["uri"] } == [.string(uris[0])])
            }
            #expect(try server.shutDown() == 0)
        }
    }

    @Test func `a finding that is restored while the folder's project opens stays`() throws {
        // The store may be read at any moment between the two commands.
        for _ in 0..<10 {
            let folder = try TemporaryFolder()
            let uri = folder.uri + "/a.js"
            let server = try ServerProcess()
            try server.initialize(root: folder)
            try server.open(uri, "javascript", "debugger;\n")
            let identity = try #require(findings(of: server, 1).first?["identity"])
            try run("codeforge.dismissIssue", uri, identity, on: server, 2)
            try run("codeforge.restoreIssue", uri, identity, on: server, 3)
            try waitForProject(of: server)
            #expect(try findings(of: server, 4).count == 1)
            #expect(try server.shutDown() == 0)
        }
    }

    /// The identity of the dismissed finding that an action on the first line shows again.
    private func restoring(_ uri: String, on server: ServerProcess, _ id: Int, trigger: Int = 1) throws -> JSONValue? {
        let start: JSONValue = ["line": 0, "character": 0]
        let answer = try server.request(
            id, "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "range": ["start": start, "end": start],
                "context": ["diagnostics": [], "triggerKind": .integer(trigger)],
            ])
        let commands = answer["result"]?.array?.compactMap { $0["command"]?.string == nil ? $0["command"] : $0 } ?? []
        return commands.first { $0["command"] == "codeforge.restoreIssue" }?["arguments"]?[0]?["identity"]
    }

    @Test func `a folder that is opened by a link keeps dismissals too`() throws {
        let (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write("debugger;\n", to: "real/a.js")
        symlink("real", folder.path + "/link")
        let uri = folder.uri + "/link/a.js"
        for isFirst in [true, false] {
            let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
            try server.send([
                "id": 0, "method": "initialize",
                "params": ["processId": nil, "rootUri": .string(folder.uri + "/link"), "capabilities": [:]],
            ])
            _ = try server.answer(to: 0)
            try server.send(["method": "initialized", "params": [:]])
            try server.open(uri, "javascript", "debugger;\n")
            if isFirst {
                let identity = try #require(findings(of: server, 1).first?["identity"])
                try run("codeforge.dismissIssue", uri, identity, on: server, 2)
            } else {
                try waitForProject(of: server)
                #expect(try findings(of: server, 1).isEmpty)
            }
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

    @Test(arguments: ["utf-8", "utf-16", "utf-32"])
    func `a file has the same findings in a review of the workspace as when it is open`(encoding: String) throws {
        let folder = try TemporaryFolder()
        let line = String(repeating: "é😀", count: 300)
        let text = "cursor.execute(f\"\"\"SELECT * FROM t\n  -- é😀\n WHERE 😀 a = {x} 😀\"\"\")\n'\(line)'; eval(x)\n"
        try folder.write(text, to: "a.py")
        let server = try ServerProcess()
        try server.initialize(root: folder, capabilities: ["general": ["positionEncodings": [.string(encoding)]]])
        _ = try server.request(1, "workspace/executeCommand", ["command": "codeforge.reviewWorkspace"])
        let reviewed = try #require(try server.receive()["params"]?["diagnostics"]?.array)
        try server.open(folder.uri + "/a.py", "python", text)
        #expect(reviewed.count == 2)
        #expect(try server.receive()["params"]?["diagnostics"] == .array(reviewed))
        #expect(try server.shutDown() == 0)
    }

    @Test func `what a review of the workspace found goes with a dismissal, a setting and a saved file`() throws {
        let folder = try TemporaryFolder()
        for name in ["a.js", "b.js", "c.js"] { try folder.write("debugger;\n", to: name) }
        let (a, c) = (folder.uri + "/a.js", folder.uri + "/c.js")
        let server = try ServerProcess()
        try server.initialize(root: folder)
        _ = try server.request(1, "workspace/executeCommand", ["command": "codeforge.reviewWorkspace"])
        var shown: [String: Int] = [:]
        func published(until isEnough: () -> Bool) throws {
            while !isEnough() {
                let parameters = try server.receive()["params"]
                guard let uri = parameters?["uri"]?.string else { continue }
                shown[uri] = parameters?["diagnostics"]?.array?.count
            }
        }
        try published { shown.values.reduce(0, +) == 3 }
        try server.open(a, "javascript", "debugger;\n")
        let identity = try #require(findings(of: server, 2).first?["identity"])
        try run("codeforge.dismissIssue", a, identity, on: server, 3)
        try server.send(["method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(a)]]])
        try published { shown[a] == 0 }
        try folder.write("start();\n", to: "c.js")
        let change: JSONValue = ["changes": [["uri": .string(c), "type": 2]]]
        try server.send(["method": "workspace/didChangeWatchedFiles", "params": change])
        try published { shown[c] == 0 }
        // Files that are new are followed, as far as a review of the workspace would see them.
        try folder.write("debugger;\n", to: "new/d.js")
        try folder.write("debugger;\n", to: "ignored/e.js")
        try folder.write("ignored/\n", to: ".gitignore")
        let made: JSONValue = .array(["ignored", "new"].map { ["uri": .string("\(folder.uri)/\($0)"), "type": 1] })
        try server.send(["method": "workspace/didChangeWatchedFiles", "params": ["changes": made]])
        try published { shown[folder.uri + "/new/d.js"] == 1 }
        // It was clean meanwhile, and is followed all the same.
        try folder.write("debugger;\n", to: "c.js")
        try server.send(["method": "workspace/didChangeWatchedFiles", "params": change])
        try published { shown[c] == 1 }
        let settings: JSONValue = ["settings": ["codeforge": ["review": ["disabledRules": [.string(Self.debugger)]]]]]
        try server.send(["method": "workspace/didChangeConfiguration", "params": settings])
        try published { shown.values.allSatisfy { $0 == 0 } }
        #expect(shown.count == 4)
        #expect(try server.shutDown() == 0)
    }

    @Test(arguments: [JSONValue?.none, ["error": ["code": -32601, "message": "no"]]])
    func `a client that refuses a progress, or never answers, gets its review and no progress`(
        answer: JSONValue?
    ) throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess()
        try server.initialize(root: folder, capabilities: ["window": ["workDoneProgress": true]])
        try server.send([
            "id": 1, "method": "workspace/executeCommand", "params": ["command": "codeforge.reviewWorkspace"],
        ])
        let request = try server.receive()
        #expect(request["method"] == "window/workDoneProgress/create")
        if var answer = answer?.object {
            answer["id"] = request["id"]
            try server.send(.object(answer))
        }
        #expect(try server.receive() == ["jsonrpc": "2.0", "id": 1, "result": ["items": [], "total": 0]])
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
