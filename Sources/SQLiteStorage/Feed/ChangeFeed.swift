import Dispatch
import GRDB
import Models
import Storage
import Synchronization

/// Hands out what the change log gains, to everybody in this process who listens.
///
/// One reader for all listeners: it knows the last number that it has read, and reads on when it is told that somebody
/// committed. Nothing runs while nobody listens.
final class ChangeFeed: Sendable {
    private let database: any DatabaseWriter
    private let walPath: String?
    /// Everything that reads the log happens here, one after the other.
    private let queue = DispatchQueue(label: "codeforge.store.feed", qos: .default)
    private let state = Mutex(State())

    private struct State {
        /// Those who listen, and those who are about to; the watch stays for as long as there is one.
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        /// The number of the last change handed out; nil while nobody listens.
        var last: Int64?
        var watch: CommitWatch?
        var isStopped = false

        mutating func add(_ listener: Listener) -> Int {
            defer { nextListener += 1 }
            listeners[nextListener] = listener
            return nextListener
        }
    }

    /// What a read may meet with while others open, close or recover the database.
    private static let passing: [ResultCode] = [.SQLITE_BUSY, .SQLITE_PROTOCOL]

    /// How long after somebody held the whole database the log is read again.
    private static let patience = DispatchTimeInterval.milliseconds(10)

    private struct Listener {
        var caller: Caller
        /// Changes up to this number were there before the listener was.
        var start = Int64.max
        var continuation: AsyncStream<StoreChange>.Continuation
    }

    init(location: StoreLocation, database: any DatabaseWriter) {
        self.database = database
        walPath = if case .file(let path) = location { path + "-wal" } else { nil }
    }

    func subscribe(as caller: Caller) async throws(StoreError) -> AsyncStream<StoreChange> {
        let result: Result<AsyncStream<StoreChange>, StoreError> = await withCheckedContinuation { continuation in
            queue.async { [self] in
                continuation.resume(returning: StoreError.catching(walPath ?? "") { try addListener(caller) })
            }
        }
        return try result.get()
    }

    /// Says that a transaction of this process is visible to all.
    func committed() {
        if let walPath {
            CommitWatch.announce(walPath)
        } else if state.withLock({ !$0.listeners.isEmpty }) {
            queue.async { [self] in deliver() }
        }
    }

    /// Ends every listener's stream.
    func stop() {
        let (listeners, watch) = state.withLock { state in
            defer {
                state.isStopped = true
                state.listeners = [:]
                state.last = nil
                state.watch = nil
            }
            return (Array(state.listeners.values), state.watch)
        }
        watch?.cancel()
        for listener in listeners { listener.continuation.finish() }
    }
}

extension ChangeFeed {
    /// On the queue.
    private func addListener(_ caller: Caller) throws -> AsyncStream<StoreChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: StoreChange.self)
        // In the list before anything else: whoever leaves it meanwhile must not take the watch along.
        let number = try state.withLock { state throws(StoreError) -> Int in
            guard !state.isStopped else { throw StoreError.unavailable(.closed) }
            return state.add(Listener(caller: caller, continuation: continuation))
        }
        continuation.onTermination = { [weak self] _ in self?.removeListener(number) }
        // Before the log is looked at: what commits afterwards is announced.
        startWatching()
        do {
            let newest = try database.read { db in
                try Int64.fetchOne(db, sql: "select seq from sqlite_sequence where name = 'change_log'") ?? 0
            }
            state.withLock { state in
                state.last = state.last ?? newest
                state.listeners[number]?.start = newest
            }
        } catch {
            removeListener(number)
            throw error
        }
        return stream
    }

    private func removeListener(_ number: Int) {
        let watch = state.withLock { state -> CommitWatch? in
            guard state.listeners.removeValue(forKey: number) != nil, state.listeners.isEmpty else { return nil }
            defer {
                state.watch = nil
                state.last = nil
            }
            return state.watch
        }
        watch?.cancel()
    }

    /// On the queue.
    private func startWatching() {
        guard let walPath, state.withLock({ $0.watch == nil }) else { return }
        let watch = CommitWatch(walPath, queue: queue) { [weak self] in self?.deliver() }
        let isWanted = state.withLock { state in
            guard !state.isStopped else { return false }
            state.watch = watch
            return true
        }
        if !isWanted { watch.cancel() }
    }

    /// On the queue: reads on from the last change, and hands out what there is.
    private func deliver() {
        while true {
            guard let last = state.withLock({ $0.last }) else { return }
            let changes: [StoreChange]
            do {
                changes = try database.read { db in try StoreChange.fetch(db, after: last) }
            } catch let error as DatabaseError where Self.passing.contains(error.resultCode) {
                return queue.asyncAfter(deadline: .now() + Self.patience) { [weak self] in self?.deliver() }
            } catch {
                // A closed or damaged database has no more; what passes is over at one of the next looks.
                return
            }
            guard let first = changes.first else { return }
            if first.sequence > last + 1 { return endInterrupted(from: first.sequence) }
            hand(out: changes)
            if changes.count < StoreChange.batch { return }
        }
    }

    private func hand(out changes: [StoreChange]) {
        let listeners = state.withLock { state in
            if state.last != nil { state.last = changes.last?.sequence ?? state.last }
            return Array(state.listeners.values)
        }
        for listener in listeners {
            for change in changes where change.sequence > listener.start && listener.caller.sees(change) {
                listener.continuation.yield(change)
            }
        }
    }

    /// Ends the streams that missed changes: their listeners have to read the rows again.
    private func endInterrupted(from sequence: Int64) {
        let ended = state.withLock { state in
            if state.last != nil { state.last = sequence - 1 }
            let ended = state.listeners.filter { $0.value.start < sequence - 1 }
            for number in ended.keys { state.listeners[number] = nil }
            return Array(ended.values)
        }
        for listener in ended { listener.continuation.finish() }
        deliver()
    }
}

extension StoreChange {
    fileprivate static let batch = 1000

    fileprivate static func fetch(_ db: Database, after sequence: Int64) throws -> [StoreChange] {
        let statement = try db.cachedStatement(
            sql: """
                select sequence, table_name, operation, row_id, project_id, owner_id,
                  (select group_concat(user_id) from project_members m where m.project_id = change_log.project_id)
                    || ',' || (select user_id from projects where id = change_log.project_id) as audience
                from change_log
                where sequence > ? order by sequence limit \(batch)
                """)
        return try Row.fetchAll(statement, arguments: [sequence]).map { row in
            StoreChange(
                sequence: try row.integer64("sequence"), table: try row.choice("table_name"),
                operation: try row.choice("operation"),
                rowID: try row.id("row_id"), projectID: try row.id("project_id"), ownerID: try row.id("owner_id"),
                audience: (try row.optionalText("audience") ?? "").split(separator: ",")
                    .compactMap { RowID(String($0)) })
        }
    }
}
