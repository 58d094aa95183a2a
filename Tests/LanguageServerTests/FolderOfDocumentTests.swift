import JSON
import TestSupport
import Testing

/// A document takes the settings of the folder that it lies in, and its place there, whenever that folder comes.
@Suite struct FolderOfDocumentTests {
    /// A finding that counts for less in a test than in what is shipped.
    private static let text = "import os\nos.system(\"ls \" + input())\n"

    private func change(_ server: ServerProcess, added: [TemporaryFolder] = [], removed: [TemporaryFolder] = []) throws
    {
        func json(_ folders: [TemporaryFolder]) -> JSONValue {
            .array(folders.map { ["uri": .string($0.uri), "name": "folder"] })
        }
        try server.send([
            "method": "workspace/didChangeWorkspaceFolders",
            "params": ["event": ["added": json(added), "removed": json(removed)]],
        ])
    }

    /// The severities of the next publication of a document.
    private func published(_ uri: String, _ server: ServerProcess) throws -> [Int] {
        while true {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == uri
            else { continue }
            return (message["params"]?["diagnostics"]?.array ?? []).compactMap { $0["severity"]?.int }
        }
    }

    @Test func `a document that was opened before its folder is published again with the folder's severities`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess()
        try server.initialize()
        let uri = folder.uri + "/tests/a.py"
        try server.open(uri, "python", Self.text)
        let before = try published(uri, server)
        try change(server, added: [folder])
        let after = try published(uri, server)
        #expect(before.contains(1), "a critical finding, outside of every project")
        #expect(!after.contains(1), "in a test it counts for less")
        try change(server, removed: [folder])
        #expect(try published(uri, server) == before)
        #expect(try server.shutDown() == 0)
    }

    @Test func `a document that was opened before its folder takes the folder's settings`() throws {
        let folder = try TemporaryFolder()
        try folder.write(#"{"review.enabled": false}"#, to: ".codeforge/config.json")
        let server = try ServerProcess()
        try server.initialize()
        let uri = folder.uri + "/a.py"
        try server.open(uri, "python", Self.text)
        #expect(try !published(uri, server).isEmpty)
        try change(server, added: [folder])
        #expect(try published(uri, server).isEmpty)
        #expect(try server.shutDown() == 0)
    }

    @Test func `of two folders each document obeys its own, the inner one's where they are nested`() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        try second.write(#"{"review.minimumSeverity": "critical"}"#, to: ".codeforge/config.json")
        try second.write(#"{"review.disabledRules": []}"#, to: "inner/.codeforge/config.json")
        let server = try ServerProcess()
        try server.initialize(root: first)
        let text = "debugger;\n"
        for uri in [first.uri + "/a.js", second.uri + "/a.js", second.uri + "/inner/a.js"] {
            try server.open(uri, "javascript", text)
            #expect(try !published(uri, server).isEmpty)
        }
        try change(server, added: [second])
        #expect(try published(second.uri + "/a.js", server).isEmpty)
        #expect(try published(second.uri + "/inner/a.js", server).isEmpty)
        let inner = JSONValue.array([["uri": .string(second.uri + "/inner"), "name": "inner"]])
        try server.send([
            "method": "workspace/didChangeWorkspaceFolders", "params": ["event": ["added": inner, "removed": []]],
        ])
        #expect(try !published(second.uri + "/inner/a.js", server).isEmpty)
        #expect(try server.shutDown() == 0)
    }
}
