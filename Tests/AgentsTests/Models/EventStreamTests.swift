import Testing

@testable import Agents

/// Server-sent events however their bytes come.
@Suite struct EventStreamTests {
    private func events(_ text: String, by size: Int) throws -> [ServerSentEvents.Event] {
        var stream = ServerSentEvents()
        let bytes = Array(text.utf8)
        var events: [ServerSentEvents.Event] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += try stream.feed(bytes[start..<min(start + size, bytes.count)])
        }
        return events + (stream.finish().map { [$0] } ?? [])
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `pieces of any size give the same events`(size: Int) throws {
        let text =
            "\u{FEFF}data: caf\u{E9} \u{1F980}\r\n\r\n: comment\rdata:one\rdata: two\r\revent: x\ndata:  three\n\n"
            + "id: 7\n: ping\n\nevent: none\n\ndata\n\ndata: last"
        #expect(
            try events(text, by: size) == [
                .init(data: "caf\u{E9} \u{1F980}"), .init(data: "one\ntwo"), .init(name: "x", data: " three"),
                .init(data: "last"),
            ])
    }

    @Test func `the wait that a server asks for is read in each of its forms`() {
        func seconds(_ milliseconds: String?, _ value: String?) -> Double? {
            RetryAfter.seconds(milliseconds: milliseconds, value: value, now: 1792567680)
        }
        #expect(seconds("1500", "9") == 1.5)
        #expect(seconds(nil, "9") == 9)
        #expect(seconds(nil, "0.25") == 0.25)
        // That is Wed, 21 Oct 2026 07:28:00 GMT.
        #expect(seconds(nil, "Wed, 21 Oct 2026 07:28:30 GMT") == 30)
        #expect(seconds(nil, "Wed, 21 Oct 2015 07:28:00 GMT") == 0)
        #expect(seconds(nil, "soon") == nil)
        #expect(seconds(nil, nil) == nil)
    }

    @Test func `an endpoint rests after five failures, and two probes that succeed wake it`() {
        var breaker = CircuitBreaker()
        let start = ContinuousClock.now
        for _ in 0..<4 { breaker.failed(at: start) }
        #expect(breaker.enter(at: start) == nil)
        breaker.failed(at: start)
        #expect(breaker.enter(at: start) == 61)
        #expect(breaker.enter(at: start + .seconds(60)) == nil)
        // One probe at a time.
        #expect(breaker.enter(at: start + .seconds(60)) == 1)
        breaker.succeeded()
        #expect(breaker.enter(at: start + .seconds(60)) == nil)
        breaker.failed(at: start + .seconds(60))
        #expect(breaker.enter(at: start + .seconds(61)) != nil)
        #expect(breaker.enter(at: start + .seconds(121)) == nil)
        breaker.succeeded()
        #expect(breaker.enter(at: start + .seconds(121)) == nil)
        breaker.succeeded()
        #expect(breaker.enter(at: start + .seconds(121)) == nil)
        #expect(breaker.enter(at: start + .seconds(121)) == nil)
    }
}
