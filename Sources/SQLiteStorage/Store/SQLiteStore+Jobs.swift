import GRDB
import JSON
import Models
import Storage

extension SQLiteStore {
    package func job(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob {
        try await read { db in try Self.job(id, as: caller, db) }
    }

    package func jobs(
        withPrefix prefix: String, limit: Int, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await read { db in
            try Self.identities(from: "agent_jobs", startingWith: prefix, limit, caller.admits(.select, .agentJobs), db)
        }
    }

    package func jobs(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<AgentJob> {
        try Paging.check(limit: limit, offset: offset)
        return try await read { db in
            try caller.requireProject(project, db)
            let rows: SQL = """
                from agent_jobs where project_id = \(project.text) and \(caller.admits(.select, .agentJobs))
                """
            let total = try SQLRequest<Int>(literal: "select count(*) \(rows)").fetchOne(db) ?? 0
            let query: SQL = """
                select * \(rows) order by rowid desc limit \(limit) offset \(offset)
                """
            let items = try SQLRequest<Row>(literal: query).fetchAll(db).map(AgentJob.init(row:))
            return Page(items: items, total: total, hasMore: offset + items.count < total)
        }
    }

    package func openJobs(as caller: Caller) async throws(StoreError) -> [AgentJob] {
        try await read { db in
            let query: SQL = """
                select * from agent_jobs where status in ('queued', 'running', 'waiting_for_input')
                  and \(caller.admits(.select, .agentJobs)) order by rowid
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(AgentJob.init(row:))
        }
    }

    package func events(
        of job: RowID, after sequence: Int, as caller: Caller
    ) async throws(StoreError) -> [JobEventRow] {
        try await read { db in
            let job = try Self.job(job, as: caller, db)
            let query: SQL = """
                select * from agent_job_events where job_id = \(job.id.text) and sequence > \(sequence)
                order by sequence
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map { try JobEventRow(row: $0, of: job) }
        }
    }

    package func submitJob(_ job: NewJob, as caller: Caller) async throws(StoreError) -> AgentJob {
        try await write { db in
            try caller.authorizeInsert(.agentJobs, into: job.projectID, db)
            try StoreError.refuseNUL(in: ["agent_type": job.agentType, "input_context": job.inputContext.text])
            try db.execute(
                literal: """
                    insert into agent_jobs (id, project_id, user_id, agent_type, input_context, worked_elsewhere,
                      created_at)
                    values (\(job.id.text), \(job.projectID.text), \(job.userID.text), \(job.agentType),
                      \(job.inputContext.text), \(job.isWorkedElsewhere ? 1 : 0),
                      coalesce(\(job.createdAt?.text), \(sql: Schema.now)))
                    """)
            return try Self.job(job.id, as: caller, db)
        }
    }

    package func cancelJob(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob {
        try await write { db in
            try caller.authorize(.update, .agentJobs)
            let job = try Self.job(id, as: caller, db)
            if job.status == .cancelled { return job }
            guard job.status.successors.contains(.cancelled) else {
                throw StoreError.conflict(.jobStatus(job: id, current: job.status))
            }
            try db.execute(
                literal: """
                    update agent_jobs set status = 'cancelled', \(Self.noLease)
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }

    package func respond(to id: RowID, answers: JSONText, as caller: Caller) async throws(StoreError) -> AgentJob {
        guard case .array(let given)? = answers.value else {
            throw .invalidInput(field: "answers", reason: "must be a JSON array")
        }
        return try await write { db in
            try caller.authorize(.update, .agentJobs)
            let job = try Self.job(id, as: caller, db)
            guard job.status == .waitingForInput else {
                throw StoreError.conflict(.jobStatus(job: id, current: job.status))
            }
            let all = JSONText(.array((job.answers?.value?.array ?? []) + given))
            // Running without a lease: the next worker that asks for work takes it up.
            try db.execute(
                literal: """
                    update agent_jobs set status = 'running', answers = \(all.text), attempts = 0,
                      \(Self.noLease)
                    where id = \(id.text)
                    """)
            return try Self.job(id, as: caller, db)
        }
    }

    package func deleteJob(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .agentJobs)
            try db.execute(literal: "delete from agent_jobs where id = \(id.text)")
            guard db.changesCount > 0 else { throw StoreError.noRow("job", id) }
        }
    }
}

extension SQLiteStore {
    /// The primary key gives the rows in order; `~` sorts behind every character of an identity.
    static func identities(
        from table: String, startingWith prefix: String, _ limit: Int, _ condition: SQL, _ db: Database
    ) throws -> [RowID] {
        let query: SQL = """
            select id from \(identifier: table) where id >= \(prefix) and id < \(prefix + "~") and \(condition)
            order by id limit \(limit)
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map { try $0.id("id") }
    }

    static func job(_ id: RowID, as caller: Caller, _ db: Database) throws -> AgentJob {
        let condition = caller.admits(.select, .agentJobs)
        let request = SQLRequest<Row>(literal: "select * from agent_jobs where id = \(id.text) and \(condition)")
        guard let row = try request.fetchOne(db) else { throw StoreError.noRow("job", id) }
        return try AgentJob(row: row)
    }
}

extension AgentJob {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), userID: try row.id("user_id"),
            agentType: try row.text("agent_type"), status: try row.choice("status"),
            progress: try row.number("progress"),
            result: try row.json("result"), error: try row.optionalText("error"),
            celeryTaskID: try row.optionalText("celery_task_id"),
            createdAt: try row.time("created_at"), startedAt: try row.optionalTime("started_at"),
            completedAt: try row.optionalTime("completed_at"), inputContext: JSONText(try row.text("input_context")),
            questions: try row.json("questions"), answers: try row.json("answers"),
            attempts: try row.integer("attempts"),
            leaseOwner: try row.optionalText("lease_owner"),
            isWorkedElsewhere: try row.integer("worked_elsewhere") != 0)
    }
}

extension JobEventRow {
    /// The job's row alone holds its result; its `complete` event shows it first, as the specification does.
    fileprivate init(row: Row, of job: AgentJob) throws {
        let kind: Kind = try row.choice("event")
        var data = JSONText(try row.text("data"))
        if kind == .complete { data.text = #"{"result":\#(job.result?.text ?? "null"),"status":"completed"}"# }
        self.init(
            sequence: try row.integer("sequence"), jobID: job.id, kind: kind, data: data,
            createdAt: try row.time("created_at"))
    }
}
