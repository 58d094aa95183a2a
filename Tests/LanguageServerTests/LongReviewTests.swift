import JSON
import TestSupport
import Testing

/// Documents whose review takes long: messages are answered meanwhile.
@Suite struct LongReviewTests {
    /// 256 KB in lines of 16 KB, each full of what takes long to look at.
    private static let text: String = {
        let statement = "conn.execute(f\"UPDATE users SET name = '{name}' WHERE id = {user_id}\"); "
        let line = String(repeating: statement, count: 16_000 / statement.utf8.count)
        return (0..<16).map { _ in "def f(name, user_id): \(line)\n" }.joined()
    }()

    private func open(_ server: ServerProcess) throws {
        try server.initialize()
        try server.open("file:///w/small.py", "python", "x = 1\n")
        try server.open("file:///w/long.py", "python", Self.text)
    }

    @Test func `a request about another document is answered before one that has to wait for the review`() throws {
        let server = try ServerProcess()
        try open(server)
        let ask: (Int, String) throws -> Void = { id, uri in
            let parameters: JSONValue = ["textDocument": ["uri": .string(uri)]]
            try server.send(["id": .integer(id), "method": "textDocument/codeLens", "params": parameters])
        }
        try ask(1, "file:///w/long.py")
        try ask(2, "file:///w/small.py")
        var answers: [JSONValue] = []
        while answers.count < 2 {
            let message = try server.receive()
            if message["method"] == nil, let id = message["id"] { answers.append(id) }
        }
        #expect(answers == [2, 1])
        #expect(try server.shutDown() == 0)
    }

    @Test func `what is published is of the last version, and is what a review at once finds`() throws {
        let server = try ServerProcess()
        try open(server)
        let place: JSONValue = ["line": 3, "character": 0]
        try server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": "file:///w/long.py", "version": 2],
                "contentChanges": [["range": ["start": place, "end": place], "text": "eval(code)\n"]],
            ],
        ])
        let listed = try server.request(
            1, "codeforge/review/list", ["uri": "file:///w/long.py"])["result"]?["items"]?.array
        let lines = Set((listed ?? []).compactMap { $0["range"]?["start"]?["line"] })
        #expect(lines == Set((0..<17).map { JSONValue.integer($0) }))
        #expect(try server.shutDown() == 0)
    }

    @Test func `a request whose document is closed before its review is through is answered`() throws {
        let server = try ServerProcess()
        try open(server)
        let document: JSONValue = ["textDocument": ["uri": "file:///w/long.py"]]
        try server.send(["id": 1, "method": "textDocument/codeLens", "params": document])
        try server.send(["method": "textDocument/didClose", "params": document])
        #expect(try server.answer(to: 1)["id"] == 1)
        #expect(try server.shutDown() == 0)
    }

    @Test func `a request that waits for a review can be cancelled, and is answered once`() throws {
        let server = try ServerProcess()
        try open(server)
        let lens: JSONValue = ["textDocument": ["uri": "file:///w/long.py"]]
        try server.send(["id": 1, "method": "textDocument/codeLens", "params": lens])
        try server.send(["method": "$/cancelRequest", "params": ["id": 1]])
        #expect(try server.answer(to: 1)["error"]?["code"] == -32800)
        #expect(try server.request(2, "textDocument/codeLens", lens)["result"] != nil)
        #expect(try server.shutDown() == 0)
    }
}
