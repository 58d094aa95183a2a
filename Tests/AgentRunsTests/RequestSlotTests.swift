import Engine
import Models
import TestSupport
import Testing

@testable import AgentRuns

/// At most so many requests to models at once, whichever process sends them: a lock in the file system each.
@Suite struct RequestSlotTests {
    private actor Told {
        private(set) var count = 0
        func note() { count += 1 }
        func reach(_ number: Int) async { while count < number { await Task.yield() } }
    }

    @Test func `who finds no slot free says so once, and goes on when one is, or when it is cancelled`() async throws {
        let bench = try await ModelJobBench()
        let server = try ModelServer([ModelStream.right])
        _ = try await bench.submit("pedagogy", ["question": "Why?", "hint_level": 0], server: server)
        let work = try #require(
            try await JobQueue(bench.application, worker: "test", lease: .seconds(60)).claim())
        let told = Told()
        let wait: @Sendable () async -> RequestSlot? = {
            await RequestSlot.wait(for: work, most: 2) { await told.note() }
        }
        let (first, second) = (try #require(await wait()), try #require(await wait()))
        #expect(await told.count == 0)
        let third = Task { await wait() }
        await told.reach(1)
        first.end()
        let held = try #require(await third.value)
        let cancelled = Task { await wait() }
        await told.reach(2)
        cancelled.cancel()
        #expect(await cancelled.value == nil)
        second.end()
        held.end()
        // All are free again.
        let all = [await wait(), await wait()]
        #expect(all.allSatisfy { $0 != nil })
        #expect(await told.count == 2)
        all.forEach { $0?.end() }
    }
}
