import JSONRPC
import TestSupport
import Testing

@Suite struct FrameDecoderTests {
    /// Everything that a decoder finds in `chunks`.
    private func events(in chunks: [[UInt8]]) -> [FrameDecoder.Event] {
        var decoder = FrameDecoder()
        var events: [FrameDecoder.Event] = []
        for chunk in chunks {
            chunk.withUnsafeBytes { decoder.append($0) }
            while let event = decoder.next() { events.append(event) }
        }
        return events
    }

    private func check(_ text: String, gives expected: [FrameDecoder.Event]) {
        #expect(events(in: [Array(text.utf8)]) == expected)
    }

    private func frame(_ text: String) -> FrameDecoder.Event { .frame(Array(text.utf8)) }

    @Test func `a frame is the bytes that its header counts`() {
        check("Content-Length: 5\r\n\r\nhello", gives: [frame("hello")])
        check("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\nab", gives: [frame(""), frame("ab")])
        check("Content-Length: 6\r\n\r\nhello", gives: [])
    }

    @Test func `headers come in any case and order, and unknown ones are ignored`() {
        check("content-LENGTH:2\r\nX-Other: a: b\r\n\r\nab", gives: [frame("ab")])
        check(
            "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length:  2 \r\n\r\nab",
            gives: [frame("ab")])
        check("Content-Type: x; charset=\"UTF8\"\r\nContent-Length: 2\r\n\r\nab", gives: [frame("ab")])
        check("Content-Length: 2\r\nContent-Length: 2\r\n\r\nab", gives: [frame("ab")])
    }

    @Test func `lines of a header may end with a line feed alone`() {
        check("Content-Length: 2\n\nabContent-Length: 1\nX: y\n\nc", gives: [frame("ab"), frame("c")])
        check("Content-Length: 2\r\n\nabX: y\nContent-Length: 1\n\r\nc", gives: [frame("ab"), frame("c")])
        check("Content-Length: 2\n\nab\n\n\nContent-Length: 1\r\n\r\nc", gives: [frame("ab"), frame("c")])
        check("junk\n\nContent-Length: 1\n\nc", gives: [.fault(.missingLength), frame("c")])
    }

    @Test func `a charset other than UTF-8 is refused, and its body skipped`() {
        check(
            "Content-Type: x; charset=utf-16\r\nContent-Length: 2\r\n\r\nabContent-Length: 1\r\n\r\nc",
            gives: [.fault(.unsupportedCharset("utf-16")), frame("c")])
    }

    @Test(arguments: [
        ("X: 1\r\n\r\n{}", FramingFault.missingLength),
        ("Content-Length: -5\r\n\r\n{}", .invalidLength("-5")),
        ("Content-Length: five\r\n\r\n{}", .invalidLength("five")),
        ("Content-Length: \r\n\r\n{}", .invalidLength("")),
        ("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", .conflictingLengths),
        ("Content-Length: 67108865\r\n\r\n{}", .bodyTooLong(67_108_865)),
        ("Content-Length: 99999999999999999999999\r\n\r\n{}", .bodyTooLong(.max)),
    ]) func `after a header that cannot be followed the next good one is`(text: String, fault: FramingFault) {
        check(text + "Content-Length: 2\r\n\r\nab", gives: [.fault(fault), frame("ab")])
    }

    @Test func `stray bytes before a header cost one fault and no frame`() {
        check("garbage Content-Length: 2\r\n\r\nab", gives: [.fault(.missingLength), frame("ab")])
        let long = String(repeating: "x", count: 40_000)
        check(long + "\r\nContent-Length: 2\r\n\r\nab", gives: [.fault(.headerTooLong), frame("ab")])
    }

    @Test func `a body over the limit is skipped without being held`() {
        let body = [UInt8](repeating: 0x20, count: 1 << 20)
        let header = Array("Content-Length: \(65 << 20)\r\n\r\n".utf8)
        let next = Array("Content-Length: 2\r\n\r\nab".utf8)
        let chunks = [header] + [[UInt8]](repeating: body, count: 65) + [next]
        #expect(events(in: chunks) == [.fault(.bodyTooLong(65 << 20)), frame("ab")])
    }

    @Test func `frames of each size arrive whole however the stream is cut`() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<60 {
            let bodies = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                let size = [0, 1, 17, 300, 65_535, 65_536, 200_000].randomElement(using: &random) ?? 0
                return [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: size)
            }
            let stream = bodies.flatMap { Array("Content-Length: \($0.count)\r\n\r\n".utf8) + $0 }
            #expect(events(in: cut(stream, &random)) == bodies.map(FrameDecoder.Event.frame))
        }
    }

    @Test func `a stream of frames and faults means the same at each cut`() {
        let stream = Array(
            ("Content-Length: 2\r\n\r\nabX: 1\r\n\r\n{}junk\r\n\r\nContent-Length: x\r\n\r\n[]"
                + "content-length: 3\r\nContent-Type: a;charset=latin1\r\n\r\nabcContent-Length: 3\n\n\n\na\n"
                + "X: 1\n\r\n{}Content-Length: 1\r\n\nz").utf8)
        let whole = events(in: [stream])
        #expect(whole.last == frame("z"))
        for offset in 0...stream.count {
            #expect(events(in: [Array(stream[..<offset]), Array(stream[offset...])]) == whole)
        }
        #expect(events(in: stream.map { [$0] }) == whole)
    }

    @Test func `any bytes at all are followed by a frame that is found`() {
        var random = SeededRandom(seed: 2)
        let marker = Array("\r\n\r\nContent-Length: 3\r\n\r\nend".utf8)
        for _ in 0..<400 {
            // No digits: a length in the noise would swallow the marker, and rightly so.
            let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                Array("Content-Length: \r\n\u{0}{}[]\"x\u{FF}".utf8).randomElement(using: &random) ?? 0
            }
            let found = events(in: cut(noise + marker, &random))
            #expect(found.contains(frame("end")))
        }
    }

    private func cut(_ stream: [UInt8], _ random: inout SeededRandom) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...max(1, min(rest.count, 90_000)), using: &random))
            chunks.append(Array(chunk))
            rest = rest.dropFirst(chunk.count)
        }
        return chunks
    }
}
