import Models
import Storage

/// Seeing to it that somebody works on the jobs.
extension Application {
    /// How often whoever waits for a job looks whether a worker lives.
    private static let watchInterval = Duration.milliseconds(500)

    /// After how many starts while jobs wait something is wrong with the worker.
    private static let manyStarts = 10

    /// Starts a worker with this program's environment unless one serves the database already.
    ///
    /// - Throws: `unavailable` where the program is missing or cannot be started, or where the store is in memory.
    /// - Returns: Whether one was started.
    @discardableResult
    package func ensureWorker() throws(RequestFailure) -> Bool {
        guard let databasePath else {
            throw RequestFailure(
                "unavailable", "Agents need a database that their worker can read. \(memoryReason ?? "")")
        }
        do throws(WorkerLauncher.Failure) {
            return try WorkerLauncher(path: WorkerLauncher.standardPath(), database: databasePath).ensureRunning()
        } catch {
            throw RequestFailure("unavailable", error.description)
        }
    }

    /// Whether a job waits for a worker or is being worked on; true where that cannot be told for the moment.
    package func hasWork() async -> Bool {
        do throws(StoreError) {
            return try await store.openJobs(as: caller).contains {
                !$0.isWorkedElsewhere && ($0.status == .queued || $0.status == .running)
            }
        } catch {
            return !error.isLasting
        }
    }

    /// The mark of this program's environment; nil where its database has one worker for all.
    var environmentMark: String? { databasePath.flatMap { WorkerEnvironment(database: $0)?.mark } }

    /// Has a job that asks models run by a worker with this program's environment: its keys, and the agreements of its
    /// configuration.
    func claimEnvironment(of job: RowID, in project: RowID) async throws(RequestFailure) {
        guard let mark = environmentMark else { return }
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(.string(mark)), for: JobEnvironment.key(job), in: project, as: caller)
        }
    }

    /// After what time a job whose workers are all gone is anybody's.
    private static let orphanAge = Duration.seconds(10)

    /// Whether a job waits that a worker of this program's environment may run.
    ///
    /// One whose own workers are gone, and whoever started them with them, goes on with this program's environment:
    /// what it was agreed to send, and with which key, is asked anew there.
    private func hasOwnWork() async -> Bool {
        guard let mark = environmentMark, let path = databasePath else { return true }
        guard let open = try? await store.openJobs(as: caller) else { return true }
        for job in open where !job.isWorkedElsewhere && (job.status == .queued || job.status == .running) {
            let kept = try? await store.projectValue(JobEnvironment.key(job.id), in: job.projectID, as: caller)
            guard let other = kept?.value?.string, other != mark else { return true }
            let isNew = Timestamp.now().duration(since: job.createdAt) < Self.orphanAge
            guard !isNew, let lock = WorkerPresence(database: path, environment: other).reserve() else { continue }
            defer { lock.end() }
            if (try? await claimEnvironment(of: job.id, in: job.projectID)) != nil { return true }
        }
        return false
    }

    /// Starts a worker where jobs were left without one, as after a kill or a restart of the machine.
    ///
    /// For whoever only looks: a worker that cannot be started is no reason to show nothing.
    package func resumeWork() async {
        if await hasWork(), await hasOwnWork() { _ = try? ensureWorker() }
    }

    /// Keeps a worker alive for as long as there are jobs; returns when there are none or the task is cancelled.
    ///
    /// A worker that was killed is replaced within the interval; its jobs go on when their leases end.
    /// - Parameter tell: told once, in a sentence, where none stays alive or can be started.
    package func watchWorker(_ tell: (String) -> Void = { _ in }) async {
        var starts = 0
        while !Task.isCancelled, await hasWork() {
            do throws(RequestFailure) {
                if await hasOwnWork(), try ensureWorker() { starts += 1 }
                if starts == Self.manyStarts {
                    starts += 1
                    tell(
                        "The worker ended \(Self.manyStarts) times while jobs wait. Why, it says in "
                            + "\(databasePath ?? "")-worker.log. It is started again until it works.")
                }
            } catch {
                if starts == 0 { tell("No worker runs, and jobs wait: \(error.message)") }
                starts = max(starts, 1)
            }
            try? await Task.sleep(for: Self.watchInterval)
        }
    }

    /// Brings a folder and the rows of its project to agreement, once.
    ///
    /// - Parameters:
    ///   - folder: What to look at.
    ///   - telling: Hears why nothing was mirrored where that needs a person's agreement first.
    ///   - noticing: Hears what a person should read once.
    /// - Returns: The folder's project.
    /// - Throws: Where the store cannot be used.
    @discardableResult
    package func syncOnce(
        _ folder: ProjectFolder, telling: @escaping @Sendable (MirrorDoubt) -> Void = { _ in },
        noticing: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> RowID {
        let mirror = try await mirror(of: folder) { event in
            switch event {
            case .unasked(let doubt, _): telling(doubt)
            case .notice(let text): noticing(text)
            default: break
            }
        }
        let running = Task { await mirror.run() }
        await mirror.settle()
        mirror.stop()
        await running.value
        return mirror.workspace.projectID
    }
}
