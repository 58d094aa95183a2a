import JSON
import TestSupport
import Testing

/// Where the data come from that a finding is about, beside its diagnostic.
@Suite struct RelatedPlaceTests {
    private static let code = "def f():\n    ä = request.args['x']\n    c = 'ls ' + ä\n    os.system(c)\n"

    private func diagnostic(
        of capabilities: JSONValue, _ encodings: [JSONValue] = ["utf-16"]
    ) throws -> (JSONValue, ServerProcess) {
        let server = try ServerProcess()
        try server.initialize(
            root: nil,
            capabilities: [
                "general": ["positionEncodings": .array(encodings)],
                "textDocument": ["publishDiagnostics": capabilities],
            ])
        try server.open("file:///w/a.py", "python", Self.code)
        return (try #require(try server.receive()["params"]?["diagnostics"]?[0]), server)
    }

    @Test func `a client that shows related places gets the way of the value`() throws {
        let (found, server) = try diagnostic(of: ["relatedInformation": true])
        let related = try #require(found["relatedInformation"]?.array)
        #expect(related.map { $0["location"]?["uri"] } == ["file:///w/a.py", "file:///w/a.py"])
        #expect(related.map { $0["message"] } == ["The data come in here.", "They are passed on here."])
        #expect(
            related.map { $0["location"]?["range"] } == [
                ["start": ["line": 1, "character": 8], "end": ["line": 1, "character": 25]],
                ["start": ["line": 2, "character": 8], "end": ["line": 2, "character": 17]],
            ])
        // They move with the text.
        let start: JSONValue = ["line": 0, "character": 0]
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": "file:///w/a.py", "version": 2],
                "contentChanges": [["range": ["start": start, "end": start], "text": "import os\n"]],
            ],
        ])
        let moved = try #require(try server.receive()["params"]?["diagnostics"]?[0]?["relatedInformation"]?.array)
        #expect(moved.map { $0["location"]?["range"]?["start"]?["line"] } == [2, 3])
    }

    @Test func `others get none, and the hover tells the lines`() throws {
        let (found, server) = try diagnostic(of: [:], ["utf-8"])
        #expect(found["relatedInformation"] == nil)
        let hover = try server.request(
            7, "textDocument/hover",
            ["textDocument": ["uri": "file:///w/a.py"], "position": ["line": 3, "character": 6]])
        let text = try #require(hover["result"]?["contents"]?["value"]?.string ?? hover["result"]?["contents"]?.string)
        #expect(text.contains("How they get here: the data come in on line 2 → line 3."))
    }
}
