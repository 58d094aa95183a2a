import JSON
import Models
import Storage

/// One event of a job, as the specification's stream tells it (section 5.4).
package struct JobNews: Hashable, Sendable {
    /// Grows over all jobs; everybody who listens sees the same order.
    package let sequence: Int
    package let job: RowID
    package let project: RowID
    /// `progress`, `complete`, `error`, `waiting` or `cancelled`.
    package let event: JobEventRow.Kind
    package let data: JSONValue

    /// Whether the job ends with this.
    package var isEnd: Bool {
        switch event {
        case .complete, .error, .cancelled: true
        case .progress, .waiting: false
        }
    }

    /// `{event, job_id, data}`.
    package var json: JSONValue {
        .object(["event": .string(event.rawValue), "job_id": .string(job.text), "data": data])
    }
}

extension Application {
    /// What happens to the jobs that the caller sees, from now on, in the order in which it was recorded.
    ///
    /// Every change of another table comes through as well: whoever shows projects wants to know.
    package func news() async throws(RequestFailure) -> AsyncStream<News> {
        let changes = try await storing { () throws(StoreError) in try await store.changes(as: caller) }
        // Events that were there before are not news.
        var last: [RowID: Int] = [:]
        for job in (try? await store.openJobs(as: caller)) ?? [] {
            last[job.id] = (try? await store.events(of: job.id, after: 0, as: caller))?.last?.sequence ?? 0
        }
        let known = last
        return AsyncStream { continuation in
            let task = Task {
                var last = known
                for await change in changes {
                    guard change.table == .agentJobs else {
                        continuation.yield(.row(change))
                        continue
                    }
                    let events =
                        (try? await store.events(of: change.rowID, after: last[change.rowID] ?? 0, as: caller)) ?? []
                    for event in events {
                        continuation.yield(.job(JobNews(event, project: change.projectID)))
                        last[change.rowID] = event.sequence
                    }
                    if events.isEmpty { continuation.yield(.row(change)) }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// One job's events from the first, until it ends.
    package func follow(_ job: RowID) async throws(RequestFailure) -> AsyncStream<JobNews> {
        let changes = try await storing { () throws(StoreError) in try await store.changes(as: caller) }
        let row = try await storing { () throws(StoreError) in try await store.job(job, as: caller) }
        return AsyncStream { continuation in
            let task = Task {
                var last = 0
                func isOver() async -> Bool {
                    for event in (try? await store.events(of: job, after: last, as: caller)) ?? [] {
                        last = event.sequence
                        let news = JobNews(event, project: row.projectID)
                        continuation.yield(news)
                        if news.isEnd { return true }
                    }
                    return false
                }
                var ended = await isOver()
                if !ended {
                    for await change in changes where change.rowID == job {
                        ended = await isOver()
                        if ended || change.operation == .delete { break }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

/// Something that changed in the store.
package enum News: Hashable, Sendable {
    case job(JobNews)
    case row(StoreChange)
}

extension JobNews {
    fileprivate init(_ row: JobEventRow, project: RowID) {
        self.init(
            sequence: row.sequence, job: row.jobID, project: project, event: row.kind,
            data: (try? JSONValue(parsing: row.data.text)) ?? .object([:]))
    }
}
