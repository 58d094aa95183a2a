import Models
import Storage

/// What a listener hears until its stream ends, and a way to end it.
package struct Listening<Item: Sendable>: Sendable {
    package let items: AsyncStream<Item>
    package let stop: @Sendable () -> Void
}

/// What happens in the store, for as many listeners as there are: one subscription and one look serve all of them.
///
/// Whoever listens to a job gets each of its events after the one they name, once and in order, whoever wrote it. The
/// feed of changes tells when to look; every now and then all jobs that are listened to are looked at anyway.
///
/// Who may see what is for the caller to have checked when they begin to listen; who loses sight of the project since
/// hears nothing more of it.
package actor JobEventHub {
    /// What a listener to a job hears.
    package enum JobItem: Sendable {
        case event(JobNews)
        /// Nothing happened for a while.
        case beat
    }

    /// What a listener to a project hears.
    package enum ProjectItem: Sendable {
        /// Rows may have changed: what is shown of the project is to be read again.
        case reload
        case change(StoreChange)
        case beat
    }

    private struct Listener<Item: Sendable> {
        let continuation: AsyncStream<Item>.Continuation
        let onStuck: @Sendable () -> Void
        /// Who listens.
        let caller: Caller
        /// The last event that was handed on.
        var last = 0
    }

    /// Who listens to a job.
    private struct Job {
        let project: RowID
        var listeners: [Int: Listener<JobItem>] = [:]
        var isReading = false
        /// Something changed while the store was being read.
        var isOutdated = false
    }

    /// How much a listener may be behind; one that takes nothing any more is let go, and may come back.
    private static let longestBacklog = 512
    /// Items that nobody who listens leaves lying until the next sign of life.
    private static let stuckBacklog = 64
    /// How often jobs are looked at without being told to.
    private static let safetyInterval = Duration.seconds(10)

    private let store: any Store
    private let heartbeat: Duration
    private var jobs: [RowID: Job] = [:]
    private var projects: [RowID: [Int: Listener<ProjectItem>]] = [:]
    private var nextListener = 0
    private var isClosed = false

    package init(_ application: Application, heartbeat: Duration) {
        store = application.store
        self.heartbeat = heartbeat
    }

    /// Serves the listeners until the task is cancelled or the store is closed; then their streams end.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.watch() }
            group.addTask {
                while (try? await Task.sleep(for: self.heartbeat)) != nil { await self.beat() }
            }
            await group.next()
            group.cancelAll()
        }
        close()
    }

    private func close() {
        isClosed = true
        for listener in jobs.values.flatMap(\.listeners.values) { listener.continuation.finish() }
        for listener in projects.values.flatMap(\.values) { listener.continuation.finish() }
        (jobs, projects) = ([:], [:])
    }

    // MARK: - Listening

    /// The job's events after the one with `sequence`, until it ends.
    ///
    /// `onStuck` is called when whoever listens takes nothing any more.
    package func listen(
        to job: AgentJob, after sequence: Int, as caller: Caller, onStuck: @escaping @Sendable () -> Void
    ) -> Listening<JobItem> {
        let (number, listening, listener) = begin(JobItem.self, last: sequence, caller, onStuck) { hub, number in
            await hub.forget(number, job: job.id)
        }
        if let listener {
            jobs[job.id, default: Job(project: job.projectID)].listeners[number] = listener
            Task {
                await self.look(at: job.id)
                // Access may have ended between the caller's check and the beginning.
                await self.checkAccess(to: job.projectID)
            }
        }
        return listening
    }

    /// What changes in a project, after a first `reload`.
    package func listen(
        toProject project: RowID, as caller: Caller, onStuck: @escaping @Sendable () -> Void
    ) -> Listening<ProjectItem> {
        let (number, listening, listener) = begin(ProjectItem.self, last: 0, caller, onStuck) { hub, number in
            await hub.forget(number, project: project)
        }
        if let listener {
            projects[project, default: [:]][number] = listener
            listener.continuation.yield(.reload)
            Task { await self.checkAccess(to: project) }
        }
        return listening
    }

    private func begin<Item: Sendable>(
        _ type: Item.Type, last: Int, _ caller: Caller, _ onStuck: @escaping @Sendable () -> Void,
        forget: @escaping @Sendable (JobEventHub, Int) async -> Void
    ) -> (Int, Listening<Item>, Listener<Item>?) {
        let (items, continuation) = AsyncStream.makeStream(
            of: Item.self, bufferingPolicy: .bufferingOldest(Self.longestBacklog))
        let listening = Listening(items: items) { continuation.finish() }
        nextListener += 1
        guard !isClosed else {
            continuation.finish()
            return (nextListener, listening, nil)
        }
        let number = nextListener
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await forget(self, number) }
        }
        return (number, listening, Listener(continuation: continuation, onStuck: onStuck, caller: caller, last: last))
    }

    private func forget(_ number: Int, job: RowID) {
        jobs[job]?.listeners[number] = nil
        if jobs[job]?.listeners.isEmpty == true, jobs[job]?.isReading == false { jobs[job] = nil }
    }

    private func forget(_ number: Int, project: RowID) {
        projects[project]?[number] = nil
        if projects[project]?.isEmpty == true { projects[project] = nil }
    }

    // MARK: - Telling

    private func beat() {
        for (job, waiting) in jobs {
            for (number, listener) in waiting.listeners where !Self.give(.beat, to: listener, isBeat: true) {
                jobs[job]?.listeners[number] = nil
            }
        }
        for (project, listeners) in projects {
            for (number, listener) in listeners where !Self.give(.beat, to: listener, isBeat: true) {
                projects[project]?[number] = nil
            }
        }
    }

    private func tell(_ project: RowID, _ item: ProjectItem) {
        for (number, listener) in projects[project] ?? [:] where !Self.give(item, to: listener) {
            projects[project]?[number] = nil
        }
    }

    /// - Returns: Whether the listener goes on listening.
    private static func give<Item>(_ item: Item, to listener: Listener<Item>, isBeat: Bool = false) -> Bool {
        let isStuck =
            switch listener.continuation.yield(item) {
            case .enqueued(let room): isBeat && longestBacklog - room > stuckBacklog
            case .dropped: true
            case .terminated: false
            @unknown default: false
            }
        guard isStuck else { return true }
        listener.continuation.finish()
        listener.onStuck()
        return false
    }

    // MARK: - Who may listen

    /// The projects of which anything is listened to.
    private var listened: Set<RowID> { Set(projects.keys).union(jobs.values.map(\.project)) }

    /// Ends the streams of whoever sees a project no more.
    private func checkAccess(to project: RowID) async {
        let listening = jobs.values.filter { $0.project == project }.flatMap(\.listeners.values).map(\.caller)
        for caller in Set(listening).union((projects[project] ?? [:]).values.map(\.caller)) {
            do throws(StoreError) {
                _ = try await store.project(project, as: caller)
            } catch {
                // What passes is over at the next look.
                if case .notFound = error { end(project, caller) }
            }
        }
    }

    private func end(_ project: RowID, _ caller: Caller) {
        for (number, listener) in projects[project] ?? [:] where listener.caller == caller {
            projects[project]?.removeValue(forKey: number)
            listener.continuation.finish()
        }
        for (id, job) in jobs where job.project == project {
            for (number, listener) in job.listeners where listener.caller == caller {
                jobs[id]?.listeners.removeValue(forKey: number)
                listener.continuation.finish()
            }
        }
    }

    // MARK: - Looking

    private func watch() async {
        while !Task.isCancelled {
            do throws(StoreError) {
                for await item in try await store.news(as: .service, every: Self.safetyInterval) {
                    switch item {
                    case .changed(let change):
                        if change.table == .agentJobs, jobs[change.rowID] != nil { lookSoon(at: change.rowID) }
                        // Who shares a project is a part of it.
                        if change.table == .projects { await checkAccess(to: change.projectID) }
                        tell(change.projectID, .change(change))
                    case .lookAgain:
                        for job in jobs.keys { lookSoon(at: job) }
                        for project in listened { await checkAccess(to: project) }
                    case .interrupted:
                        for job in jobs.keys { lookSoon(at: job) }
                        for project in listened { await checkAccess(to: project) }
                        for project in projects.keys { tell(project, .reload) }
                    }
                }
                // The store is closed, or the task is cancelled.
                return
            } catch {
                if error.isLasting { return }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func lookSoon(at job: RowID) {
        Task { await self.look(at: job) }
    }

    /// Reads what is new of a job and hands it on; one read at a time for each job.
    private func look(at job: RowID) async {
        guard jobs[job] != nil else { return }
        guard jobs[job]?.isReading == false else {
            jobs[job]?.isOutdated = true
            return
        }
        jobs[job]?.isReading = true
        repeat {
            jobs[job]?.isOutdated = false
            await read(job)
        } while jobs[job]?.isOutdated == true
        jobs[job]?.isReading = false
        if jobs[job]?.listeners.isEmpty == true { jobs[job] = nil }
    }

    private func read(_ job: RowID) async {
        // Who begins to listen meanwhile wants other events; that look comes next.
        guard let waiting = jobs[job], !waiting.listeners.isEmpty else { return }
        let numbers = Set(waiting.listeners.keys)
        do throws(StoreError) {
            // First: an end that comes after this look has its event read by the next one.
            let isOver = try await store.job(job, as: .service).status.isTerminal
            let first = waiting.listeners.values.map(\.last).min() ?? 0
            for row in try await store.events(of: job, after: first, as: .service) {
                tell(job, numbers, JobNews(row, project: waiting.project))
            }
            if isOver { finish(job, numbers) }
        } catch {
            // Deleted: nothing will happen to it any more. What passes is over at the next look.
            if case .notFound = error { finish(job, numbers) }
        }
    }

    private func tell(_ job: RowID, _ numbers: Set<Int>, _ news: JobNews) {
        for number in numbers {
            guard let listener = jobs[job]?.listeners[number], listener.last < news.sequence else { continue }
            if Self.give(.event(news), to: listener) {
                jobs[job]?.listeners[number]?.last = news.sequence
            } else {
                jobs[job]?.listeners[number] = nil
            }
        }
    }

    private func finish(_ job: RowID, _ numbers: Set<Int>) {
        for number in numbers { jobs[job]?.listeners.removeValue(forKey: number)?.continuation.finish() }
    }
}
