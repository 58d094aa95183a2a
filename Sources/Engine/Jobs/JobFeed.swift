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

    /// As `json`, without results that hold solutions.
    package var studentJSON: JSONValue {
        var data = data.object ?? JSONObject()
        data["result"] = StudentMode.shown(data["result"]) ?? .null
        return .object(["event": .string(event.rawValue), "job_id": .string(job.text), "data": .object(data)])
    }

    /// `{event, job_id, data}`.
    package var json: JSONValue {
        .object(["event": .string(event.rawValue), "job_id": .string(job.text), "data": data])
    }
}

extension Application {
    /// How long at most whoever waits for a job takes what the feed told for all there is.
    ///
    /// A look reads the events of the open jobs by their index: some 100 µs for a handful of jobs.
    private static let longestWait = Duration.seconds(2)

    /// What happens to the jobs that the caller sees, from now on, in the order in which it was recorded.
    ///
    /// Every change of another table comes through as well: whoever shows projects wants to know.
    package func news() async throws(RequestFailure) -> AsyncStream<News> {
        let news = try await storing { () throws(StoreError) in
            try await store.news(as: caller, every: Self.longestWait)
        }
        // Events that were there before are not news.
        var events = KnownEvents()
        for job in try await storing({ () throws(StoreError) in try await store.openJobs(as: caller) }) {
            let known = try? await store.events(of: job.id, after: 0, as: caller)
            events.note(job.id, project: job.projectID, last: known?.last?.sequence ?? 0)
        }
        let start = events
        return AsyncStream { continuation in
            let task = Task {
                var events = start
                for await item in news {
                    switch item {
                    case .changed(let change) where change.table == .agentJobs:
                        let new = await newEvents(of: change.rowID, project: change.projectID, &events)
                        for event in new { continuation.yield(.job(event)) }
                        if new.isEmpty { continuation.yield(.row(change)) }
                    case .changed(let change): continuation.yield(.row(change))
                    // Nothing is read while no job is open: an idle program stays small.
                    case .lookAgain where events.open.isEmpty: break
                    case .lookAgain, .interrupted:
                        if case .interrupted = item { continuation.yield(.interrupted) }
                        for job in await openJobs(beside: events) {
                            let new = await newEvents(of: job.id, project: job.project, &events)
                            for event in new { continuation.yield(.job(event)) }
                        }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func newEvents(of job: RowID, project: RowID, _ known: inout KnownEvents) async -> [JobNews] {
        let rows = (try? await store.events(of: job, after: known.last(of: job), as: caller)) ?? []
        let news = rows.map { JobNews($0, project: project) }
        if let last = news.last { known.note(job, project: project, last: last.sequence, isOver: last.isEnd) }
        return news
    }

    /// The jobs that are open in the store, or whose end was not seen.
    private func openJobs(beside known: KnownEvents) async -> [(id: RowID, project: RowID)] {
        let open = ((try? await store.openJobs(as: caller)) ?? []).map { (id: $0.id, project: $0.projectID) }
        let ids = Set(open.map(\.id))
        return open + known.open.filter { !ids.contains($0.key) }.map { (id: $0.key, project: $0.value) }
    }

    /// What the jobs of a project that wait for an answer said last, oldest job first: for whoever was not there.
    package func waitingNews(in project: RowID) async throws(RequestFailure) -> [JobNews] {
        try await storing { () throws(StoreError) in
            var news: [JobNews] = []
            for job in try await store.openJobs(as: caller)
            where job.projectID == project && job.status == .waitingForInput {
                let events = try await store.events(of: job.id, after: 0, as: caller)
                if let last = events.last(where: { $0.kind == .waiting }) {
                    news.append(JobNews(last, project: project))
                }
            }
            return news
        }
    }

    /// The events of a job after the one with `sequence`, oldest first; none where it does not exist.
    ///
    /// Waits for a store that is busy.
    package func events(of job: RowID, after sequence: Int) async -> [JobNews] {
        while true {
            do throws(StoreError) {
                let row = try await store.job(job, as: caller)
                return try await store.events(of: job, after: sequence, as: caller)
                    .map { JobNews($0, project: row.projectID) }
            } catch {
                if case .unavailable = error, !error.isLasting, (try? await Task.sleep(for: Self.longestWait)) != nil {
                    continue
                }
                return []
            }
        }
    }

    /// The number of the last event of a job so far, 0 where there is none.
    package func lastEvent(of job: RowID) async throws(RequestFailure) -> Int {
        try await storing { () throws(StoreError) in
            try await store.events(of: job, after: 0, as: caller).last?.sequence ?? 0
        }
    }

    /// One job's events after the one with `sequence` (0: from the first), until it ends.
    package func follow(_ job: RowID, after sequence: Int = 0) async throws(RequestFailure) -> AsyncStream<JobNews> {
        let news = try await storing { () throws(StoreError) in
            try await store.news(as: caller, every: Self.longestWait)
        }
        let row = try await storing { () throws(StoreError) in try await store.job(job, as: caller) }
        return AsyncStream { continuation in
            let task = Task {
                var last = sequence
                func isOver() async -> Bool {
                    do throws(StoreError) {
                        for event in try await store.events(of: job, after: last, as: caller) {
                            last = event.sequence
                            let news = JobNews(event, project: row.projectID)
                            continuation.yield(news)
                            if news.isEnd { return true }
                        }
                    } catch {
                        // Deleted; what passes is over at the next look.
                        if case .notFound = error { return true }
                    }
                    return false
                }
                var ended = await isOver()
                if !ended {
                    for await item in news {
                        if case .changed(let change) = item, change.rowID != job { continue }
                        ended = await isOver()
                        if ended { break }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

/// Which events of each job were told.
private struct KnownEvents: Sendable {
    private var last: [RowID: Int] = [:]
    /// Jobs whose end was not told, with their projects.
    private(set) var open: [RowID: RowID] = [:]

    func last(of job: RowID) -> Int { last[job] ?? 0 }

    mutating func note(_ job: RowID, project: RowID, last sequence: Int, isOver: Bool = false) {
        last[job] = sequence
        open[job] = isOver ? nil : project
    }
}

/// Something that changed in the store.
package enum News: Hashable, Sendable {
    case job(JobNews)
    case row(StoreChange)
    /// Changes may have been missed: what is shown of rows is to be read again. Events of jobs follow.
    case interrupted
}

extension JobNews {
    init(_ row: JobEventRow, project: RowID) {
        self.init(
            sequence: row.sequence, job: row.jobID, project: project, event: row.kind,
            data: (try? JSONValue(parsing: row.data.text)) ?? .object([:]))
    }
}
