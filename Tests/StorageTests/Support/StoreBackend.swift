import Foundation
import Models
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing

/// A store that the contract is tried on.
///
/// Another implementation is one more entry of `all`.
struct StoreBackend: Sendable, CustomTestStringConvertible {
    let name: String
    /// Whether JSON comes back byte for byte and a list's texts may hold a NUL; PostgreSQL's types do neither.
    var keepsEveryByte = true
    /// Makes an empty store that measures leases by the clock.
    let make: @Sendable (TestClock) async throws -> any Store
    /// Lets time pass for the leases of a store with its clock.
    var pass: @Sendable (Duration, any Store, TestClock) async throws -> Void = { $2.advance(by: $0) }

    var testDescription: String { name }

    static let all = local + [postgres]

    /// Those that have folders and a clock of one machine.
    static let local = [
        StoreBackend(name: "SQLite file") { clock in
            try SQLiteStore(path: TemporaryFolder().path("store.db"), clock: clock.now)
        },
        StoreBackend(name: "SQLite in memory") { clock in try SQLiteStore.inMemory(clock: clock.now) },
    ]

    /// With the logins that a server has; its leases end by the database's clock.
    static let postgres = StoreBackend(
        name: "PostgreSQL", keepsEveryByte: false,
        make: { _ in try await PostgresDatabase.make().store() },
        pass: { duration, store, _ in
            guard case .server(let name) = store.location else { return }
            let seconds = duration.components.seconds
            try PostgresCluster.shared().run(
                """
                update public.agent_jobs set lease_ends_at = lease_ends_at - interval '\(seconds) seconds'
                where lease_ends_at is not null
                """, in: PostgresDatabase.name(in: name))
        })
}

/// The clock of a machine, which moves when it is told to.
final class TestClock: Sendable {
    private let moment = Mutex(MachineTime(boot: "first", milliseconds: 1_790_000))

    @Sendable func now() -> MachineTime { moment.withLock { $0 } }

    func advance(by duration: Duration) { moment.withLock { $0 = $0 + duration } }

    /// Starts the machine anew.
    func restart(as boot: String) { moment.withLock { $0 = MachineTime(boot: boot, milliseconds: 0) } }
}

/// A folder of its own for one test, gone with the process's last use of it.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "codeforge-store-\(RowID.random())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        Self.removal.add(url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    private static let removal = Removal()

    /// Removes the folders when the test process ends: a store may outlive the value that named its folder.
    private final class Removal: Sendable {
        private let folders = Mutex<[URL]>([])

        init() {
            atexit { TemporaryFolder.removal.run() }
        }

        func add(_ folder: URL) { folders.withLock { $0.append(folder) } }

        func run() {
            for folder in folders.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder) }
        }
    }
}
