import Glibc

/// Some threads for work that blocks, of low priority where nobody waits for it.
///
/// Swift's own threads are as few as the processor's cores: a linter that hangs would take one from the editor's
/// requests. What these start, such as another program, has their priority.
package final class BackgroundThreads: TaskExecutor, @unchecked Sendable {
    // Unchecked because the queue is shared with the threads; every access holds `mutex`.

    /// For other programs, which a few that hang must not hold up.
    package static let programs = BackgroundThreads(count: 4)
    /// For computing, on every core.
    package static let computing = BackgroundThreads(count: max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1))

    /// For files that are to be on the disk before anything else happens: many wait for a disk as soon as one.
    package static let disk = BackgroundThreads(count: 8, niceness: 0)

    package let count: Int
    /// Added to the threads' nice value: with 10 they get about a tenth of what ordinary ones beside them get.
    private let niceness: Int32
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [@Sendable () -> Void] = []
    private var isStarted = false

    private init(count: Int, niceness: Int32 = 10) {
        (self.count, self.niceness) = (count, niceness)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(filled, nil)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        perform { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does a piece of work after those that wait.
    package func perform(_ job: @escaping @Sendable () -> Void) {
        pthread_mutex_lock(mutex)
        jobs.append(job)
        let isFirst = !isStarted
        isStarted = true
        pthread_cond_signal(filled)
        pthread_mutex_unlock(mutex)
        if isFirst { start() }
    }

    private func start() {
        for _ in 0..<count {
            var thread = pthread_t()
            // The object is never freed: all are the program's.
            let created = pthread_create(
                &thread, nil,
                { context in
                    if let context {
                        Unmanaged<BackgroundThreads>.fromOpaque(context).takeUnretainedValue().work()
                    }
                    return nil
                }, Unmanaged.passUnretained(self).toOpaque())
            precondition(created == 0, "the system gives no thread")
            pthread_detach(thread)
        }
    }

    private func work() {
        // On Linux a priority set for process 0 is the calling thread's own.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
        while true { next()() }
    }

    private func next() -> @Sendable () -> Void {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while jobs.isEmpty { pthread_cond_wait(filled, mutex) }
        return jobs.removeFirst()
    }
}
