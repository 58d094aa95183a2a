import JSON
import Models
import Storage

extension PostgresStore {
    package func claimJob(
        worker: String, lease: Duration, environment: String?, as caller: Caller
    ) async throws(StoreError) -> AgentJob? {
        try caller.authorize(.update, .agentJobs)
        try StoreError.refuseNUL(in: ["worker": worker])
        return try await write(as: caller) { transaction in
            try transaction.query(Self.failAbandoned)
            return try transaction.query(Self.claim, [worker, lease.milliseconds]).first.map(AgentJob.init(row:))
        }
    }

    package func extendLease(
        of id: RowID, worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError) {
        try await holding(id, worker, as: caller) { transaction in
            _ = try transaction.query(
                """
                update public.agent_jobs
                set lease_ends_at = clock_timestamp() + $2::float8 * interval '1 millisecond' where id = $1
                """, [id.text, lease.milliseconds])
        }
    }

    package func reportProgress(
        of id: RowID, worker: String, percent: Double, step: String?, as caller: Caller
    ) async throws(StoreError) {
        try StoreError.refuseNUL(in: ["step": step])
        guard (0...100).contains(percent) else { throw .invalidInput(field: "progress", reason: "must be 0 to 100") }
        var event: JSONObject = ["progress": .double(percent), "status": "running"]
        if let step { event["step"] = .string(step) }
        let data = JSONValue.object(event).serialized
        try await holding(id, worker, as: caller) { transaction in
            try transaction.query(
                "update public.agent_jobs set progress = $2 where id = $1", [id.text, String(percent)])
            _ = try transaction.query(
                "insert into public.agent_job_events (job_id, event, data) values ($1, 'progress', $2)",
                [id.text, data])
        }
    }

    package func completeJob(
        _ id: RowID, worker: String, result: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try Values.check(json: ["result": result])
        return try await holding(id, worker, as: caller) {
            try $0.update(id, "status = 'completed', progress = 100, result = $2, \(noLease)", [result.text])
        }
    }

    package func failJob(
        _ id: RowID, worker: String, error: String, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try StoreError.refuseNUL(in: ["error": error])
        return try await holding(id, worker, as: caller) {
            try $0.update(id, "status = 'failed', error = $2, \(noLease)", [error])
        }
    }

    package func waitForInput(
        _ id: RowID, worker: String, questions: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try Values.check(json: ["questions": questions])
        return try await holding(id, worker, as: caller) {
            try $0.update(id, "status = 'waiting_for_input', questions = $2, \(noLease)", [questions.text])
        }
    }

    package func releaseJob(_ id: RowID, worker: String, as caller: Caller) async throws(StoreError) {
        try await holding(id, worker, as: caller) {
            _ = try $0.update(id, "\(noLease), attempts = greatest(attempts - 1, 0)")
        }
    }

    package func hasClaimableJob(environment: String?, as caller: Caller) async throws(StoreError) -> Bool {
        try await ask("select 1 from public.agent_jobs j where \(Self.isClaimable) limit 1", as: caller) {
            $0.rowCount > 0
        }
    }
}

extension PostgresStore {
    /// Whether nobody works on a job that may be worked on; leases end by the database's clock, which all share.
    ///
    /// Of a project's pipelines one runs at a time: each makes a plan, which the next would replace under it.
    private static let isClaimable = """
        (not j.worked_elsewhere and (j.status = 'queued' or (j.status = 'running' and (j.lease_owner is null
          or j.lease_ends_at <= clock_timestamp())))
          and not (j.agent_type = 'pipeline' and exists (
            select 1 from public.agent_jobs other
            where other.project_id = j.project_id and other.agent_type = 'pipeline' and other.status = 'running'
              and other.id <> j.id and other.lease_ends_at > clock_timestamp())))
        """

    /// Of the projects the one that the fewest workers are busy with, and of its jobs the oldest.
    ///
    /// A job that another worker is just taking is passed over.
    private static let claim = """
        update public.agent_jobs set status = 'running', attempts = attempts + 1, lease_owner = $1,
          lease_ends_at = clock_timestamp() + $2::float8 * interval '1 millisecond'
        where id = (
          select j.id from public.agent_jobs j
          left join (
            select project_id, count(*) as number from public.agent_jobs
            where status = 'running' and lease_ends_at > clock_timestamp() group by project_id
          ) busy on busy.project_id = j.project_id
          where \(isClaimable)
          order by coalesce(busy.number, 0), j.ordinal
          limit 1 for update of j skip locked)
        returning \(AgentJob.columns)
        """

    /// Ends the jobs that as many workers left as may try.
    private static let failAbandoned = """
        update public.agent_jobs set status = 'failed',
          error = 'The worker stopped without finishing, \(maximumJobAttempts) times. '
            || 'Look at its log and run again.', \(noLease)
        where id in (
          select id from public.agent_jobs
          where status = 'running' and lease_owner is not null and lease_ends_at <= clock_timestamp()
            and attempts >= \(maximumJobAttempts)
          for update skip locked)
        """

    /// Runs `body` as one transaction in which the job stays the worker's.
    private func holding<Value: Sendable>(
        _ id: RowID, _ worker: String, as caller: Caller, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try caller.authorize(.update, .agentJobs)
        return try await write(as: caller) { transaction in
            let job = try transaction.job(id, locking: true)
            guard job.status == .running else { throw StoreError.conflict(.jobStatus(job: id, current: job.status)) }
            guard job.leaseOwner == worker else { throw StoreError.conflict(.leaseLost(job: id)) }
            return try body(transaction)
        }
    }
}

extension Duration {
    fileprivate var milliseconds: String {
        String(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
