import Dispatch
import Foundation
import Storage
import Synchronization

/// A bounded number of connections, each on a thread of its own: libpq waits, and Swift's few threads must not.
///
/// Threads are started when there is work for them and end when there was none for a while.
final class ConnectionPool: Sendable {
    private struct Item: Sendable {
        let deadline: ContinuousClock.Instant
        let run: @Sendable (ConnectionSlot) -> Void
        let giveUp: @Sendable (StoreError) -> Void
    }

    private struct State {
        var items: [Item] = []
        /// The items before this one are done.
        var first = 0
        var threads = 0
        var idle = 0
        var isClosed = false
    }

    private let url: String
    private let role: String?
    private let server: String
    private let limit: Int
    private let state = Mutex(State())
    private let work = DispatchSemaphore(value: 0)

    /// How long a request waits for a connection.
    private static let patience = Duration.seconds(10)

    /// How long a connection stays without work.
    private static let idleTime = DispatchTimeInterval.seconds(60)

    init(url: String, role: String?, server: String, limit: Int) {
        (self.url, self.role, self.server, self.limit) = (url, role, server, max(1, limit))
    }

    deinit { close() }

    /// Runs `body` on the thread of a connection that nobody else uses meanwhile.
    ///
    /// It runs to its end even when the calling task is cancelled.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (ConnectionSlot) -> Result<Value, StoreError>
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            add(
                Item(
                    deadline: .now + Self.patience,
                    run: { continuation.resume(returning: body($0)) },
                    giveUp: { continuation.resume(returning: .failure($0)) }))
        }
        return try result.get()
    }

    /// Ends the threads; what waits is given up.
    func close() {
        let (items, threads) = state.withLock { state in
            defer { (state.items, state.first) = ([], 0) }
            state.isClosed = true
            return (state.items[state.first...], state.threads)
        }
        for item in items { item.giveUp(.unavailable(.closed)) }
        for _ in 0..<threads { work.signal() }
    }

    private func add(_ item: Item) {
        let (isClosed, needsThread) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            state.items.append(item)
            let waiting = state.items.count - state.first
            let needsThread = state.idle < waiting && state.threads < limit
            if needsThread { state.threads += 1 }
            return (false, needsThread)
        }
        if isClosed { return item.giveUp(.unavailable(.closed)) }
        work.signal()
        if needsThread {
            // The thread keeps what it needs, not the pool: a pool that nobody uses ends its threads.
            let thread = Thread { [weak self, url, role, work] in
                Self.serve(ConnectionSlot(url: url, role: role), work) { [weak self] in self }
            }
            thread.name = "codeforge.postgres"
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    private static func serve(
        _ slot: ConnectionSlot, _ work: DispatchSemaphore, _ pool: () -> ConnectionPool?
    ) {
        while true {
            pool()?.state.withLock { $0.idle += 1 }
            let isTimedOut = work.wait(timeout: .now() + idleTime) == .timedOut
            guard let pool = pool(), let item = pool.next(afterIdling: isTimedOut) else { return }
            switch item {
            case .none: continue
            case .some(let item) where item.deadline < .now: item.giveUp(.unavailable(.busy(path: pool.server)))
            case .some(let item): item.run(slot)
            }
        }
    }

    /// What to do next: nil to end, an empty answer when another thread was faster.
    private func next(afterIdling isTimedOut: Bool) -> Item?? {
        state.withLock { state in
            state.idle -= 1
            guard !state.isClosed else { return nil }
            guard state.first < state.items.count else {
                guard isTimedOut else { return .some(nil) }
                state.threads -= 1
                return nil
            }
            let item = state.items[state.first]
            state.first += 1
            if state.first == state.items.count || state.first > 1024 {
                state.items.removeFirst(state.first)
                state.first = 0
            }
            return item
        }
    }
}

/// The place of one connection, which is made when it is needed and replaced when it broke.
final class ConnectionSlot {
    private let url: String
    private let role: String?
    private var held: PostgresConnection?

    /// How long a server that is being started anew is waited for.
    private static let patience = Duration.seconds(4)

    init(url: String, role: String?) {
        (self.url, self.role) = (url, role)
    }

    func connection() throws(PostgresFailure) -> PostgresConnection {
        if let held, held.isUsable { return held }
        held = nil
        let deadline = ContinuousClock.now + Self.patience
        while true {
            do throws(PostgresFailure) {
                let connection = try PostgresConnection(url: url, role: role)
                held = connection
                return connection
            } catch {
                guard error.mayPass, ContinuousClock.now < deadline else { throw error }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    func discard() { held = nil }
}
