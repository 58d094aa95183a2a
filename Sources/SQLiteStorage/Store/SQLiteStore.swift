import GRDB
import Glibc
import Models
import Storage
import Synchronization

/// The store on one SQLite file, shared by every process that opens it.
///
/// Write-ahead logging with `synchronous = normal`: a commit is in the operating system's hands when it returns, so
/// nothing that was acknowledged is lost when processes die. A power cut may take the last commits, never the
/// database; waiting for the disk at every progress report would cost more than that is worth.
package final class SQLiteStore: LocalStore {
    package let location: StoreLocation
    let database: any DatabaseWriter
    let clock: StoreClock
    let patterns = PatternCache()
    let feed: ChangeFeed
    /// Set once the file was found damaged: it is not touched any more, least of all written.
    private let damage = Mutex<StoreError?>(nil)

    /// Opens the file and brings its schema up to date; makes file and folder, for their owner alone, where missing.
    ///
    /// Blocks for a few milliseconds; longer while another process brings the schema up to date.
    /// - Parameters:
    ///   - path: an absolute path.
    ///   - clock: what leases are measured by.
    /// - Throws: `unavailable`. The file is as it was then.
    package convenience init(path: String, clock: @escaping StoreClock = MachineTime.now) throws(StoreError) {
        self.init(location: .file(path), database: try SQLiteFile.open(path), clock: clock)
    }

    /// Opens a database that is there to read its rows, on a read-only medium, too; nothing is to be written.
    ///
    /// Neither the file nor what lies beside it is different afterwards, unless it is of an older version: then it is
    /// brought up to date.
    /// - Throws: `unavailable`.
    package convenience init(reading path: String) throws(StoreError) {
        self.init(location: .file(path), database: try SQLiteFile.openForReading(path), clock: MachineTime.now)
    }

    /// A store that is gone with the process, for when no file can be used.
    package static func inMemory(clock: @escaping StoreClock = MachineTime.now) throws(StoreError) -> SQLiteStore {
        SQLiteStore(location: .memory, database: try SQLiteFile.openInMemory(), clock: clock)
    }

    private init(location: StoreLocation, database: any DatabaseWriter, clock: @escaping StoreClock) {
        self.location = location
        self.database = database
        self.clock = clock
        feed = ChangeFeed(location: location, database: database)
    }

    deinit {
        feed.stop()
    }

    /// Writes without changing anything.
    ///
    /// - Throws: `unavailable` where nothing can be kept, such as on a full disk, which reading does not tell.
    package func proveWritable() async throws(StoreError) {
        try await write { db in try db.execute(sql: "update local_user set profile_id = profile_id") }
    }

    /// Ends the change feeds and closes the file; later operations are `unavailable(.closed)`.
    package func close() {
        feed.stop()
        for _ in 0..<Self.mostCloses {
            // The writer has to go last: it carries the log over to the file, which a reader can't.
            if let pool = database as? DatabasePool {
                // Waits for a reader that has answered and not yet ended.
                try? pool.barrierWriteWithoutTransaction { _ in }
                pool.invalidateReadOnlyConnections()
            }
            // A look at the feed that began before it stopped may still be reading.
            if (try? database.close()) != nil { return }
            usleep(Self.closePauseMicroseconds)
        }
    }

    /// For a second at most: what was acknowledged is in the log, and whoever opens the file next takes it over.
    private static let (mostCloses, closePauseMicroseconds): (Int, UInt32) = (100, 10_000)

    package var local: (any LocalStore)? { self }

    var path: String {
        if case .file(let path) = location { path } else { ":memory:" }
    }
}

extension SQLiteStore {
    /// Runs `body` on one unchanging view of the rows.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try refuseDamaged()
        let path = path
        // Not GRDB's own async functions: those give up when the calling task is cancelled.
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            database.asyncRead { db in
                continuation.resume(returning: StoreError.catching(path) { try body(db.get()) })
            }
        }
        return try noted(result).get()
    }

    /// Runs `body` as one transaction that no other write, of any process, comes between.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try refuseDamaged()
        let path = path
        let feed = feed
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { db in
                let result = StoreError.catching(path) {
                    var value: Result<Value, any Error> = .failure(StoreError.unavailable(.closed))
                    try db.inTransaction(.immediate) {
                        value = .success(try body(db))
                        return .commit
                    }
                    return try value.get()
                }
                // Once the transaction is visible to others, and before the caller goes on.
                if case .success = result { feed.committed() }
                continuation.resume(returning: result)
            }
        }
        return try noted(result).get()
    }

    func refuseDamaged() throws(StoreError) {
        if let damage = damage.withLock({ $0 }) { throw damage }
    }

    /// The result; damage that an operation came by is remembered, and the file's bytes are put aside.
    func noted<Value>(_ result: Result<Value, StoreError>) -> Result<Value, StoreError> {
        guard case .failure(.unavailable(.corrupt(_, nil))) = result else { return result }
        let path = path
        return .failure(
            damage.withLock { damage in
                if let damage { return damage }
                let error = StoreError.unavailable(.corrupt(path: path, copy: CorruptCopy.keep(of: path)))
                damage = error
                return error
            })
    }
}
