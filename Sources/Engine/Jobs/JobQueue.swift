import JSON
import Models
import Storage

/// A worker's view of the queue.
package struct JobQueue: Sendable {
    /// The worker's name, which no other worker has.
    package let worker: String
    /// How long a job stays with a worker that says nothing.
    package let lease: Duration
    /// The mark of the worker's environment; nil for one that runs every job.
    private let environment: String?
    private let store: any Store

    package init(_ application: Application, worker: String, lease: Duration, environment: String? = nil) {
        self.environment = environment
        self.worker = worker
        self.lease = lease
        store = application.store
    }

    /// Takes up the oldest job that nobody works on.
    ///
    /// Each turn has a name of its own: one that lost its lease while the machine stood still must not go on when
    /// this same worker takes the job up again.
    package func claim() async throws(RequestFailure) -> JobWork? {
        let turn = "\(worker)/\(RowID.random())"
        let job = try await storing { () throws(StoreError) in
            try await store.claimJob(worker: turn, lease: lease, environment: environment, as: .service)
        }
        return job.map { JobWork(job: $0, worker: turn, store: store) }
    }

    /// How often a worker looks at the queue whatever it was told: leases end without a word.
    ///
    /// A look is one query of some 50 µs.
    private static let longestWait = Duration.milliseconds(500)

    /// The identity of each job that changes, from now on; nil every now and then, when anything may have changed.
    ///
    /// Ends when the store is closed.
    package func changes() async throws(RequestFailure) -> AsyncStream<RowID?> {
        let news = try await storing { () throws(StoreError) in
            try await store.news(as: .service, every: Self.longestWait)
        }
        return AsyncStream { continuation in
            let task = Task {
                for await item in news {
                    switch item {
                    case .lookAgain, .interrupted: continuation.yield(nil)
                    case .changed(let change) where change.table == .agentJobs: continuation.yield(change.rowID)
                    case .changed: break
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// Whether there is a job that nobody works on; true where that cannot be told for the moment.
    package func hasWaitingJobs() async -> Bool {
        (try? await store.hasClaimableJob(environment: environment, as: .service)) ?? true
    }

    /// Whether the job is still in the hands of this turn; true where that cannot be told for the moment.
    package func holds(_ work: JobWork) async -> Bool {
        do throws(StoreError) {
            let row = try await store.job(work.job.id, as: .service)
            return row.status == .running && row.leaseOwner == work.worker
        } catch {
            if case .notFound = error { return false }
            return true
        }
    }

    /// `match_patterns`; a text without a word that says something embeds to zeros, which are like nothing.
    ///
    /// - Throws: `CancellationError` where the database is away, so that the job waits for its lease.
    package func matchPatterns(_ query: [Float], _ count: Int, _ type: String?) async throws -> [PatternMatch] {
        guard query.contains(where: { $0 != 0 }) else { return [] }
        do throws(StoreError) {
            return try await store.matchPatterns(query, count: count, type: type, as: .service)
        } catch {
            guard case .failed(let reason) = JobWork.Failure(error, in: store) else { throw CancellationError() }
            throw RequestFailure("unavailable", reason)
        }
    }
}
