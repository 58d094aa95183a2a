import Storage
import Synchronization

/// Tells every server and worker that there is something to look for, once for all transactions that committed meanwhile.
///
/// A transaction that notifies waits with its commit until the one before it is on the disk; one that leaves it to this
/// does not. What is not told, as after the end of a program, is found within a second: the feed looks by itself.
final class ChangeTelling: Sendable {
    private enum State {
        case idle
        case telling
        /// Something committed since the telling began.
        case due
    }

    private let pool: ConnectionPool
    private let server: String
    private let state = Mutex(State.idle)

    init(over pool: ConnectionPool, server: String) { (self.pool, self.server) = (pool, server) }

    /// Returns at once.
    func tell() {
        let isFirst = state.withLock { state in
            defer { state = state == .idle ? .telling : .due }
            return state == .idle
        }
        if isFirst { Task { await run() } }
    }

    private func run() async {
        repeat {
            let server = server
            _ = try? await pool.run { slot in
                StoreError.catching(server) {
                    _ = try slot.connection().query("select pg_notify('codeforge_changes', '')")
                }
            }
        } while isDue()
    }

    private func isDue() -> Bool {
        state.withLock { state in
            defer { state = state == .due ? .telling : .idle }
            return state == .due
        }
    }
}
