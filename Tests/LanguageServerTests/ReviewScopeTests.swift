import Foundation
import JSON
import TestSupport
import Testing

/// `review.scope: workspace`: every file's findings are current, whoever changes it.
@Suite struct ReviewScopeTests {
    private static let pulling: JSONValue = [
        "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("x = eval(y)\n", to: "a.py")
        try folder.write("debugger;\n", to: "src/deep/b.js")
        try folder.write("built/\n", to: ".gitignore")
        try folder.write("x = eval(y)\n", to: "built/c.py")
    }

    private func start(_ capabilities: JSONValue = [:]) throws -> ServerProcess {
        let server = try ServerProcess()
        try server.initialize(
            root: folder, capabilities: capabilities, options: ["review": ["scope": "workspace"]])
        return server
    }

    /// Waits until the last publications of some files have these codes.
    private func waitUntil(_ server: ServerProcess, shows expected: [String: [String]]) throws {
        var left = expected
        while !left.isEmpty {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics",
                let name = message["params"]?["uri"]?.string?.dropFirst(folder.uri.count + 1)
            else { continue }
            let codes = message["params"]?["diagnostics"]?.array?.compactMap { $0["code"]?.string }
            if codes == expected[String(name)] { left[String(name)] = nil }
        }
    }

    private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }

    @Test func `files that nobody opens are shown, and followed without the editor's help`() throws {
        let server = try start()
        try waitUntil(server, shows: ["a.py": ["eval/python-eval"], "src/deep/b.js": ["debug/debugger-statement"]])
        try folder.write("x = 1\n", to: "a.py")
        try waitUntil(server, shows: ["a.py": []])
        try folder.write("x = eval(y)\n", to: "new/er/d.py")
        try waitUntil(server, shows: ["new/er/d.py": ["eval/python-eval"]])
        try folder.write("y = eval(y)\n", to: "new/er/e.py")
        try waitUntil(server, shows: ["new/er/e.py": ["eval/python-eval"]])
        try FileManager.default.moveItem(atPath: folder.path + "/new", toPath: folder.path + "/moved")
        try waitUntil(
            server,
            shows: [
                "new/er/d.py": [], "new/er/e.py": [], "moved/er/d.py": ["eval/python-eval"],
                "moved/er/e.py": ["eval/python-eval"],
            ])
        try remove("moved/er/d.py")
        try waitUntil(server, shows: ["moved/er/d.py": []])
        try remove("moved")
        try waitUntil(server, shows: ["moved/er/e.py": []])
    }

    @Test func `ignore files, rules and settings count as soon as they are written`() throws {
        let server = try start()
        try waitUntil(server, shows: ["a.py": ["eval/python-eval"]])
        try folder.write("a.py\n", to: ".gitignore")
        try waitUntil(server, shows: ["a.py": [], "built/c.py": ["eval/python-eval"]])
        let rule = """
            rules:
              - {id: old, languages: [javascript], severity: WARNING, message: Old., pattern: debugger}

            """
        try folder.write(rule, to: ".codeforge/rules/team.yaml")
        try waitUntil(server, shows: ["src/deep/b.js": ["debug/debugger-statement", "own/old"]])
        try server.send([
            "method": "workspace/didChangeConfiguration",
            "params": ["settings": ["codeforge": ["review": ["scope": "open"]]]],
        ])
        try waitUntil(server, shows: ["src/deep/b.js": [], "built/c.py": []])
    }

    @Test func `git that switches changes every file`() throws {
        func git(_ arguments: String...) throws {
            let run = try CommandRun(
                "/usr/bin/git", ["-c", "user.name=a", "-c", "user.email=a@b.c"] + arguments, in: folder.path)
            try #require(run.exitCode == 0, "\(run.errors)")
        }
        try git("init", "--quiet", "--initial-branch=main")
        let names = (0..<300).map { "many/f\($0 / 20)/m\($0).py" }
        for name in names { try folder.write("x = eval(y)\n", to: name) }
        try git("add", ".")
        try git("commit", "--quiet", "--message=one")
        try git("switch", "--quiet", "--create", "other")
        for name in names { try folder.write("x = 1\n", to: name) }
        try remove("a.py")
        try git("add", ".")
        try git("commit", "--quiet", "--message=two")
        let server = try start()
        try waitUntil(server, shows: ["src/deep/b.js": ["debug/debugger-statement"]])
        try git("switch", "--quiet", "main")
        let found = Dictionary(uniqueKeysWithValues: (names + ["a.py"]).map { ($0, ["eval/python-eval"]) })
        try waitUntil(server, shows: found)
        try git("switch", "--quiet", "other")
        try waitUntil(server, shows: found.mapValues { _ in [] })
    }

    @Test func `clients that pull are asked to, and get every file`() throws {
        let server = try start(Self.pulling)
        var previous: JSONValue = []
        func pull() throws -> [String: Int] {
            while true {
                let message = try server.receive()
                guard message["method"] == "workspace/diagnostic/refresh" else { continue }
                try server.send(["id": message["id"] ?? .null, "result": nil])
                let items = try server.request(1, "workspace/diagnostic", ["previousResultIds": previous])["result"]?[
                    "items"]?.array
                guard let items, !items.isEmpty else { continue }
                previous = .array(
                    items.map { ["uri": $0["uri"] ?? .null, "value": $0["resultId"] ?? .null] as JSONValue })
                return Dictionary(
                    uniqueKeysWithValues: items.map { item in
                        (
                            String((item["uri"]?.string ?? "").dropFirst(folder.uri.count + 1)),
                            item["items"]?.array?.count ?? -1
                        )
                    })
            }
        }
        #expect(try pull() == ["a.py": 1, "src/deep/b.js": 1])
        try folder.write("x = 1\n", to: "a.py")
        #expect(try pull() == ["a.py": 0, "src/deep/b.js": -1])
    }

    @Test func `an open document is shown from its text, and its file once it is closed`() throws {
        let server = try start()
        try waitUntil(server, shows: ["a.py": ["eval/python-eval"]])
        try server.open(folder.uri + "/a.py", "python", "x = 1\n")
        try waitUntil(server, shows: ["a.py": []])
        try folder.write("x = eval(y)\ny = eval(x)\n", to: "a.py")
        try folder.write("debugger;\ndebugger;\n", to: "src/deep/b.js")
        try waitUntil(server, shows: ["src/deep/b.js": ["debug/debugger-statement", "debug/debugger-statement"]])
        try server.send([
            "method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(folder.uri + "/a.py")]],
        ])
        try waitUntil(server, shows: ["a.py": ["eval/python-eval", "eval/python-eval"]])
    }
}
