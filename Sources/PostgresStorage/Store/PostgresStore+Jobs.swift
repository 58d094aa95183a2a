import JSON
import Models
import Storage

extension PostgresStore {
    package func job(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob {
        try await ask("\(AgentJob.select) where id = $1", [id.text], as: caller) { try AgentJob(of: $0, id) }
    }

    package func jobs(
        withPrefix prefix: String, limit: Int, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await identities(from: "agent_jobs", startingWith: prefix, limit, as: caller)
    }

    package func jobs(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<AgentJob> {
        try Paging.check(limit: limit, offset: offset)
        return try await read(as: caller) { transaction in
            try transaction.requireProject(project)
            let count = try transaction.query(
                "select count(*) as total from public.agent_jobs where project_id = $1", [project.text])
            let total = try count.first?.integer("total") ?? 0
            let items = try transaction.query(
                "\(AgentJob.select) where project_id = $1 order by ordinal desc limit $2 offset $3",
                [project.text, String(limit), String(offset)]
            ).rows.map(AgentJob.init(row:))
            return Page(items: items, total: total, hasMore: offset + items.count < total)
        }
    }

    package func openJobs(as caller: Caller) async throws(StoreError) -> [AgentJob] {
        try await ask(
            "\(AgentJob.select) where status in ('queued', 'running', 'waiting_for_input') order by ordinal",
            as: caller
        ) { try $0.rows.map(AgentJob.init(row:)) }
    }

    package func events(
        of job: RowID, after sequence: Int, as caller: Caller
    ) async throws(StoreError) -> [JobEventRow] {
        try await read(as: caller) { transaction in
            let row = try transaction.job(job)
            return try transaction.query(
                """
                select sequence, event, data, created_at from public.agent_job_events
                where job_id = $1 and sequence > $2 order by sequence
                """, [job.text, String(sequence)]
            ).rows.map { try JobEventRow(row: $0, of: row) }
        }
    }

    package func submitJob(_ job: NewJob, as caller: Caller) async throws(StoreError) -> AgentJob {
        try caller.authorize(.insert, .agentJobs)
        try StoreError.refuseNUL(in: ["agent_type": job.agentType, "input_context": job.inputContext.text])
        try Values.check(json: ["input_context": job.inputContext])
        do {
            return try await tell(
                """
                insert into public.agent_jobs (id, project_id, user_id, agent_type, input_context, created_at)
                values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, now())) returning \(AgentJob.columns)
                """,
                [
                    job.id.text, job.projectID.text, job.userID.text, job.agentType, job.inputContext.text,
                    job.createdAt?.text,
                ], as: caller
            ) { try AgentJob(row: $0.only("job")) }
        } catch {
            throw error.naming("project", job.projectID.text).naming("profile", job.userID.text)
        }
    }

    package func cancelJob(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob {
        try caller.authorize(.update, .agentJobs)
        return try await write(as: caller) { transaction in
            let job = try transaction.job(id, locking: true)
            if job.status == .cancelled { return job }
            guard job.status.successors.contains(.cancelled) else {
                throw StoreError.conflict(.jobStatus(job: id, current: job.status))
            }
            return try transaction.update(id, "status = 'cancelled', \(noLease)")
        }
    }

    package func respond(to id: RowID, answers: JSONText, as caller: Caller) async throws(StoreError) -> AgentJob {
        guard case .array(let given)? = answers.value else {
            throw .invalidInput(field: "answers", reason: "must be a JSON array")
        }
        try caller.authorize(.update, .agentJobs)
        return try await write(as: caller) { transaction in
            let job = try transaction.job(id, locking: true)
            guard job.status == .waitingForInput else {
                throw StoreError.conflict(.jobStatus(job: id, current: job.status))
            }
            let all = JSONText(.array((job.answers?.value?.array ?? []) + given))
            // Running without a lease: the next worker that asks for work takes it up.
            return try transaction.update(
                id, "status = 'running', answers = $2, attempts = 0, \(noLease)", [all.text])
        }
    }

    package func deleteJob(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .agentJobs)
        try await tell("delete from public.agent_jobs where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("job", id) }
        }
    }
}

/// What a job is without a worker.
let noLease = "lease_owner = null, lease_ends_at = null"

extension Transaction {
    func job(_ id: RowID, locking: Bool = false) throws -> AgentJob {
        try AgentJob(of: query("\(AgentJob.select) where id = $1\(locking ? " for update" : "")", [id.text]), id)
    }

    /// Changes a job that is there; `$2` and on are the values.
    func update(_ id: RowID, _ assignments: String, _ values: [String?] = []) throws -> AgentJob {
        try AgentJob(
            of: query(
                "update public.agent_jobs set \(assignments) where id = $1 returning \(AgentJob.columns)",
                [id.text] + values), id)
    }
}

extension AgentJob {
    static let columns = """
        id, project_id, user_id, agent_type, status, progress, result, error, celery_task_id, created_at, started_at,
        completed_at, input_context, questions, answers, attempts, lease_owner, worked_elsewhere::int as worked_elsewhere
        """
    static let select = "select \(columns) from public.agent_jobs"

    init(of result: PostgresResult, _ id: RowID) throws {
        guard let row = result.first else { throw StoreError.noRow("job", id) }
        try self.init(row: row)
    }

    init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), userID: try row.id("user_id"),
            agentType: try row.text("agent_type"), status: try row.choice("status"),
            progress: try row.number("progress"), result: try row.json("result"),
            error: try row.optionalText("error"), celeryTaskID: try row.optionalText("celery_task_id"),
            createdAt: try row.time("created_at"), startedAt: try row.optionalTime("started_at"),
            completedAt: try row.optionalTime("completed_at"), inputContext: JSONText(try row.text("input_context")),
            questions: try row.json("questions"), answers: try row.json("answers"),
            attempts: try row.integer("attempts"), leaseOwner: try row.optionalText("lease_owner"),
            isWorkedElsewhere: try row.integer("worked_elsewhere") != 0)
    }
}

extension JobEventRow {
    /// The job's row alone holds its result; its `complete` event shows it first, as the specification does.
    fileprivate init(row: PostgresRow, of job: AgentJob) throws {
        let kind: Kind = try row.choice("event")
        var data = JSONText(try row.text("data"))
        if kind == .complete { data.text = #"{"result":\#(job.result?.text ?? "null"),"status":"completed"}"# }
        self.init(
            sequence: try row.integer("sequence"), jobID: job.id, kind: kind, data: data,
            createdAt: try row.time("created_at"))
    }
}
