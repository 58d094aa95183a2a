import GRDB
import Models

extension SQLiteStore {
    package func claimJob(
        worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError) -> AgentJob? {
        let now = clock()
        let expiry = now + lease
        return try await write { db in
            try caller.authorize(.update, .agentJobs)
            try StoreError.refuseNUL(in: ["worker": worker])
            try Self.failAbandoned(at: now, db)
            let claimable: SQL = """
                select id, status from agent_jobs where status = 'queued'
                  or (status = 'running' and (lease_expires_at is null or lease_expires_at <= \(now.text)))
                order by created_at, rowid limit 1
                """
            guard let row = try SQLRequest<Row>(literal: claimable).fetchOne(db) else { return nil }
            let id = try row.id("id")
            try db.execute(
                literal: """
                    update agent_jobs set status = 'running', attempts = attempts + 1, lease_owner = \(worker),
                      lease_expires_at = \(expiry.text)
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }

    package func extendLease(
        of id: RowID, worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError) {
        let expiry = clock() + lease
        try await write { db in
            try Self.requireLease(of: id, worker: worker, as: caller, db)
            try db.execute(
                literal: "update agent_jobs set lease_expires_at = \(expiry.text) where id = \(id.text)")
        }
    }

    package func reportProgress(
        of id: RowID, worker: String, percent: Double, step: String?, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try Self.requireLease(of: id, worker: worker, as: caller, db)
            try StoreError.refuseNUL(in: ["step": step])
            try db.execute(literal: "update agent_jobs set progress = \(percent) where id = \(id.text)")
            let data: SQL =
                step.map { "json_object('progress', \(percent), 'status', 'running', 'step', \($0))" }
                ?? "json_object('progress', \(percent), 'status', 'running')"
            try db.execute(
                literal: "insert into agent_job_events(job_id, event, data) values (\(id.text), 'progress', \(data))")
        }
    }

    package func completeJob(
        _ id: RowID, worker: String, result: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try StoreError.refuseNUL(in: ["result": result.text])
        return try await endTurn(
            of: id, worker: worker, as: caller, "status = 'completed', progress = 100, result = \(result.text)")
    }

    package func failJob(
        _ id: RowID, worker: String, error: String, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try StoreError.refuseNUL(in: ["error": error])
        return try await endTurn(of: id, worker: worker, as: caller, "status = 'failed', error = \(error)")
    }

    package func waitForInput(
        _ id: RowID, worker: String, questions: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob {
        try StoreError.refuseNUL(in: ["questions": questions.text])
        return try await endTurn(
            of: id, worker: worker, as: caller, "status = 'waiting_for_input', questions = \(questions.text)")
    }

    package func releaseJob(_ id: RowID, worker: String, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try Self.requireLease(of: id, worker: worker, as: caller, db)
            try db.execute(
                literal: """
                    update agent_jobs set lease_owner = null, lease_expires_at = null, attempts = max(attempts - 1, 0)
                    where id = \(id.text)
                    """)
        }
    }

    package func nextLeaseExpiry(as caller: Caller) async throws(StoreError) -> Timestamp? {
        try await read { db in
            let query: SQL = """
                select min(lease_expires_at) as expiry from agent_jobs where status = 'running'
                  and \(caller.admits(.select, .agentJobs))
                """
            return try SQLRequest<Row>(literal: query).fetchOne(db)?.optionalTime("expiry")
        }
    }
}

extension SQLiteStore {
    /// Ends the jobs that as many workers left as may try.
    private static func failAbandoned(at now: Timestamp, _ db: Database) throws {
        let reason = "The worker stopped without finishing, \(maximumJobAttempts) times. Look at its log and run again."
        try db.execute(
            literal: """
                update agent_jobs set status = 'failed', error = \(reason), lease_owner = null, lease_expires_at = null
                where status = 'running' and lease_expires_at <= \(now.text) and attempts >= \(maximumJobAttempts)
                """)
    }

    /// Refuses a worker that the job no longer belongs to.
    private static func requireLease(of id: RowID, worker: String, as caller: Caller, _ db: Database) throws {
        try caller.authorize(.update, .agentJobs)
        let job = try job(id, as: caller, db)
        guard job.status == .running else { throw StoreError.conflict(.jobStatus(job: id, current: job.status)) }
        guard job.leaseOwner == worker else { throw StoreError.conflict(.leaseLost(job: id)) }
    }

    private func endTurn(
        of id: RowID, worker: String, as caller: Caller, _ assignments: SQL
    ) async throws(StoreError) -> AgentJob {
        try await write { db in
            try Self.requireLease(of: id, worker: worker, as: caller, db)
            try db.execute(
                literal: """
                    update agent_jobs set \(assignments), lease_owner = null, lease_expires_at = null
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }
}
