import JSON
import JSONRPC
import Testing

@Suite struct IncomingMessageTests {
    private func describe(_ text: String) -> String {
        switch IncomingMessage(parsing: Array(text.utf8)) {
        case .request(let id, let method, let parameters):
            "request \(id) \(method) \(parameters?.value.serialized ?? "-")"
        case .notification(let method, let parameters): "notification \(method) \(parameters?.value.serialized ?? "-")"
        case .response(let id, .success(let result)): "result \(id) \(result?.value.serialized ?? "-")"
        case .response(let id, .failure(let error)): "error \(id) \(error.code.rawValue) \(error.message)"
        case .invalid(let id, let error): "invalid \(id) \(error.code.rawValue)"
        }
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"a","params":{"b":[]}}"#, #"request integer(1) a {"b":[]}"#),
        (#"{"jsonrpc":"2.0","id":"x","method":"a"}"#, #"request string("x") a -"#),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"a","params":null}"#, #"request number("1.5") a -"#),
        (#"{"jsonrpc":"2.0","id":1e99,"method":"a"}"#, #"request number("1e99") a -"#),
        (#"{"jsonrpc":"2.0","id":99999999999999999999,"method":"a"}"#, #"request number("99999999999999999999") a -"#),
        (#"{"jsonrpc":"2.0","id":null,"method":"a"}"#, "request null a -"),
        (#"{"jsonrpc":"2.0","method":"a"}"#, "notification a -"),
        (#"{"jsonrpc":"2.0","id":1,"result":null}"#, "result integer(1) null"),
        (#"{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}"#, "error integer(1) -1 no"),
    ]) func `messages are requests, notifications or responses`(text: String, expected: String) {
        #expect(describe(text) == expected)
    }

    @Test(arguments: [
        ("", "invalid null -32700"), ("{", "invalid null -32700"), ("\u{0}", "invalid null -32700"),
        ("[]", "invalid null -32600"), ("{}", "invalid null -32600"), ("1", "invalid null -32600"),
        ("\"a\"", "invalid null -32600"), ("null", "invalid null -32600"),
        (#"[{"jsonrpc":"2.0","id":1,"method":"a"}]"#, "invalid null -32600"),
        (#"{"id":1,"method":"a"}"#, "invalid integer(1) -32600"),
        (#"{"jsonrpc":"1.0","id":1,"method":"a"}"#, "invalid integer(1) -32600"),
        (#"{"jsonrpc":"2.0","id":1,"method":7}"#, "invalid integer(1) -32600"),
        (#"{"jsonrpc":"2.0","id":{},"method":"a"}"#, "invalid null -32600"),
        (#"{"jsonrpc":"2.0","id":true,"method":"a"}"#, "invalid null -32600"),
        (#"{"jsonrpc":"2.0","id":3}"#, "invalid integer(3) -32600"),
        (String(repeating: "[", count: 300) + String(repeating: "]", count: 300), "invalid null -32700"),
    ]) func `what is no message is refused with a code and an id`(text: String, expected: String) {
        #expect(describe(text) == expected)
    }
}
