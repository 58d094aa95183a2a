import Engine
import Models
import Synchronization

/// What is to be looked at next, gathered from both sides.
///
/// What the server tells of files that this machine has just saved is no news: each is expected once.
final class TeamDue: Sendable {
    private struct State {
        var scope = TeamSync.Scope.all
        /// Files that the server told of.
        var heard: [RowID] = []
        /// Files that were saved from here, with the moment of it.
        var expected: [(row: RowID, at: ContinuousClock.Instant)] = []
    }

    /// Something that is expected and does not come in this time is not waited for.
    private static let patience = Duration.seconds(5)

    /// An element when there is something to look at; it ends with `end`.
    let news: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    init() {
        (news, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
    }

    func add(_ more: TeamSync.Scope) {
        state.withLock { $0.scope.formUnion(more) }
        continuation.yield()
    }

    /// The server told of a file; nil: of something else.
    func heard(of row: RowID?) {
        guard let row else { return add(.server) }
        state.withLock { $0.heard.append(row) }
        continuation.yield()
    }

    /// These files were saved from here: the server tells of each.
    func expect(_ rows: [RowID], at now: ContinuousClock.Instant = .now) {
        guard !rows.isEmpty else { return }
        state.withLock { $0.expected += rows.map { ($0, now) } }
    }

    /// What is to be looked at now; nothing where only what was expected came.
    func take(at now: ContinuousClock.Instant = .now) -> TeamSync.Scope {
        state.withLock { state in
            state.expected.removeAll { now - $0.at > Self.patience }
            var counts: [RowID: Int] = [:]
            for entry in state.expected { counts[entry.row, default: 0] += 1 }
            for row in state.heard {
                if let count = counts[row], count > 0 {
                    counts[row] = count - 1
                } else {
                    state.scope.insert(.server)
                }
            }
            state.expected.removeAll { entry in
                guard let count = counts[entry.row], count > 0 else { return true }
                counts[entry.row] = count - 1
                return false
            }
            defer { (state.scope, state.heard) = ([], []) }
            return state.scope
        }
    }

    func end() { continuation.finish() }
}

/// How long news are gathered before a look, so that a person who saves much stays below the server's limit.
enum TeamPace {
    /// A look is one or two requests: the limit is 60 a minute, and other machines of the person's have a part of it.
    static func gathering(after requests: Int) -> Duration {
        switch requests {
        case ..<30: .milliseconds(60)
        case ..<40: .milliseconds(3_000)
        default: .milliseconds(8_000)
        }
    }
}
