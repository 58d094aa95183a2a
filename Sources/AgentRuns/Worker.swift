import Agents
import Engine
import Glibc
import Models

/// The loop of a worker: fills its places with jobs, stops those that it no longer holds, and leaves when idle.
package struct Worker {
    private enum Wake: Sendable {
        case changed(RowID)
        /// Anything may have changed.
        case lookAgain
        /// A turn ended, by its name.
        case finished(String)
        case leave
    }

    /// A job in the hands of this worker.
    private struct Turn {
        let work: JobWork
        let task: Task<Void, Never>
    }

    private let application: Application
    private let queue: JobQueue
    private let presence: WorkerPresence?
    private let options: WorkerOptions
    private let rosters: RosterChoice

    package init(application: Application, options: WorkerOptions, rosters: @escaping RosterChoice) {
        self.application = application
        self.rosters = rosters
        let mark = application.databasePath.flatMap { WorkerEnvironment(database: $0)?.mark }
        queue = JobQueue(
            application, worker: "worker-\(getpid())-\(RowID.random())", lease: options.lease, environment: mark)
        presence = application.databasePath.map { WorkerPresence(database: $0, environment: mark) }
        self.options = options
    }

    /// Runs until there was nothing to do for the idle time, or until somebody asks the process to end.
    package func run() async throws {
        // The first turn has the lock of whoever started this worker.
        var announcement = (options.isAnnounced ? presence?.adopt() : nil) ?? presence?.announce()
        try await application.seedPatterns()
        var isDone = false
        while !isDone {
            let wasAskedToLeave = try await serve()
            // The lock is given up before the last look at the queue: see `WorkerPresence`.
            announcement?.end()
            let isNeeded = await queue.hasWaitingJobs()
            isDone = wasAskedToLeave || !isNeeded
            announcement = isDone ? nil : presence?.announce()
        }
    }

    /// - Returns: Whether somebody asked the process to end.
    private func serve() async throws -> Bool {
        let (wakes, wake) = AsyncStream.makeStream(of: Wake.self)
        let changes = try await changes()
        let sources = [
            Task {
                for await job in changes { wake.yield(job.map(Wake.changed) ?? .lookAgain) }
                // The database is closed or damaged.
                wake.finish()
            }
        ]
        let terminations = TerminationSignals { wake.yield(.leave) }
        defer {
            sources.forEach { $0.cancel() }
            terminations.ignore()
        }
        var running: [String: Turn] = [:]
        var idleSince = ContinuousClock.now
        try await fill(&running, wake)
        for await event in wakes {
            switch event {
            case .changed(let job):
                let turns = running.values.filter { $0.work.job.id == job }
                await stopLost(turns)
                if turns.isEmpty { try await fill(&running, wake) }
            case .lookAgain:
                await stopLost(Array(running.values))
                if running.count < options.concurrency, await queue.hasWaitingJobs() { try await fill(&running, wake) }
            case .finished(let turn):
                running[turn] = nil
                idleSince = .now
                try await fill(&running, wake)
            case .leave:
                await leave(running)
                return true
            }
            if !running.isEmpty { idleSince = .now }
            if running.isEmpty, let idle = options.idle, ContinuousClock.now - idleSince >= idle { return false }
        }
        return false
    }

    /// What happens to jobs from now on; a server that is away for a while is waited for.
    private func changes() async throws -> AsyncStream<RowID?> {
        while true {
            do throws(RequestFailure) {
                return try await queue.changes()
            } catch {
                // Anything else, such as a login that may not read them, does not mend itself.
                guard application.isShared, error.code == "unavailable" else { throw error }
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    /// Ends the turns whose jobs were cancelled or taken over.
    private func stopLost(_ turns: [Turn]) async {
        for turn in turns where !(await queue.holds(turn.work)) { turn.task.cancel() }
    }

    private func fill(
        _ running: inout [String: Turn], _ wake: AsyncStream<Wake>.Continuation
    ) async throws {
        while running.count < options.concurrency, let work = try await claim() {
            let (queue, rosters) = (queue, rosters)
            let task = Task {
                await JobRun(work: work, queue: queue, rosters: rosters).run()
                wake.yield(.finished(work.worker))
            }
            running[work.worker] = Turn(work: work, task: task)
        }
    }

    /// A server that is away for a while comes back: what is in work goes on, and the next look finds what waits.
    private func claim() async throws -> JobWork? {
        do {
            return try await queue.claim()
        } catch  where application.isShared {
            return nil
        }
    }

    /// Gives running jobs back for another worker.
    private func leave(_ running: [String: Turn]) async {
        running.values.forEach { $0.task.cancel() }
        for turn in running.values { await turn.task.value }
    }
}
