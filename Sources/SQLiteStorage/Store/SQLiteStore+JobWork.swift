import GRDB
import Models
import Storage

extension SQLiteStore {
    package func claimJob(
        worker: String, lease: Duration, environment: String?, as caller: Caller
    ) async throws(StoreError) -> AgentJob? {
        let clock = clock
        return try await write { db in
            try caller.authorize(.update, .agentJobs)
            try StoreError.refuseNUL(in: ["worker": worker])
            // Now, not when the transaction was asked for: it may have waited for a disk longer than a lease lasts.
            let now = clock()
            let expiry = now + lease
            try Self.failAbandoned(at: now, db)
            // In the order of submission, which the wall clock does not tell: it may have been set back since.
            let oldest: SQL = """
                select id from agent_jobs where \(Self.isClaimable(at: now)) and \(Self.fits(environment))
                order by rowid limit 1
                """
            guard let row = try SQLRequest<Row>(literal: oldest).fetchOne(db) else { return nil }
            let id = try row.id("id")
            try db.execute(
                literal: """
                    update agent_jobs set status = 'running', attempts = attempts + 1, lease_owner = \(worker),
                      lease_boot = \(expiry.boot), lease_ends_at = \(expiry.milliseconds)
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }

    package func extendLease(
        of id: RowID, worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError) {
        let clock = clock
        try await write { db in
            try Self.requireLease(of: id, worker: worker, as: caller, db)
            let expiry = clock() + lease
            try db.execute(
                literal: """
                    update agent_jobs set lease_boot = \(expiry.boot), lease_ends_at = \(expiry.milliseconds)
                    where id = \(id.text)
                    """)
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
                    update agent_jobs set \(Self.noLease), attempts = max(attempts - 1, 0)
                    where id = \(id.text)
                    """)
        }
    }

    package func hasClaimableJob(environment: String?, as caller: Caller) async throws(StoreError) -> Bool {
        let now = clock()
        return try await read { db in
            let query: SQL = """
                select 1 from agent_jobs where \(Self.isClaimable(at: now)) and \(Self.fits(environment))
                  and \(caller.admits(.select, .agentJobs))
                limit 1
                """
            return try SQLRequest<Row>(literal: query).fetchOne(db) != nil
        }
    }
}

extension SQLiteStore {
    /// What a job is without a worker.
    static var noLease: SQL { "lease_owner = null, lease_boot = null, lease_ends_at = null" }

    /// Whether nobody works on a job that may be worked on.
    ///
    /// Of a project's pipelines one runs at a time: each makes a plan, which the next would replace under it.
    private static func isClaimable(at now: MachineTime) -> SQL {
        """
        (worked_elsewhere = 0
          and (status = 'queued' or (status = 'running' and (lease_owner is null or \(isOver(at: now)))))
          and not (agent_type = 'pipeline' and exists (
            select 1 from agent_jobs as other
            where other.project_id = agent_jobs.project_id and other.agent_type = 'pipeline'
              and other.status = 'running' and other.id <> agent_jobs.id and other.lease_boot is \(now.boot)
              and other.lease_ends_at > \(now.milliseconds))))
        """
    }

    /// Whether a job is for workers of an environment, by its mark.
    private static func fits(_ environment: String?) -> SQL {
        guard let environment else { return "1" }
        let mark = JSONText(.string(environment)).text
        return """
            not exists (
              select 1 from project_values as known
              where known.project_id = agent_jobs.project_id
                and known.key = \(JobEnvironment.prefix) || agent_jobs.id and known.value <> \(mark))
            """
    }

    /// Whether a lease is over: at its end, and where the machine was started anew since.
    private static func isOver(at now: MachineTime) -> SQL {
        "(lease_boot is not \(now.boot) or lease_ends_at <= \(now.milliseconds))"
    }

    /// Ends the jobs that as many workers left as may try.
    private static func failAbandoned(at now: MachineTime, _ db: Database) throws {
        let reason = "The worker stopped without finishing, \(maximumJobAttempts) times. Look at its log and run again."
        try db.execute(
            literal: """
                update agent_jobs set status = 'failed', error = \(reason), \(noLease)
                where status = 'running' and lease_owner is not null and \(isOver(at: now))
                  and attempts >= \(maximumJobAttempts)
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
                    update agent_jobs set \(assignments), \(Self.noLease)
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }
}
