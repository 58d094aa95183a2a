import Glibc
import Models

/// One look at a project's team at a time: of two programs that want to look, the second waits for the first.
struct TeamLock {
    private let descriptor: Int32

    /// How often it is tried, and for how long.
    private static let interval = Duration.milliseconds(20)
    private static let patience = Duration.seconds(120)

    /// Waits for the lock, a file beside the database; a database in memory is one program's alone and has none.
    ///
    /// - Throws: `busy` where another program does not come to its end, `unavailable` where there can be no file.
    init(database: String?, project: RowID) async throws(RequestFailure) {
        guard let database else {
            descriptor = -1
            return
        }
        let path = "\(database)-team-\(project).lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw RequestFailure("unavailable", "\(path) cannot be opened: \(String(cString: strerror(errno))).")
        }
        let deadline = ContinuousClock.now + Self.patience
        while flock(opened, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < deadline, (try? await Task.sleep(for: Self.interval)) != nil else {
                close(opened)
                throw RequestFailure(
                    "busy", "Another program is bringing this project in step. Try again when it is done.")
            }
        }
        descriptor = opened
    }

    /// Gives it up; called once.
    func end() { if descriptor >= 0 { close(descriptor) } }
}
