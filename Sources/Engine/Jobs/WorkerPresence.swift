#if canImport(Glibc)
    import Glibc
#endif

/// Tells whether a worker serves a database: each holds a shared lock on a file beside it for as long as it lives.
///
/// The kernel drops the lock when the process dies, however it dies.
/// A worker that leaves gives up the lock first and looks at the queue once more; whoever submits a job does it the
/// other way round. So either the worker sees the job or the submitter sees that nobody is there.
package struct WorkerPresence: Sendable {
    private let path: String

    package init(database: String) { path = database + "-worker.lock" }

    /// Whether at least one worker lives.
    package var isServed: Bool {
        guard let descriptor = open() else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// Takes part in serving.
    ///
    /// - Returns: The lock, or `nil` when the file cannot be opened or another process is just looking.
    package func announce() -> Announcement? {
        guard let descriptor = open() else { return nil }
        // Whoever looks holds the lock for an instant only, so waiting is short.
        guard flock(descriptor, LOCK_SH) == 0 else {
            close(descriptor)
            return nil
        }
        return Announcement(descriptor: descriptor)
    }

    /// A lock that is held.
    package struct Announcement: Sendable {
        fileprivate let descriptor: Int32

        /// Gives the lock up; called once.
        package func end() { close(descriptor) }
    }

    private func open() -> Int32? {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        return descriptor < 0 ? nil : descriptor
    }
}
