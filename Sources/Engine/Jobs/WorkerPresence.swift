#if canImport(Glibc)
    import Glibc
#endif

/// Tells whether a worker serves a database: each holds a shared lock on a file beside it for as long as it lives.
///
/// The kernel drops the lock when the process dies, however it dies.
/// A worker that leaves gives up the lock first and looks at the queue once more; whoever submits a job does it the
/// other way round. So either the worker sees the job or the submitter sees that nobody is there.
package struct WorkerPresence: Sendable {
    /// The descriptor on which a worker finds the lock that was reserved for it.
    package static let inherited: Int32 = 3

    private let path: String

    /// Of the workers whose environment is of the same mark; of all where there are no marks.
    package init(database: String, environment mark: String?) {
        path = database + (mark.map { "-worker-\($0).lock" } ?? "-worker.lock")
    }

    /// The same for what keeps the database's linked projects in step with a team.
    package init(teamOf database: String) { path = database + "-team.lock" }

    /// The lock for a worker that is about to be started; `nil` where one lives, or is being started by somebody else.
    ///
    /// It is exclusive until the worker has made it its own, so that of many who look at once one alone starts a
    /// worker. The others may rely on it: it looks at the queue only after it was started.
    package func reserve() -> Announcement? {
        guard let descriptor = open() else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return Announcement(descriptor: descriptor)
    }

    /// Takes over the lock that whoever started this worker reserved; `nil` where there is none.
    package func adopt() -> Announcement? {
        // Others may serve beside this one.
        guard flock(Self.inherited, LOCK_SH) == 0 else { return nil }
        return Announcement(descriptor: Self.inherited)
    }

    /// Takes part in serving.
    ///
    /// - Returns: The lock, or `nil` when the file cannot be opened or another process is just looking.
    package func announce() -> Announcement? {
        guard let descriptor = open() else { return nil }
        // Whoever starts a worker holds the lock until that one runs, so waiting is short.
        guard flock(descriptor, LOCK_SH) == 0 else {
            close(descriptor)
            return nil
        }
        return Announcement(descriptor: descriptor)
    }

    /// A lock that is held.
    package struct Announcement: Sendable {
        let descriptor: Int32

        /// Gives the lock up; called once.
        package func end() { close(descriptor) }
    }

    private func open() -> Int32? {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        return descriptor < 0 ? nil : descriptor
    }
}
