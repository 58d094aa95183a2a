import JSON
import TestSupport
import Testing

/// Hostile bytes: whatever comes in, only frames go out, nothing hangs, and the server goes on or ends with an error.
@Suite struct FuzzTests {
    /// Sends bytes after a good beginning, then a probe.
    ///
    /// - Returns: whether the server still answers; else it has ended with a code that is not zero.
    private func survives(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
        let server = try ServerProcess()
        try server.initialize()
        do {
            try server.send(bytes: bytes)
            return try probe(server)
        } catch ServerProcessError.closed {
            #expect(try server.exitCode() != 0, sourceLocation: sourceLocation)
            return false
        }
    }

    /// Asks something until an answer comes: bytes that promised a longer body swallow some of the questions.
    private func probe(_ server: ServerProcess) throws -> Bool {
        let question: JSONValue = [
            "jsonrpc": "2.0", "id": "probe", "method": "codeforge/debug/document", "params": ["uri": "no:such"],
        ]
        let frame = FrameReader.frame(question.serialized)
        for _ in 0..<240 {
            // A body that is cut off may be as long as the longest one sent in these tests.
            try server.send(bytes: Array("\r\n\r\n".utf8) + frame)
            if try server.isAnswered("probe", within: .milliseconds(500)) { return true }
            try server.send(bytes: [UInt8](repeating: 0x20, count: 4096))
        }
        return false
    }

    @Test(arguments: [
        "Content-Length: -1\r\n\r\n{}", "Content-Length: abc\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: 70000000\r\n\r\n{}", "X-Header: 1\r\n\r\n{}", "\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: 4\r\n\r\n\u{0}\u{1}\u{2}\u{3}", "Content-Length: 2\r\n\r\n[]", "Content-Length: 2\r\n\r\n{}",
        "Content-Length: 1\r\n\r\n7", "Content-Length: 4\r\n\r\nnull", "Content-Length: 0\r\n\r\n",
        "Content-Type: x; charset=ebcdic\r\nContent-Length: 2\r\n\r\n{}", "garbage without any header at all",
        "Content-Length: 5\r\n\r\n{\"a\":", "Content-Length: 12\r\n\r\n{\"a\":\"\\ud800\"", "\n\n\n\n",
        "Content-Length: 2\n\n{}",
    ]) func `the server goes on after each malformed frame`(text: String) throws {
        #expect(try survives(Array(text.utf8)))
    }

    @Test func `what is not JSON gets one ParseError, what is no message one InvalidRequest`() throws {
        let server = try ServerProcess()
        try server.initialize()
        for (body, code) in [
            ("{", -32700), ("\u{0}", -32700), ("[]", -32600), ("{}", -32600), ("true", -32600), ("[{}]", -32600),
            (String(repeating: "[", count: 1000), -32700),
        ] {
            try server.send(bytes: FrameReader.frame(body))
            let answer = try server.receive()
            #expect(answer["id"] == .null)
            #expect(answer["error"]?["code"] == .integer(code))
        }
        #expect(try server.shutDown() == 0)
    }

    @Test func `numbers, texts and depths out of range change nothing`() throws {
        let server = try ServerProcess()
        try server.initialize()
        for parameters in [
            #"{"textDocument":{"uri":"a:b"},"position":{"line":1e999,"character":0}}"#,
            #"{"textDocument":{"uri":"a:b"},"position":{"line":99999999999999999999,"character":0}}"#,
            #"{"textDocument":{"uri":"a:b"},"position":{"line":-1,"character":0}}"#,
            #"{"textDocument":{"uri":"\ud800\u0000"},"position":{"line":9223372036854775807,"character":0}}"#,
        ] {
            try server.send(
                bytes: FrameReader.frame(
                    #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":"# + parameters + "}"))
            _ = try server.answer(to: 1)
        }
        try server.open("a:b", "python", "x = 1\n")
        try server.send(
            bytes: FrameReader.frame(
                #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"a:b","version":1e30},"contentChanges":[{"range":{"start":{"line":9007199254740993,"character":1},"end":{"line":0,"character":0}},"text":"\ud83d"}]}}"#
            ))
        _ = try server.request(2, "codeforge/debug/document", ["uri": "a:b"])
        #expect(try server.shutDown() == 0)
    }

    @Test func `a stream that is cut anywhere ends the server with 1`() throws {
        let session = SessionBytes.valid()
        // Every offset of the first frames, then every so many: each takes a process.
        let offsets = Array(0..<60) + Array(stride(from: 60, to: session.count, by: 37))
        for offset in offsets {
            let server = try ServerProcess()
            try server.send(bytes: Array(session[..<offset]))
            try server.closeInput()
            _ = try server.receiveAll()
            #expect(try server.exitCode() == 1)
        }
    }

    @Test func `one hundred thousand mutations of valid sessions`() throws {
        var random = SeededRandom(seed: 4)
        let session = SessionBytes.frames()
        var server = try ServerProcess()
        try server.initialize()
        var restarts = 0
        for batch in 0..<50 {
            var bytes: [UInt8] = []
            for _ in 0..<2000 { bytes += SessionBytes.mutated(session, &random) }
            do {
                try server.send(bytes: bytes)
                #expect(try probe(server), "batch \(batch)")
            } catch ServerProcessError.closed {
                // A mutation may be an `exit`, which ends the server as it should.
                #expect(try server.exitCode() != 0)
                restarts += 1
                server = try ServerProcess()
                try server.initialize()
            }
        }
        #expect(restarts < 50)
    }
}
