import Foundation
import Glibc
import Models
import Storage
import Synchronization

/// Hands out what the change log gains, to everybody in this process who listens.
///
/// One connection on a thread of its own, told by a notification that there is something to read. It keeps the
/// snapshot of its last look: what the next snapshot sees and that one did not has committed in between, so nothing is
/// missed and nothing told twice, in whatever order the numbers of concurrent transactions became visible. Nothing runs
/// while nobody listens.
final class PostgresFeed: Sendable {
    private let url: String
    private let server: String
    private let state = Mutex(State())

    private struct State {
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        var newcomers: [Newcomer] = []
        var wake: WakePipe?
        var isStopped = false
    }

    private struct Listener: Sendable {
        let caller: Caller
        let continuation: AsyncStream<StoreChange>.Continuation
    }

    private struct Newcomer: Sendable {
        let caller: Caller
        let answer: CheckedContinuation<Result<AsyncStream<StoreChange>, StoreError>, Never>
    }

    init(url: String, server: String) {
        (self.url, self.server) = (url, server)
    }

    deinit { stop() }

    func subscribe(as caller: Caller) async throws(StoreError) -> AsyncStream<StoreChange> {
        let result = await withCheckedContinuation { answer in
            let newcomer = Newcomer(caller: caller, answer: answer)
            let (isStopped, started) = state.withLock { state in
                guard !state.isStopped else { return (true, WakePipe?.none) }
                state.newcomers.append(newcomer)
                if let wake = state.wake {
                    wake.ring()
                    return (false, nil)
                }
                state.wake = WakePipe()
                return (false, state.wake)
            }
            if isStopped { answer.resume(returning: .failure(.unavailable(.closed))) }
            if let started { start(started) }
        }
        return try result.get()
    }

    /// Ends every listener's stream.
    func stop() {
        let (listeners, newcomers, wake) = state.withLock { state in
            defer { (state.listeners, state.newcomers, state.wake, state.isStopped) = ([:], [], nil, true) }
            return (state.listeners.values.map(\.continuation), state.newcomers, state.wake)
        }
        wake?.ring()
        listeners.forEach { $0.finish() }
        newcomers.forEach { $0.answer.resume(returning: .failure(.unavailable(.closed))) }
    }

    private func start(_ wake: WakePipe) {
        let (url, server) = (url, server)
        let thread = Thread { [weak self] in
            let reader = ChangeReader(url: url, server: server)
            // The feed is held only for a look at a time: one that nobody uses ends its thread.
            while self?.turn(reader, wake) == true { reader.wait(for: wake) }
        }
        thread.name = "codeforge.postgres.feed"
        thread.start()
    }
}

extension PostgresFeed {
    /// On the thread: one look, and whether there is anybody to look for.
    private func turn(_ reader: ChangeReader, _ wake: WakePipe) -> Bool {
        let newcomers = state.withLock { state in
            defer { state.newcomers = [] }
            return state.newcomers
        }
        do throws(StoreError) {
            let changes = try reader.read()
            if let changes { hand(out: changes) } else { endInterrupted() }
            newcomers.forEach(add)
        } catch {
            newcomers.forEach { $0.answer.resume(returning: .failure(error)) }
        }
        return state.withLock { state in
            guard state.wake === wake else { return false }
            guard state.listeners.isEmpty, state.newcomers.isEmpty else { return true }
            state.wake = nil
            return false
        }
    }

    private func add(_ newcomer: Newcomer) {
        let (stream, continuation) = AsyncStream.makeStream(of: StoreChange.self)
        let number = state.withLock { state -> Int? in
            guard !state.isStopped else { return nil }
            defer { state.nextListener += 1 }
            state.listeners[state.nextListener] = Listener(caller: newcomer.caller, continuation: continuation)
            return state.nextListener
        }
        guard let number else { return newcomer.answer.resume(returning: .failure(.unavailable(.closed))) }
        continuation.onTermination = { [weak self] _ in self?.remove(number) }
        newcomer.answer.resume(returning: .success(stream))
    }

    private func remove(_ number: Int) {
        let wake = state.withLock { state in
            state.listeners[number] = nil
            return state.listeners.isEmpty ? state.wake : nil
        }
        wake?.ring()
    }

    private func hand(out changes: [StoreChange]) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners {
            for change in changes where listener.caller.sees(change) { listener.continuation.yield(change) }
        }
    }

    /// Ends the streams that may have missed changes: their listeners have to read the rows again.
    private func endInterrupted() {
        let ended = state.withLock { state in
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        ended.forEach { $0.continuation.finish() }
    }
}

/// Ends the wait of the feed's thread.
final class WakePipe: Sendable {
    let output: Int32
    private let input: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (output, input) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(output)
        close(input)
    }

    func ring() {
        var byte: UInt8 = 1
        _ = write(input, &byte, 1)
    }

    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while Glibc.read(output, &bytes, bytes.count) > 0 {}
    }
}
