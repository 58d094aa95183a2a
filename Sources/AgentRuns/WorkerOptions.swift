/// How a worker works.
package struct WorkerOptions: Sendable {
    /// How long to stay without work; nil: until it is asked to leave.
    package var idle: Duration? = .seconds(60)
    /// How many jobs to run at once.
    package var concurrency = 4
    /// How long a job stays with this worker when it says nothing.
    package var lease = Duration.seconds(10)
    /// Whether whoever started this worker took its lock for it; see `WorkerPresence.reserve()`.
    package var isAnnounced = false

    package init() {}
}
