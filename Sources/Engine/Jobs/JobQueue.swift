import JSON
import Models
import Storage

/// A worker's view of the queue.
package struct JobQueue: Sendable {
    /// The worker's name, which no other worker has.
    package let worker: String
    /// How long a job stays with a worker that says nothing.
    package let lease: Duration
    private let store: any Store

    package init(_ application: Application, worker: String, lease: Duration) {
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
            try await store.claimJob(worker: turn, lease: lease, as: .service)
        }
        return job.map { JobWork(job: $0, worker: turn, store: store) }
    }

    /// The identity of each job that changes, from now on.
    package func changes() async throws(RequestFailure) -> AsyncStream<RowID> {
        let changes = try await storing { () throws(StoreError) in try await store.changes(as: .service) }
        return AsyncStream { continuation in
            let task = Task {
                for await change in changes where change.table == .agentJobs { continuation.yield(change.rowID) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// Whether there is a job that nobody works on.
    package func hasWaitingJobs() async -> Bool {
        ((try? await store.openJobs(as: .service)) ?? [])
            .contains { $0.status == .queued || ($0.status == .running && $0.leaseOwner == nil) }
    }

    /// Whether the job is still in the hands of this turn.
    package func holds(_ work: JobWork) async -> Bool {
        guard let row = try? await store.job(work.job.id, as: .service) else { return false }
        return row.status == .running && row.leaseOwner == work.worker
    }

    /// How long until a job of a dead worker can be taken up; `nil` when none runs.
    package func nextLeaseEnd() async -> Duration? {
        guard let expiry = try? await store.nextLeaseExpiry(as: .service) else { return nil }
        return max(.zero, expiry.duration(since: .now()))
    }

    /// `match_patterns`; a text without a word that says something embeds to zeros, which are like nothing.
    package func matchPatterns(_ query: [Float], _ count: Int, _ type: String?) async throws -> [PatternMatch] {
        guard query.contains(where: { $0 != 0 }) else { return [] }
        return try await store.matchPatterns(query, count: count, type: type, as: .service)
    }
}
