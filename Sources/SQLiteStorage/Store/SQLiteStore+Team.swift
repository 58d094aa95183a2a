import GRDB
import JSON
import Models
import Storage

extension SQLiteStore {
    package func recordJob(
        _ job: AgentJob, events: [JobEventRow], as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            guard caller == .service else { throw StoreError.forbidden(action: .insert, table: .agentJobs) }
            try StoreError.refuseNUL(in: [
                "agent_type": job.agentType, "error": job.error, "result": job.result?.text,
                "questions": job.questions?.text, "answers": job.answers?.text,
            ])
            try Self.addJob(job, db)
            let known = try Self.job(job.id, as: .service, db)
            guard known.isWorkedElsewhere, known.projectID == job.projectID, known.userID == job.userID else {
                throw StoreError.conflict(.jobStatus(job: job.id, current: known.status))
            }
            let count: SQL = "select count(*) from agent_job_events where job_id = \(job.id.text)"
            let number = try SQLRequest<Int>(literal: count).fetchOne(db) ?? 0
            for step in JobReplay.steps(from: known.status, known: number, events: events, to: job.status) {
                try Self.follow(step, job, db)
            }
            // The schema notes when the state changed here.
            let end = job.status.isTerminal ? job.completedAt?.text : nil
            try db.execute(
                literal: """
                    update agent_jobs set progress = \(job.progress), answers = \(job.answers?.text),
                      completed_at = coalesce(\(end), completed_at)
                    where id = \(job.id.text)
                      and (progress <> \(job.progress) or answers is not \(job.answers?.text)
                        or completed_at <> coalesce(\(end), completed_at))
                    """)
        }
    }

    private static func addJob(_ job: AgentJob, _ db: Database) throws {
        let known: SQL = "select 1 from agent_jobs where id = \(job.id.text)"
        guard try SQLRequest<Int>(literal: known).fetchOne(db) == nil else { return }
        try Caller.service.requireProject(job.projectID, db)
        try db.execute(
            literal: """
                insert into agent_jobs (id, project_id, user_id, agent_type, input_context, created_at,
                  worked_elsewhere)
                values (\(job.id.text), \(job.projectID.text), \(job.userID.text), \(job.agentType),
                  \(job.inputContext.text), \(job.createdAt.text), 1)
                """)
    }

    private static func follow(_ step: JobReplay, _ job: AgentJob, _ db: Database) throws {
        switch step {
        case .progress(let data):
            try db.execute(
                literal: """
                    insert into agent_job_events(job_id, event, data)
                    values (\(job.id.text), 'progress', \(data.text))
                    """)
        case .move(let status):
            let isLast = status == job.status
            try db.execute(
                literal: """
                    update agent_jobs set status = \(status.rawValue),
                      started_at = coalesce(started_at, \(job.startedAt?.text)),
                      completed_at = \(isLast ? job.completedAt?.text : nil),
                      result = \(status == .completed ? job.result?.text : nil),
                      error = \(status == .failed ? job.error : nil),
                      questions = \(status == .queued ? nil : job.questions?.text)
                    where id = \(job.id.text)
                    """)
        }
    }

    package func putRoadmap(_ row: RoadmapRow, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorizeInsert(.learningRoadmaps, into: row.projectID, db)
            try StoreError.refuseNUL(in: ["modules": row.modules.text])
            try db.execute(
                literal: """
                    insert into learning_roadmaps (id, project_id, modules, current_step_index, created_at)
                    values (\(row.id.text), \(row.projectID.text), \(row.modules.text), \(row.currentStepIndex),
                      \(row.createdAt.text))
                    on conflict (id) do update set modules = excluded.modules,
                      current_step_index = excluded.current_step_index
                    where project_id = excluded.project_id
                      and (modules <> excluded.modules or current_step_index <> excluded.current_step_index)
                    """)
            let found: SQL = "select project_id from learning_roadmaps where id = \(row.id.text)"
            guard try SQLRequest<String>(literal: found).fetchOne(db) == row.projectID.text else {
                throw StoreError.forbidden(action: .update, table: .learningRoadmaps)
            }
        }
    }

    package func putSession(_ row: DailySession, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorizeInsert(.dailySessions, into: row.projectID, db)
            try StoreError.refuseNUL(in: ["transcript": row.transcript?.text])
            try db.execute(
                literal: """
                    insert into daily_sessions (id, project_id, transcript, concepts_covered, duration_minutes,
                      created_at, user_id)
                    values (\(row.id.text), \(row.projectID.text), \(row.transcript?.text),
                      \(TextArray.encode(row.conceptsCovered)), \(row.durationMinutes), \(row.createdAt.text),
                      \(caller.userID?.text))
                    on conflict (id) do update set transcript = excluded.transcript,
                      concepts_covered = excluded.concepts_covered, duration_minutes = excluded.duration_minutes
                    where project_id = excluded.project_id and \(caller.admits(.update, .dailySessions))
                    """)
            let found: SQL = """
                select project_id from daily_sessions where id = \(row.id.text)
                  and \(caller.admits(.select, .dailySessions))
                """
            guard try SQLRequest<String>(literal: found).fetchOne(db) == row.projectID.text else {
                throw StoreError.forbidden(action: .update, table: .dailySessions)
            }
        }
    }

    package func removedFiles(in project: RowID, as caller: Caller) async throws(StoreError) -> [RemovedFile] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select path, version from removed_files gone where project_id = \(project.text) and not exists (
                  select 1 from project_files where project_id = gone.project_id and path = gone.path)
                order by path
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map { row in
                RemovedFile(path: try row.path("path"), version: try row.integer("version"))
            }
        }
    }

    package func files(
        withIDs ids: Set<RowID>, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo] {
        let texts = JSONValue.array(ids.map { .string($0.text) }).serialized
        return try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select id, project_id, path, language, version, created_at, updated_at from project_files
                where project_id = \(project.text) and id in (select value from json_each(\(texts))) order by path
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(ProjectFileInfo.init(row:))
        }
    }

    /// The cursor is the number of the log's last change.
    package func projectNews(
        of project: RowID, since cursor: String?, as caller: Caller
    ) async throws(StoreError) -> ProjectNews {
        try await read { db in
            try caller.requireProject(project, db)
            let last = try Int64.fetchOne(db, sql: "select seq from sqlite_sequence where name = 'change_log'") ?? 0
            let first = try Int64.fetchOne(db, sql: "select min(sequence) from change_log") ?? last + 1
            guard let since = cursor.flatMap(Int64.init), (0...last).contains(since), first <= since + 1 else {
                return ProjectNews(cursor: String(last), changed: nil)
            }
            let query: SQL = """
                select distinct table_name, row_id from change_log
                where sequence > \(since) and project_id = \(project.text)
                """
            var changed: [ChangedTable: Set<RowID>] = [:]
            let rows = try SQLRequest<Row>(literal: query).fetchCursor(db)
            while let row = try rows.next() {
                changed[try row.choice("table_name"), default: []].insert(try row.id("row_id"))
            }
            return ProjectNews(cursor: String(last), changed: changed.mapValues { .these($0) })
        }
    }
}
