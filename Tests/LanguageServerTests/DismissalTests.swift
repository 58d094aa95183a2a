import Foundation
import JSON
import TestSupport
import Testing

/// A dismissal belongs to the project: whoever shows its findings follows.
@Suite struct DismissalTests {
    private static let text = "debugger;\neval(text);\n"
    private static let pulling: JSONValue = [
        "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ]
    /// Neovim 0.11's: it pulls, and cannot be asked to pull again.
    private static let onlyPulling: JSONValue = ["textDocument": ["diagnostic": ["dynamicRegistration": true]]]

    private let folder: TemporaryFolder
    private let data: TemporaryFolder

    init() throws {
        (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.text, to: "src/a.js")
    }

    private var uri: String { folder.uri + "/src/a.js" }

    /// A server with the file open, once it has the folder's project.
    private func start(_ capabilities: JSONValue = [:]) throws -> ServerProcess {
        let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
        try server.initialize(root: folder, capabilities: capabilities)
        try server.open(uri, "javascript", Self.text)
        while try server.request(9, "codeforge/debug/status")["result"]?["projects"] != 1 {}
        return server
    }

    private func codes(_ diagnostics: JSONValue?) -> [String]? {
        diagnostics?.array.map { $0.compactMap { $0["code"]?.string } }
    }

    /// Waits until the server has told what it now shows of the file, pushed or pulled.
    private func waitUntil(_ server: ServerProcess, shows expected: [String]) throws {
        while true {
            let message = try server.receive()
            let parameters = message["params"]
            if message["method"] == "textDocument/publishDiagnostics", parameters?["uri"]?.string == uri {
                if codes(parameters?["diagnostics"]) == expected { return }
            } else if message["method"] == "workspace/diagnostic/refresh" {
                try server.send(["id": message["id"] ?? .null, "result": nil])
                let report = try server.request(
                    8, "textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])["result"]
                if codes(report?["items"]) == expected { return }
            }
        }
    }

    private func run(_ command: String, _ rule: String, on server: ServerProcess) throws {
        let start: JSONValue = ["line": rule.hasPrefix("debug") ? 0 : 1, "character": 0]
        let actions = try server.request(
            20, "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "range": ["start": start, "end": start],
                "context": ["diagnostics": []],
            ])["result"]?.array
        let all = (actions ?? []).map { $0["command"]?.string == nil ? $0["command"] ?? .null : $0 }
        let wanted = try #require(all.first { $0["command"]?.string == command })
        let answer = try server.request(
            21, "workspace/executeCommand",
            ["command": .string(command), "arguments": wanted["arguments"] ?? .null])
        #expect(answer["error"] == nil)
    }

    @Test(arguments: [JSONValue.object([:]), pulling, onlyPulling])
    func `what one editor dismisses and restores goes and comes in the other`(capabilities: JSONValue) throws {
        let (one, other) = (try start(), try start(capabilities))
        let both = ["debug/debugger-statement", "eval/javascript-eval"]
        if capabilities != Self.pulling { try waitUntil(other, shows: both) }
        try run("codeforge.dismissIssue", both[0], on: one)
        try waitUntil(other, shows: [both[1]])
        try waitUntil(one, shows: [both[1]])
        // Taken back where it was not made.
        try run("codeforge.restoreIssue", both[0], on: other)
        try waitUntil(other, shows: both)
        try waitUntil(one, shows: both)
        for server in [one, other] { #expect(try server.shutDown() == 0) }
    }

    @Test(arguments: [JSONValue.object([:]), pulling, onlyPulling])
    func `an editor shows at once what its own user dismisses`(capabilities: JSONValue) throws {
        let server = try start(capabilities)
        try run("codeforge.dismissIssue", "eval/javascript-eval", on: server)
        try waitUntil(server, shows: ["debug/debugger-statement"])
        #expect(try server.shutDown() == 0)
    }

    @Test func `two editors that decide one after the other end up with the last decision`() throws {
        let (one, other) = (try start(), try start())
        let both = ["debug/debugger-statement", "eval/javascript-eval"]
        for round in 0..<10 {
            let (dismissing, restoring) = round.isMultiple(of: 2) ? (one, other) : (other, one)
            try run("codeforge.dismissIssue", both[0], on: dismissing)
            try waitUntil(restoring, lists: [both[1]])
            try run("codeforge.restoreIssue", both[0], on: restoring)
            try waitUntil(dismissing, lists: both)
        }
        for server in [one, other] {
            try waitUntil(server, lists: both)
            #expect(try server.shutDown() == 0)
        }
    }

    /// Asks until the server finds what is expected.
    private func waitUntil(_ server: ServerProcess, lists expected: [String]) throws {
        for id in 1000..<100_000 {
            let items = try server.request(id, "codeforge/review/list")["result"]?["items"]?.array
            if items?.compactMap({ $0["rule"]?.string }) == expected { return }
        }
        throw ServerProcessError.silent
    }

    @Test func `a review of the workspace follows what another editor dismisses in a file that is not open`() throws {
        let (one, other) = (try start(), try start())
        try other.send(["method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(uri)]]])
        let all = try other.request(1, "workspace/executeCommand", ["command": "codeforge.reviewWorkspace"])
        #expect(all["result"]?["total"] == 2)
        try waitUntil(other, shows: ["debug/debugger-statement", "eval/javascript-eval"])
        try run("codeforge.dismissIssue", "eval/javascript-eval", on: one)
        try waitUntil(other, shows: ["debug/debugger-statement"])
        for server in [one, other] { #expect(try server.shutDown() == 0) }
    }

    // MARK: - On the command line

    private func review(_ arguments: String..., from path: String = "") throws -> CommandRun {
        try CommandRun(
            BuiltProgram.codeforge, ["review", "--database", data.path + "/test.db"] + arguments,
            in: folder.path + path, environment: ["XDG_CONFIG_HOME": data.path, "NO_COLOR": "1"])
    }

    @Test func `codeforge review leaves out what was dismissed and says so, and shows it with --all`() throws {
        let server = try start()
        try run("codeforge.dismissIssue", "eval/javascript-eval", on: server)
        #expect(try server.shutDown() == 0)
        for (argument, path) in [(".", ""), ("src/a.js", ""), ("a.js", "/src"), ("..", "/src")] {
            let run = try review(argument, from: path)
            #expect(!run.output.contains("eval"), "\(argument) in \(path)")
            #expect(run.output.hasSuffix("; 1 dismissed (--all shows it).\n"), "\(run.output)")
            #expect(run.exitCode == 1)
            #expect(run.errors == "")
        }
        #expect(try review("--fail-on", "critical").exitCode == 0)
        let all = try review("--all", "--fail-on", "critical")
        #expect(all.output.contains("a.js:2:1: critical eval/javascript-eval"))
        #expect(all.output.contains(" (dismissed)\n"))
        #expect(all.output.hasSuffix("Found 1 warning in 1 file, 2 lines; 1 dismissed, marked above.\n"))
        #expect(all.exitCode == 0)

        let json = try JSONValue(parsing: review("--format", "json").output)
        #expect(json["findings"]?.array?.count == 1)
        #expect(json["summary"]?["dismissed"] == 1)
        let marked = try JSONValue(parsing: review("--format", "json", "--all").output)["findings"]?.array
        #expect(marked?.map { $0["dismissed"] } == [nil, true])
        let sarif = try JSONValue(parsing: review("--format", "sarif", "--all").output)["runs"]?[0]?["results"]
        #expect(sarif?[1]?["suppressions"]?[0]?["kind"] == "external")
        #expect(try !review("--format", "sarif").output.contains("javascript-eval"))
        #expect(try !review("--format", "github").output.contains("javascript-eval"))
    }

    /// A server that has seen the folder, and in which the call of `eval` was dismissed.
    private func dismissing() throws -> ServerProcess {
        let server = try start()
        while try server.request(9, "codeforge/debug/status")["result"]?["mirrors"]?[0]?["state"] != "mirrored" {}
        try run("codeforge.dismissIssue", "eval/javascript-eval", on: server)
        try waitUntil(server, shows: ["debug/debugger-statement"])
        return server
    }

    @Test(arguments: [false, true])
    func `what was dismissed goes along when a file is renamed while nobody looks`(isEdited: Bool) throws {
        #expect(try dismissing().shutDown() == 0)
        let path = folder.path + "/src/"
        try FileManager.default.moveItem(atPath: path + "a.js", toPath: path + "b.js")
        if isEdited {
            let file = try #require(FileHandle(forWritingAtPath: path + "b.js"))
            try file.seekToEnd()
            try file.write(contentsOf: Data("go();\n".utf8))
            try file.close()
        }
        for _ in 0..<2 {
            #expect(try review().output.contains("1 dismissed (--all shows it)"))
        }
        // Another file with the same line is another one.
        try folder.write("go();\n" + Self.text, to: "src/c.js")
        try FileManager.default.removeItem(atPath: path + "b.js")
        #expect(!(try review().output.contains("dismissed")))
    }

    private func git(_ arguments: String...) throws {
        let own = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        let run = try CommandRun("/usr/bin/git", own + arguments, in: folder.path)
        #expect(run.exitCode == 0, "\(arguments): \(run.errors)")
    }

    @Test(arguments: [false, true])
    func `a dismissal follows the file that git renamed, and hides nothing in another one with the same lines`(
        isCommitted: Bool
    ) throws {
        try git("init", "-q", "-b", "main")
        try git("add", "-A")
        try git("commit", "-qm", "one")
        #expect(try dismissing().shutDown() == 0)
        try git("mv", "src/a.js", "src/z.js")
        if isCommitted {
            try git("commit", "-qm", "two")
            // Written anew, as by a checkout, it is the same file to git alone.
            try FileManager.default.copyItem(atPath: folder.path + "/src/z.js", toPath: folder.path + "/copy")
            try FileManager.default.removeItem(atPath: folder.path + "/src/z.js")
            try FileManager.default.moveItem(atPath: folder.path + "/copy", toPath: folder.path + "/src/z.js")
        }
        #expect(try review().output.contains("1 dismissed"))
        try folder.write(Self.text, to: "src/c.js")
        let shown = try review().output
        #expect(shown.contains("1 dismissed"), "\(shown)")
        let eval = try #require(shown.components(separatedBy: "\n").first { $0.contains("eval/javascript-eval") })
        #expect(shown.contains("c.js") && !eval.contains("z.js"), "\(shown)")
    }

    @Test func `what was dismissed in a file that is deleted hides nothing in a later one with the same lines`() throws
    {
        try git("init", "-q", "-b", "main")
        try git("add", "-A")
        try git("commit", "-qm", "one")
        #expect(try dismissing().shutDown() == 0)
        try git("rm", "-qf", "src/a.js")
        try git("commit", "-qm", "two")
        try folder.write(Self.text, to: "src/new.js")
        #expect(!(try review().output.contains("dismissed")))
        try git("add", "-A")
        try git("commit", "-qm", "three")
        #expect(try review().output.contains("dismissed") == false)
    }

    @Test func `a renamed file that an editor opens, untold, is looked for`() throws {
        let server = try dismissing()
        let path = folder.path + "/src/"
        try FileManager.default.moveItem(atPath: path + "a.js", toPath: path + "b.js")
        let renamed = folder.uri + "/src/b.js"
        try server.open(renamed, "javascript", Self.text)
        while true {
            let message = try server.receive()
            let parameters = message["params"]
            if message["method"] == "textDocument/publishDiagnostics", parameters?["uri"]?.string == renamed,
                codes(parameters?["diagnostics"]) == ["debug/debugger-statement"]
            {
                break
            }
        }
    }

    /// Waits until a document shows just what was not dismissed.
    private func waitUntilDismissed(_ server: ServerProcess, in uri: String) throws {
        while true {
            let message = try server.receive()
            let parameters = message["params"]
            if message["method"] == "textDocument/publishDiagnostics", parameters?["uri"]?.string == uri,
                codes(parameters?["diagnostics"]) == ["debug/debugger-statement"]
            {
                return
            }
        }
    }

    @Test func `what is dismissed as soon as a linked folder is opened is so under the file's own name, too`() throws {
        let link = data.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        let server = try ServerProcess(arguments: ["--database", data.path + "/test.db"])
        let linked: JSONValue = .string("file://" + link)
        try server.send([
            "id": "initialize", "method": "initialize",
            "params": [
                "capabilities": [:], "processId": nil, "rootUri": linked,
                "workspaceFolders": [["uri": linked, "name": "link"]],
            ],
        ])
        _ = try server.answer(to: "initialize")
        try server.send(["method": "initialized", "params": [:]])
        try server.open(uri, "javascript", Self.text)
        let linkedFile = "file://" + link + "/src/a.js"
        try server.open(linkedFile, "javascript", Self.text)
        let range: JSONValue = ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 0]]
        let actions = try server.request(
            20, "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(linkedFile)], "range": range, "context": ["diagnostics": []],
            ])["result"]?.array
        let commands = (actions ?? []).map { $0["command"]?.string == nil ? $0["command"] ?? .null : $0 }
        let dismiss = try #require(commands.first { $0["command"] == "codeforge.dismissIssue" })
        try server.send(["id": 21, "method": "workspace/executeCommand", "params": dismiss])
        try waitUntilDismissed(server, in: uri)
        #expect(try server.shutDown() == 0)
    }

    @Test func `the review of an agent does not count what a person dismissed, and says so`() throws {
        #expect(try dismissing().shutDown() == 0)
        let run = try CommandRun.codeforge(
            ["run", "qa", "--database", data.path + "/test.db"], in: folder, environment: WorkerProcesses.quickWorker)
        #expect(run.output.contains("1 dismissed finding not counted, 0 critical, 1 warning"))
    }

    @Test func `a review makes no database, and one that cannot be read is told and hides nothing`() throws {
        #expect(try review().exitCode == 1)
        #expect(!FileManager.default.fileExists(atPath: data.path + "/test.db"))
        try data.write("no database", to: "test.db")
        let run = try review()
        #expect(run.output.contains("eval/javascript-eval"))
        #expect(run.errors.hasPrefix("warning: what was dismissed is shown, for it cannot be read: "))
    }
}
