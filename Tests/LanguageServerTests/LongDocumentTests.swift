import JSON
import TestSupport
import Testing

/// Documents that grow, by edits, past what is reviewed and past what is kept.
@Suite(.serialized) struct LongDocumentTests {
    private static let uri = "file:///w/a.js"

    private func change(_ server: ServerProcess, _ version: Int, _ range: JSONValue?, _ text: String) throws {
        var change: JSONObject = ["text": .string(text)]
        if let range { change["range"] = range }
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(Self.uri), "version": .integer(version)],
                "contentChanges": [.object(change)],
            ],
        ])
    }

    private static func place(_ line: Int, _ end: Int? = nil) -> JSONValue {
        [
            "start": ["line": .integer(line), "character": 0],
            "end": ["line": .integer(end ?? line), "character": 0],
        ]
    }

    /// Sorts what the server says until it has published a version.
    private func publication(
        of version: Int, _ server: ServerProcess, _ told: inout [String]
    ) throws -> [JSONValue] {
        while true {
            let message = try server.receive()
            if message["method"] == "window/showMessage" { told.append(message["params"]?["message"]?.string ?? "") }
            if message["method"] == "textDocument/publishDiagnostics",
                message["params"]?["version"] == .integer(version)
            {
                return message["params"]?["diagnostics"]?.array ?? []
            }
        }
    }

    @Test func `a document that grows past the setting is told once, and reviewed again once it is short again`() throws
    {
        let server = try ServerProcess()
        try server.initialize(options: ["review.maxFileBytes": 100])
        var told: [String] = []
        try server.open(Self.uri, "javascript", "debugger;\n")
        #expect(try publication(of: 1, server, &told).count == 1)
        for round in 0..<3 {
            let version = 2 + 2 * round
            try change(server, version, Self.place(1), "// " + String(repeating: "x", count: 200) + "\n")
            #expect(try publication(of: version, server, &told).isEmpty)
            try change(server, version + 1, Self.place(1, 2), "")
            #expect(try publication(of: version + 1, server, &told).count == 1)
        }
        #expect(told.count == 1 && told.first?.contains("/w/a.js is longer than 100 bytes now") == true, "\(told)")
        #expect(try server.shutDown() == 0)
    }

    @Test func `a document that grows by messages of 60 MiB past every limit is told once, and the server goes on`()
        throws
    {
        let server = try ServerProcess()
        try server.initialize()
        var told: [String] = []
        try server.open(Self.uri, "javascript", "debugger;\n")
        #expect(try publication(of: 1, server, &told).count == 1)
        let line = String(repeating: "x", count: 60 << 20) + "\n"
        for version in 2...6 {
            try change(server, version, Self.place(1), line)
            let found = try publication(of: version, server, &told)
            // The first is not yet too much, but for the rules.
            #expect(found.count == (version == 2 ? 2 : 0))
        }
        #expect(told.count == 1 && told.first?.contains("is longer than 67108864 bytes now") == true, "\(told)")
        // What grew past what is kept comes back with a whole text.
        try change(server, 7, Self.place(0), "debugger;\n")
        #expect(try publication(of: 7, server, &told).isEmpty)
        try change(server, 8, nil, "debugger;\ndebugger;\n")
        #expect(try publication(of: 8, server, &told).count == 2)
        #expect(told.count == 1)
        #expect(try server.shutDown() == 0)
    }
}
