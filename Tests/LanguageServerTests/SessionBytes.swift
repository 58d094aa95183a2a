import JSON
import TestSupport

/// Sessions as bytes, good ones and broken ones.
enum SessionBytes {
    private static let messages: [JSONValue] = [
        [
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": "file:///fuzz/a.py", "languageId": "python", "version": 1,
                    "text": "def f(x):\n    return eval(x) # 😀\n",
                ]
            ],
        ],
        [
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": "file:///fuzz/a.py", "version": 2],
                "contentChanges": [
                    [
                        "range": ["start": ["line": 1, "character": 4], "end": ["line": 1, "character": 10]],
                        "text": "yield",
                    ]
                ],
            ],
        ],
        [
            "id": 1, "method": "textDocument/hover",
            "params": ["textDocument": ["uri": "file:///fuzz/a.py"], "position": ["line": 1, "character": 12]],
        ],
        [
            "id": "two", "method": "textDocument/codeAction",
            "params": [
                "textDocument": ["uri": "file:///fuzz/a.py"],
                "range": ["start": ["line": 0, "character": 0], "end": ["line": 2, "character": 0]],
                "context": ["diagnostics": []],
            ],
        ],
        [
            "id": 3.5, "method": "workspace/executeCommand",
            "params": ["command": "codeforge.reviewFile", "arguments": []],
        ],
        ["method": "$/cancelRequest", "params": ["id": 3]],
        ["id": 4, "method": "textDocument/codeLens", "params": ["textDocument": ["uri": "file:///fuzz/a.py"]]],
        ["method": "textDocument/didSave", "params": ["textDocument": ["uri": "file:///fuzz/a.py"]]],
        ["method": "workspace/didChangeConfiguration", "params": ["settings": ["review": ["enabled": true]]]],
        ["id": 5, "method": "codeforge/review/list", "params": [:]],
        ["id": "codeforge-1", "result": nil],
        ["method": "textDocument/didClose", "params": ["textDocument": ["uri": "file:///fuzz/a.py"]]],
    ]

    /// Each message as a frame.
    static func frames() -> [[UInt8]] {
        messages.map { message in
            var object = message.object ?? JSONObject()
            object["jsonrpc"] = "2.0"
            return FrameReader.frame(JSONValue.object(object).serialized)
        }
    }

    /// A whole session, from `initialize` on, without its end.
    static func valid() -> [UInt8] {
        let initialize: JSONValue = [
            "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": ["processId": nil, "capabilities": [:]],
        ]
        return FrameReader.frame(initialize.serialized) + frames().flatMap { $0 }
    }

    /// One frame with something wrong with it: bytes changed, removed, doubled, inserted, or its body alone changed so
    /// that the frame holds together.
    static func mutated(_ frames: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
        var frame = frames.randomElement(using: &random) ?? []
        let body = (frame.firstIndex(of: UInt8(ascii: "{")) ?? 0)...
        switch Int.random(in: 0..<8, using: &random) {
        case 0: frame[Int.random(in: frame.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        case 1: frame.remove(at: Int.random(in: frame.indices, using: &random))
        case 2:
            let start = Int.random(in: frame.indices, using: &random)
            frame.removeSubrange(start..<min(frame.count, start + Int.random(in: 1...20, using: &random)))
        case 3:
            frame.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: frame.indices, using: &random))
        default:
            var changed = Array(frame[body])
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: changed.indices, using: &random)
                changed[index] = interesting.randomElement(using: &random) ?? 0
            }
            frame = FrameReader.frame(changed)
        }
        return frame
    }

    private static let interesting = Array("{}[]\",:\\0123456789-+.eEtfn \u{0}\r\n".utf8) + [0xC3, 0xED, 0xF0, 0xFF]
}
