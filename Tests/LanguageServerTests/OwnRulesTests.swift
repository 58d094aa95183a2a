import Foundation
import JSON
import TestSupport
import Testing

/// A team's own rules in the editor: they follow their files, saved or not, and what is wrong in one stands in it.
@Suite struct OwnRulesTests {
    private static func rules(_ pattern: String, id: String = "no-old") -> String {
        """
        rules:
          - id: \(id)
            languages: [python]
            severity: WARNING
            message: Use new_call.
            pattern: \(pattern)

        """
    }

    /// The codes of the next publication of a document that `isMeant`; others before it are passed over.
    private func published(
        _ uri: String, _ server: ServerProcess, until isMeant: ([String]) -> Bool
    ) throws -> [String] {
        while true {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == uri
            else { continue }
            let codes = (message["params"]?["diagnostics"]?.array ?? []).compactMap { $0["code"]?.string }
            if isMeant(codes) { return codes }
        }
    }

    private func change(_ uri: String, to text: String, version: Int, _ server: ServerProcess) throws {
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": .integer(version)],
                "contentChanges": [["text": .string(text)]],
            ],
        ])
    }

    @Test func `documents follow the rules of the nearest folder while somebody edits them`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.rules("old_call(...)"), to: ".codeforge/rules/team.yaml")
        try folder.write(Self.rules("inner_call(...)", id: "no-inner"), to: "inner/.codeforge/rules/a/b.yml")
        let server = try ServerProcess()
        try server.initialize(root: folder)
        let (uri, inner) = (folder.uri + "/a.py", folder.uri + "/inner/b.py")
        let text = "old_call(1)\ninner_call(2)\nother_call(3)\n"
        try server.open(uri, "python", text)
        #expect(try published(uri, server) { $0 == ["own/no-old"] } == ["own/no-old"])
        try server.open(inner, "python", text)
        _ = try published(inner, server) { $0 == ["own/no-inner"] }

        // Unsaved.
        let rules = folder.uri + "/.codeforge/rules/team.yaml"
        try server.open(rules, "yaml", Self.rules("old_call(...)"))
        try change(rules, to: Self.rules("other_call(...)", id: "no-other"), version: 2, server)
        _ = try published(uri, server) { $0 == ["own/no-other"] }
        try change(rules, to: Self.rules("other_call(", id: "no-other"), version: 3, server)
        _ = try published(rules, server) { $0.contains("rules/file") }
        // Closed without saving: the disk counts again.
        try server.send(["method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(rules)]]])
        _ = try published(uri, server) { $0 == ["own/no-old"] }

        // On the disk.
        try folder.write(Self.rules("other_call(...)", id: "from-disk"), to: ".codeforge/rules/team.yaml")
        try server.send([
            "method": "workspace/didChangeWatchedFiles", "params": ["changes": [["uri": .string(rules), "type": 2]]],
        ])
        _ = try published(uri, server) { $0 == ["own/from-disk"] }
        try FileManager.default.removeItem(atPath: folder.path + "/.codeforge/rules/team.yaml")
        try server.send([
            "method": "workspace/didChangeWatchedFiles", "params": ["changes": [["uri": .string(rules), "type": 3]]],
        ])
        _ = try published(uri, server) { $0.isEmpty }
        #expect(try server.shutDown() == 0)
    }

    @Test func `what is wrong in a rule file that is not open is shown in it, at its line`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "rules:\n  - id: ünsafe\n    languages: [python]\n    severity: NO\n    message: M\n    pattern: f()\n",
            to: ".codeforge/rules/team.yaml")
        let server = try ServerProcess()
        try server.initialize(root: folder)
        try server.open(folder.uri + "/a.py", "python", "f()\n")
        let rules = folder.uri + "/.codeforge/rules/team.yaml"
        while true {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == rules
            else { continue }
            let diagnostic = message["params"]?["diagnostics"]?.array?.first
            #expect(diagnostic?["range"]?["start"]?["line"] == 3)
            #expect(diagnostic?["range"]?["start"]?["character"] == 14)
            #expect(diagnostic?["message"]?.string?.hasPrefix("NO is no severity") == true)
            break
        }
        #expect(try server.shutDown() == 0)
    }

    @Test func `keys and values of rule files are completed and explained`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.rules("old_call(...)"), to: ".codeforge/rules/team.yaml")
        let server = try ServerProcess()
        try server.initialize(root: folder)
        let rules = folder.uri + "/.codeforge/rules/team.yaml"
        try server.open(rules, "yaml", "rules:\n  - id: a\n    patt\n    severity: W\n    languages: [python, go]\n")
        func completed(_ id: Int, _ line: Int, _ character: Int) throws -> [String] {
            let answer = try server.request(
                id, "textDocument/completion",
                [
                    "textDocument": ["uri": .string(rules)],
                    "position": ["line": .integer(line), "character": .integer(character)],
                ])
            return (answer["result"]?.array ?? answer["result"]?["items"]?.array ?? []).compactMap {
                $0["label"]?.string
            }
        }
        let keys = try completed(10, 2, 8)
        #expect(keys.contains("pattern-either") && !keys.contains("severity"))
        #expect(try completed(11, 3, 15) == ["WARNING"])
        #expect(try completed(12, 4, 25).contains("go"))
        let hover = try server.request(
            13, "textDocument/hover",
            ["textDocument": ["uri": .string(rules)], "position": ["line": 3, "character": 6]])
        #expect(hover["result"]?["contents"]?["value"]?.string?.contains("WARNING or INFO") == true)
        #expect(try server.shutDown() == 0)
    }
}
