import Models
import SQLiteStorage
import Storage

/// Makes changes while it listens to everybody's, for the test of the change feed.
///
/// Prints `ready` and waits for a line; then `made SEQUENCE-LESS-ID CALLED COMMITTED` for each of its own changes and
/// `saw SEQUENCE ID TIME` for every change, in order; times are nanoseconds.
struct FeedWriter {
    private let store: any LocalStore
    private let user: RowID

    init(database: String) async throws {
        store = try SQLiteStore(path: database)
        user = try await store.localUser().id
    }

    func run(count: Int, others: Int) async throws {
        let changes = try await store.changes(as: .user(user))
        let listening = Task {
            var seen: [(change: StoreChange, time: Int64)] = []
            seen.reserveCapacity(count + others)
            for await change in changes {
                seen.append((change, monotonicNanoseconds()))
                if seen.count == count + others { break }
            }
            return seen
        }
        say("ready")
        _ = readLine()

        var made: [String] = []
        for number in 0..<count {
            let project = NewProject(userID: user, title: "Change \(number)")
            let called = monotonicNanoseconds()
            try await store.createProject(project, as: .user(user))
            made.append("made \(project.id) \(called) \(monotonicNanoseconds())")
        }
        let seen = await listening.value
        say(made.joined(separator: "\n"))
        say(seen.map { "saw \($0.change.sequence) \($0.change.rowID) \($0.time)" }.joined(separator: "\n"))
    }
}
