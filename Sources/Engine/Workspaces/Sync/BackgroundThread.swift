import Glibc

/// One thread of low priority on which everything runs that nobody waits for.
///
/// Swift's own threads are few and all of one priority: a look at ten thousand files would take one away from the
/// requests of the editor. This one gives way to them, by the operating system's scheduler.
final class BackgroundThread: SerialExecutor, @unchecked Sendable {
    // Unchecked because the queue is shared with the thread; every access holds `mutex`.
    static let shared = BackgroundThread()

    /// Added to the thread's nice value: it gets about a tenth of what an ordinary thread beside it gets.
    private static let niceness: Int32 = 10

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [UnownedJob] = []

    private init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(filled, nil)
        var thread = pthread_t()
        // The object is never freed (it is the only one), so that the thread may use it unretained.
        let created = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<BackgroundThread>.fromOpaque(context).takeUnretainedValue().work() }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(created == 0, "the system gives no thread")
        pthread_detach(thread)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pthread_mutex_lock(mutex)
        jobs.append(job)
        pthread_cond_signal(filled)
        pthread_mutex_unlock(mutex)
    }

    private func work() {
        // On Linux a priority set for process 0 is the calling thread's own.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, BackgroundThread.niceness)
        while true {
            for job in waitForJobs() { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    private func waitForJobs() -> [UnownedJob] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while jobs.isEmpty { pthread_cond_wait(filled, mutex) }
        defer { jobs.removeAll(keepingCapacity: true) }
        return jobs
    }
}
