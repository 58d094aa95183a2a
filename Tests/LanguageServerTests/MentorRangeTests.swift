import JSON
import TestSupport
import Testing

/// `codeforge/mentor/ask` about a range of an open document, and code actions for a range that names its finding.
@Suite struct MentorRangeTests {
    private static let code = "import os\n\ndef grow(n):\n    if n > 9:\n        return n\n    return n + 1\n"

    private func session(_ text: String) throws -> (JobSession, String) {
        let session = try JobSession(
            capabilities: [
                "textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]]]
            ],
            reply: JobSession.askNothing)
        let uri = session.workspace.uri + "/a.py"
        try session.server.open(uri, "python", text)
        _ = try session.call(
            "workspace/executeCommand", ["command": "codeforge.setMode", "arguments": [["mode": "student"]]])
        return (session, uri)
    }

    private static func range(_ start: (Int, Int), _ end: (Int, Int)) -> JSONValue {
        [
            "start": ["line": .integer(start.0), "character": .integer(start.1)],
            "end": ["line": .integer(end.0), "character": .integer(end.1)],
        ]
    }

    @Test func `a question about a range reads the open document`() throws {
        let (session, uri) = try session(Self.code)
        func ask(_ range: JSONValue) throws -> JSONValue {
            try session.call(
                "codeforge/mentor/ask", ["uri": .string(uri), "question": "is this right?", "range": range])
        }
        for range in [Self.range((0, 0), (6, 0)), Self.range((2, 0), (5, 16)), Self.range((0, 0), (900, 3))] {
            let guidance = try ask(range)["result"]?["guidance"]?.string ?? ""
            #expect(guidance.contains("line 4") || guidance.contains("line 6"), "\(guidance)")
            #expect(!guidance.contains("I see no code"), "\(guidance)")
        }
        for wrong in [Self.range((40, 0), (41, 0)), Self.range((3, 0), (1, 0)), ["start": 3]] {
            #expect(try ask(wrong)["error"]?["code"]?.int == -32602)
        }
        let beyond = try session.call(
            "codeforge/mentor/ask",
            ["uri": .string(uri), "question": "x?", "position": ["line": 400, "character": 0]])
        #expect(beyond["error"]?["code"]?.int == -32602)
    }

    @Test func `a range that names its finding gets what can be done about it`() throws {
        let text = "import yaml\n\ndef read(path):\n    with open(path) as f:\n        return yaml.load(f)\n"
        let (session, uri) = try session(text)
        try session.until { session.all("textDocument/publishDiagnostics").contains { $0["uri"]?.string == uri } }
        let published = session.all("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }
        let diagnostics = published?["diagnostics"] ?? []
        #expect(diagnostics.array?.isEmpty == false)
        for (range, isAll) in [
            (Self.range((4, 8), (4, 27)), true), (Self.range((2, 0), (4, 27)), true),
            (Self.range((4, 0), (5, 0)), true),
            (Self.range((0, 0), (5, 0)), false),
        ] {
            let answer = try session.call(
                "textDocument/codeAction",
                [
                    "textDocument": ["uri": .string(uri)], "range": range,
                    "context": ["diagnostics": diagnostics],
                ])
            let titles = (answer["result"]?.array ?? []).compactMap { $0["title"]?.string }
            #expect(titles.contains { $0.hasPrefix("Ask the mentor") }, "\(titles)")
            #expect(titles.contains { $0.hasPrefix("Dismiss") } == isAll, "\(titles)")
        }
    }
}
