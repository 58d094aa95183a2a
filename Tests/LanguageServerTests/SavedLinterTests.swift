import Foundation
import JSON
import TestSupport
import Testing

/// Linters that run when a file is saved, in a folder that a person trusts.
@Suite struct SavedLinterTests {
    private static let text = "import os\nx = eval(y)\n\n\ndef f(a):\n    return a\n"

    private let folder: TemporaryFolder
    private let data: TemporaryFolder

    init() throws {
        (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write(Self.text, to: "a.py")
    }

    private var uri: String { folder.uri + "/a.py" }

    /// Puts a program into the folder's environment, where it goes before all others; it gets the file as `$file`.
    private func install(_ name: String, _ script: String) throws {
        let head = "#!/bin/sh\nPATH=/usr/bin:/bin\nfor file; do :; done\n"
        try folder.write(head + script + "\n", to: ".venv/bin/\(name)")
        chmod("\(folder.path)/.venv/bin/\(name)", 0o755)
    }

    private static func issue(_ code: String, row: Int, columns: Range<Int>) -> String {
        """
        {"code": "\(code)", "filename": "'"$file"'", "location": {"row": \(row), "column": \(columns.lowerBound)}, \
        "end_location": {"row": \(row), "column": \(columns.upperBound)}, "message": "\(code) is meant", "url": \
        "https://docs.astral.sh/ruff/rules/\(code)"}
        """
    }

    /// A ruff that finds these, whatever the file holds.
    private static func ruff(_ issues: String...) -> String { "echo '[\(issues.joined(separator: ", "))]'; exit 1" }

    private static let found = ruff(
        issue("F401", row: 1, columns: 8..<10), issue("S307", row: 2, columns: 5..<12),
        issue("ARG001", row: 5, columns: 7..<8))

    private func start(
        trusted: Bool = true, options: JSONObject = [:], database: String = "test.db"
    ) throws -> ServerProcess {
        let server = try ServerProcess(
            arguments: ["--database", "\(data.path)/\(database)"], environment: ["PATH": folder.path + "/.venv/bin"])
        try server.initialize(root: folder, options: .object(options))
        try server.open(uri, "python", Self.text)
        if trusted { try trust(server) }
        return server
    }

    private func trust(_ server: ServerProcess, _ isTrusted: Bool = true) throws {
        _ = try server.request(
            90, "workspace/executeCommand",
            ["command": "codeforge.trustWorkspace", "arguments": [["trusted": .bool(isTrusted)]]])
    }

    private func save(_ server: ServerProcess, _ text: String? = nil) throws {
        if let text { try folder.write(text, to: "a.py") }
        try server.send(["method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]]])
    }

    /// Replaces text, given as line, character, line, character.
    private func edit(_ server: ServerProcess, _ version: Int, _ place: [Int], _ text: String) throws {
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": .integer(version)],
                "contentChanges": [
                    [
                        "range": [
                            "start": ["line": .integer(place[0]), "character": .integer(place[1])],
                            "end": ["line": .integer(place[2]), "character": .integer(place[3])],
                        ],
                        "text": .string(text),
                    ]
                ],
            ],
        ])
    }

    /// `line:character code` of the diagnostics in the next publication with these codes.
    @discardableResult
    private func shown(_ server: ServerProcess, _ codes: [String], version: Int? = nil) throws -> [String] {
        while true {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == uri,
                version == nil || message["params"]?["version"]?.int == version
            else { continue }
            let diagnostics = message["params"]?["diagnostics"]?.array ?? []
            let found = diagnostics.compactMap { $0["code"]?.string }
            guard found.sorted() == codes.sorted() else { continue }
            return diagnostics.map { diagnostic in
                let (start, end) = (diagnostic["range"]?["start"], diagnostic["range"]?["end"])
                return "\(start?["line"]?.int ?? -1):\(start?["character"]?.int ?? -1)-\(end?["character"]?.int ?? -1) "
                    + (diagnostic["code"]?.string ?? "")
            }
        }
    }

    private func warnings(_ server: ServerProcess) throws -> [String] {
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        return try server.receiveAll().filter { $0["method"] == "window/showMessage" && $0["params"]?["type"] == 2 }
            .compactMap { $0["params"]?["message"]?.string }
    }

    private static let all = ["eval/python-eval", "ruff/F401", "ruff/ARG001"]

