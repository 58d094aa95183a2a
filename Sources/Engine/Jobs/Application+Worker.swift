import Models
import Storage

/// Seeing to it that somebody works on the jobs.
extension Application {
    /// How often whoever waits for a job looks whether a worker lives.
    private static let watchInterval = Duration.milliseconds(500)

    /// After how many starts while jobs wait something is wrong with the worker.
    private static let manyStarts = 10

    /// Starts a worker unless one serves the database already.
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

    /// Starts a worker where jobs were left without one, as after a kill or a restart of the machine.
    ///
    /// For whoever only looks: a worker that cannot be started is no reason to show nothing.
    package func resumeWork() async {
        if await hasWork() { _ = try? ensureWorker() }
    }

    /// Keeps a worker alive for as long as there are jobs; returns when there are none or the task is cancelled.
    ///
    /// A worker that was killed is replaced within the interval; its jobs go on when their leases end.
    /// - Parameter tell: told once, in a sentence, where none stays alive or can be started.
    package func watchWorker(_ tell: (String) -> Void = { _ in }) async {
        var starts = 0
        while !Task.isCancelled, await hasWork() {
            do throws(RequestFailure) {
                if try ensureWorker() { starts += 1 }
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
