import Foundation
import JSON
import TestSupport
import Testing

/// Editors follow what is decided in `.codeforge/review.json` and `.codeforge/dismissals.json`.
@Suite struct DecisionTests {
    private static let text = "debugger;\neval(text);\n"
    private static let both = ["debug/debugger-statement 2", "eval/javascript-eval 1"]

    private let folder: TemporaryFolder
    private let data: TemporaryFolder

    init() throws {
        (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.text, to: "web/a.js")
    }

    private var uri: String { folder.uri + "/web/a.js" }

    private func start(in data: TemporaryFolder, opens: Bool = true) throws -> ServerProcess {
        let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
        try server.initialize(root: folder)
        if opens { try server.open(uri, "javascript", Self.text) }
        return server
    }

    /// Waits until the server shows these codes and severities of the file.
    private func waitUntil(_ server: ServerProcess, shows expected: [String]) throws {
        while true {
            let message = try server.receive()
            let parameters = message["params"]
            guard message["method"] == "textDocument/publishDiagnostics", parameters?["uri"]?.string == uri else {
                continue
            }
            let shown = (parameters?["diagnostics"]?.array ?? []).map { diagnostic in
                "\(diagnostic["code"]?.string ?? "") \(diagnostic["severity"]?.int ?? 0)"
            }
            if shown == expected { return }
        }
    }

    private func tell(_ server: ServerProcess, of file: String, deleted: Bool = false) throws {
        let change: JSONValue = ["uri": .string("\(folder.uri)/\(file)"), "type": .integer(deleted ? 3 : 2)]
        try server.send(["method": "workspace/didChangeWatchedFiles", "params": ["changes": [change]]])
    }

    @Test func `what a folder decides holds at once when it is written, changed and gone`() throws {
        let server = try start(in: data)
        try waitUntil(server, shows: Self.both)
        let file = "web/.codeforge/review.json"
        try folder.write(#"{"rules": {"debug/*": "off", "eval/*": "info"}}"#, to: file)
        try tell(server, of: file)
        try waitUntil(server, shows: ["eval/javascript-eval 3"])
        try folder.write(#"{"exclude": ["*.js"]}"#, to: file)
        try tell(server, of: file)
        try waitUntil(server, shows: [])
        try FileManager.default.removeItem(atPath: folder.path + "/" + file)
        try tell(server, of: file, deleted: true)
        try waitUntil(server, shows: Self.both)
        #expect(try server.shutDown() == 0)
    }

    @Test func `folders above and below the workspace's decide for open documents and the whole workspace`() throws {
        try folder.write(#"{"rules": {"debug/*": "off"}}"#, to: "web/.codeforge/review.json")
        let server = try start(in: data)
        try waitUntil(server, shows: ["eval/javascript-eval 1"])
        let list = try server.request(5, "workspace/executeCommand", ["command": "codeforge.reviewWorkspace"])["result"]
        #expect(list?["items"]?.array?.map { $0["rule"]?.string } == ["eval/javascript-eval"])
        #expect(try server.shutDown() == 0)

        let closed = try start(in: data, opens: false)
        let all = try closed.request(5, "workspace/executeCommand", ["command": "codeforge.reviewWorkspace"])["result"]
        #expect(all?["items"]?.array?.map { $0["rule"]?.string } == ["eval/javascript-eval"])
        #expect(try closed.shutDown() == 0)

        let inside = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
        try folder.write(#"{"exclude": ["web/src"]}"#, to: ".codeforge/review.json")
        try folder.write("{}", to: "web/.codeforge/config.json")
        try FileManager.default.removeItem(atPath: folder.path + "/web/.codeforge/review.json")
        _ = try inside.request(
            1, "initialize", ["processId": nil, "rootUri": .string(folder.uri + "/web"), "capabilities": [:]])
        try inside.send(["method": "initialized", "params": [:]])
        let below = folder.uri + "/web/src/a.js"
        try inside.open(below, "javascript", Self.text)
        while true {
            let message = try inside.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == below
            else { continue }
            if message["params"]?["diagnostics"] == [] { break }
        }
        #expect(try inside.shutDown() == 0)
    }

    @Test func `what an editor dismissed can be saved for the team, whose editors follow`() throws {
        let server = try start(in: data)
        while try server.request(9, "codeforge/debug/status")["result"]?["projects"] != 1 {}
        let list = try server.request(10, "codeforge/review/list", ["uri": .string(uri)])["result"]
        let identity = try #require(list?["items"]?[0]?["identity"]?.string)
        let dismissed = try server.request(
            11, "workspace/executeCommand",
            [
                "command": "codeforge.dismissIssue",
                "arguments": [["uri": .string(uri), "identity": .string(identity)]],
            ])
        #expect(dismissed["error"] == nil)
        func save() throws -> CommandRun {
            try CommandRun(
                BuiltProgram.codeforge, ["review", "--save-dismissals", "--database", data.path + "/test.db"],
                in: folder.path + "/web")
        }
        let file = folder.path + "/.codeforge/dismissals.json"
        #expect(try save().output == "\(file) holds 1 dismissal, of which 1 is new.\n")
        let expected = """
            {
              "dismissals": [
                {"path":"web/a.js","rule":"debug/debugger-statement","identity":"\(identity)"}
              ]
            }

            """
        #expect(try String(contentsOfFile: file, encoding: .utf8) == expected)
        // A reason that somebody adds stays.
        let reasoned = expected.replacing("\"}", with: "\",\"reason\":\"a demo\"}")
        try reasoned.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try save().output.hasSuffix("holds 1 dismissal, of which 0 are new.\n"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == reasoned)
        #expect(try server.shutDown() == 0)

        let other = try start(in: TemporaryFolder())
        try waitUntil(other, shows: ["eval/javascript-eval 1"])
        // Shown again where nobody's database dismissed it: it goes from the file that the team shares.
        let actions =
            try other.request(
                10, "textDocument/codeAction",
                [
                    "textDocument": ["uri": .string(uri)],
                    "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]],
                    "context": ["diagnostics": []],
                ])["result"]?.array ?? []
        let commands = actions.map { $0["command"]?.string == nil ? $0["command"] ?? .null : $0 }
        let restore = try #require(commands.first { $0["command"] == "codeforge.restoreIssue" })
        let restored = try other.request(
            11, "workspace/executeCommand",
            ["command": "codeforge.restoreIssue", "arguments": restore["arguments"] ?? .null])
        #expect(restored["error"] == nil)
        try waitUntil(other, shows: Self.both)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "{\n  \"dismissals\": [\n  ]\n}\n")
        try reasoned.write(toFile: file, atomically: true, encoding: .utf8)
        try tell(other, of: ".codeforge/dismissals.json")
        try waitUntil(other, shows: ["eval/javascript-eval 1"])
        try #"{"dismissals": []}"#.write(toFile: file, atomically: true, encoding: .utf8)
        try tell(other, of: ".codeforge/dismissals.json")
        try waitUntil(other, shows: Self.both)
        #expect(try other.shutDown() == 0)
    }
}
