import JSON
import TestSupport
import Testing

/// A client that opens many documents and pulls for each: they are reviewed together, and each answer is its document's.
@Suite struct PulledTogetherTests {
    private static let pulling: JSONValue = ["textDocument": ["diagnostic": [:]]]
    private let server: ServerProcess

    init() throws {
        server = try ServerProcess()
        try server.initialize(capabilities: Self.pulling)
    }

    private func uri(_ number: Int) -> JSONValue { .string("file:///w/\(number).py") }

    private func pull(_ number: Int) -> JSONValue {
        [
            "id": .integer(number), "method": "textDocument/diagnostic",
            "params": ["textDocument": ["uri": uri(number)]],
        ]
    }

    private func open(_ number: Int, _ text: String) -> JSONValue {
        [
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": uri(number), "languageId": "python", "version": 1, "text": .string(text),
                ]
            ],
        ]
    }

    /// All in one write, as a client does that opens a session again.
    private func send(_ messages: [JSONValue]) throws {
        try server.send(
            bytes: messages.flatMap { message in
                var object = message.object ?? JSONObject()
                object["jsonrpc"] = "2.0"
                return FrameReader.frame(JSONValue.object(object).serialized)
            })
    }

    private func lines(_ id: Int) throws -> [JSONValue?] {
        let items = try server.answer(to: .integer(id))["result"]?["items"]?.array ?? []
        return items.map { $0["range"]?["start"]?["line"] }
    }

    @Test func `each of many is answered with its own findings`() throws {
        // The n-th has its finding on line n; every tenth is long.
        let texts = (0..<60).map { number in
            String(repeating: "x = 1\n", count: number) + "eval(input())\n"
                + String(repeating: "def f(a):\n    return a + 1\n", count: number % 10 == 0 ? 4_000 : 1)
        }
        try send(texts.enumerated().flatMap { number, text in [open(number, text), pull(number)] })
        for number in texts.indices { #expect(try lines(number) == [.integer(number)], "document \(number)") }
        #expect(try server.shutDown() == 0)
    }

    @Test func `one that is closed in the same moment is answered with what it was`() throws {
        let close: JSONValue = ["method": "textDocument/didClose", "params": ["textDocument": ["uri": uri(1)]]]
        try send([open(1, "eval(input())\n"), pull(1), close, open(2, "\neval(input())\n"), pull(2)])
        #expect(try lines(1) == [0])
        #expect(try lines(2) == [1])
        #expect(try server.shutDown() == 0)
    }

    @Test func `what is asked later of the same document does not wait for the others`() throws {
        try send((0..<40).flatMap { [open($0, "eval(input())\n"), pull($0)] })
        let hover = try server.request(
            100, "textDocument/hover",
            ["textDocument": ["uri": uri(39)], "position": ["line": 0, "character": 1]])
        #expect(hover["result"]?["contents"] != nil)
        for number in 0..<40 { #expect(try lines(number) == [0]) }
        #expect(try server.shutDown() == 0)
    }
}
