import JSON
import TestSupport
import Testing

@Suite struct CancellationTests {
    private func frame(_ message: JSONValue) -> [UInt8] { FrameReader.frame(message.serialized) }

    private func hover(_ id: JSONValue) -> JSONValue {
        [
            "jsonrpc": "2.0", "id": id, "method": "textDocument/hover",
            "params": ["textDocument": ["uri": "file:///a.py"], "position": ["line": 0, "character": 0]],
        ]
    }

    private func cancel(_ id: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": id]]
    }

    @Test func `a cancellation overtakes the request that it names`() throws {
        let server = try ServerProcess()
        try server.initialize()
        try server.send(bytes: frame(hover(1)) + frame(hover("x")) + frame(cancel("x")) + frame(hover(2)))
        #expect(try server.answer(to: 1)["result"] == .null)
        #expect(try server.answer(to: "x")["error"]?["code"] == -32800)
        #expect(try server.answer(to: 2)["result"] == .null)
        #expect(try server.shutDown() == 0)
    }

    @Test func `a cancellation of nothing cancels nothing later`() throws {
        let server = try ServerProcess()
        try server.initialize()
        try server.send(bytes: frame(cancel(1)) + frame(hover(1)))
        #expect(try server.answer(to: 1)["result"] == .null)
        #expect(try server.shutDown() == 0)
    }

    @Test func `shutdown cannot be cancelled`() throws {
        let server = try ServerProcess()
        try server.initialize()
        let shutdown: JSONValue = ["jsonrpc": "2.0", "id": 9, "method": "shutdown"]
        try server.send(bytes: frame(shutdown) + frame(cancel(9)))
        #expect(try server.answer(to: 9)["result"] == .null)
        try server.send(["method": "exit"])
        #expect(try server.exitCode() == 0)
    }

    @Test func `each of many requests with each kind of id is answered exactly once`() throws {
        let server = try ServerProcess()
        try server.initialize()
        var random = SeededRandom(seed: 3)
        let ids: [JSONValue] = (0..<3000).map { number in
            switch number % 3 {
            case 0: .integer(number)
            case 1: .string("id \(number)")
            default: .double(Double(number) + 0.5)
            }
        }
        var bytes: [UInt8] = []
        for id in ids {
            bytes += frame(hover(id))
            if Int.random(in: 0..<4, using: &random) == 0 { bytes += frame(cancel(id)) }
        }
        try server.send(bytes: bytes)
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        let answers = try server.receiveAll().filter { $0["id"] != "shutdown" }
        #expect(answers.count == ids.count)
        #expect(Set(answers.compactMap { $0["id"] }) == Set(ids))
        #expect(try server.exitCode() == 0)
    }
}