    @Test func `what linters find follows edits, goes with its line and comes back with it`() throws {
        try install("ruff", Self.found)
        let server = try start()
        try save(server)
        #expect(
            try shown(server, Self.all).sorted() == [
                "0:7-9 ruff/F401", "1:4-11 eval/python-eval", "4:6-7 ruff/ARG001",
            ])
        try edit(server, 2, [0, 0, 0, 0], "# first\n")
        #expect(try shown(server, Self.all, version: 2).contains("5:6-7 ruff/ARG001"))
        try edit(server, 3, [5, 0, 5, 0], "  ")
        #expect(try shown(server, Self.all, version: 3).contains("5:8-9 ruff/ARG001"), "only its indent is another")
        try edit(server, 4, [5, 8, 5, 9], "b")
        try shown(server, ["eval/python-eval", "ruff/F401"], version: 4)
        try edit(server, 5, [5, 8, 5, 9], "a")
        try shown(server, Self.all, version: 5)
        try edit(server, 6, [0, 0, 6, 0], "")
        try shown(server, [], version: 6)
        try edit(server, 7, [0, 0, 0, 0], "# other\n")
        // An edit of the whole text is an edit as well.
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": 8], "contentChanges": [["text": .string(Self.text)]],
            ],
        ])
        #expect(try shown(server, Self.all, version: 8).contains("4:6-7 ruff/ARG001"))
        try install("ruff", Self.ruff(Self.issue("F401", row: 1, columns: 8..<10)))
        try save(server)
        try shown(server, ["eval/python-eval", "ruff/F401"])
    }

    @Test func `a comment hides what a linter finds, and is told of where it hides nothing`() throws {
        try install("ruff", Self.found)
        let server = try start()
        try save(server)
        try shown(server, Self.all)
        try edit(server, 2, [4, 0, 4, 0], "# codeforge-ignore ruff/ARG001, ruff/E501\n")
        let remaining = try shown(
            server, ["eval/python-eval", "ruff/F401", "review/unused-ignore"], version: 2)
        #expect(remaining.contains("4:32-41 review/unused-ignore"))
    }

    @Test func `it is listed, explained, dismissed and shown again as every finding`() throws {
        try install("ruff", Self.found)
        let server = try start()
        try save(server)
        try shown(server, Self.all)
        let list = try server.request(1, "codeforge/review/list", [:])["result"]?["items"]?.array ?? []
        let item = try #require(list.first { $0["rule"] == "ruff/F401" })
        #expect(item["source"] == "linter")
        #expect(item["message"] == "F401 is meant")
        let place: JSONValue = ["line": 0, "character": 8]
        let hover = try server.request(
            2, "textDocument/hover", ["textDocument": ["uri": .string(uri)], "position": place])
        #expect(hover["result"]?.serialized.contains("F401 is meant") == true)
        let explained = try server.request(
            3, "workspace/executeCommand", ["command": "codeforge.explainRule", "arguments": [["rule": "ruff/F401"]]])
        #expect(explained["result"]?["message"] == "F401 is meant")
        let arguments: JSONValue = [["uri": .string(uri), "identity": item["identity"] ?? .null]]
        try server.send([
            "id": 4, "method": "workspace/executeCommand",
            "params": ["command": "codeforge.dismissIssue", "arguments": arguments],
        ])
        try shown(server, ["eval/python-eval", "ruff/ARG001"])
        let status = try server.request(5, "codeforge/debug/status")["result"]
        #expect(status?["linters"] == ["ruff"])
    }

    @Test func `nothing runs in a folder that nobody trusts, and trust is remembered`() throws {
        try install("ruff", "touch '\(folder.path)/ran'\n" + Self.found)
        try folder.write(#"{"review": {"linters": "on"}}"#, to: ".codeforge/config.json")
        let ran = folder.path + "/ran"
        let server = try start(trusted: false)
        try save(server)
        let distrusted = try start(options: ["client": ["trustsWorkspace": false]], database: "other.db")
        try save(distrusted)
        _ = try distrusted.shutDown()
        #expect(!FileManager.default.fileExists(atPath: ran))
        try trust(server)
        try shown(server, Self.all)
        _ = try server.shutDown()

        let later = try start(trusted: false)
        try shown(later, Self.all)
        try trust(later, false)
        try shown(later, ["eval/python-eval"])
        let editor = try start(trusted: false, options: ["client": ["trustsWorkspace": true]])
        try shown(editor, Self.all)
    }

    @Test func `the setting names the linters, or none`() throws {
        try install("ruff", Self.found)
        try install("bandit", "touch '\(folder.path)/ran'; echo '{\"results\": []}'")
        let server = try start(options: ["review": ["linters": ["ruff"]]])
        try save(server)
        try shown(server, Self.all)
        try server.send([
            "method": "workspace/didChangeConfiguration",
            "params": ["settings": ["codeforge": ["review": ["linters": "off"]]]],
        ])
        try shown(server, ["eval/python-eval"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/ran"))
        try server.send([
            "method": "workspace/didChangeConfiguration",
            "params": ["settings": ["codeforge": ["review": ["linters": ["rufff"]]]]],
        ])
        #expect(try warnings(server).first?.contains("no linter with 'rufff'") == true)
    }

    @Test func `what fails is told once, and the others go on`() throws {
        try install("ruff", Self.found)
        try install("bandit", "echo '{}'")
        try install("semgrep", "echo broken >&2; exit 2")
        try folder.write("rules: []\n", to: ".semgrep.yml")
        let server = try start()
        for _ in 0..<2 {
            try save(server)
            try shown(server, Self.all)
            while try server.request(7, "codeforge/debug/status")["result"]?["linters"] != ["ruff"] {}
        }
        try install("bandit", "head -c 70000000 /dev/zero")
        try install("semgrep", "printf '\\377{'")
        try install("ruff", Self.ruff())
        try save(server)
        try shown(server, ["eval/python-eval"])
        let told = try warnings(server)
        #expect(told.count == Set(told).count)
        #expect(told.count <= 2)
    }

    @Test func `one that hangs holds nothing up, and ends when the file is saved again or the server ends`() throws {
        let processes = folder.path + "/processes"
        try install("bandit", "echo $$ >> '\(processes)'; exec sleep 1000")
        try install("ruff", "while ! [ -s '\(processes)' ]; do :; done\n" + Self.found)
        let server = try start()
        try save(server)
        try shown(server, Self.all)
        try save(server)
        func started() throws -> [Int32] {
            try String(contentsOfFile: processes, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        }
        while try started().count < 2 { usleep(1_000) }
        let both = try started()
        while kill(both[0], 0) == 0 { usleep(1_000) }
        #expect(kill(both[1], 0) == 0)
        _ = try server.shutDown()
        while kill(both[1], 0) == 0 { usleep(1_000) }
    }
}
