import Models
import Storage

extension PostgresStore {
    package func recordJob(
        _ job: AgentJob, events: [JobEventRow], as caller: Caller
    ) async throws(StoreError) {
        guard caller == .service else { throw .forbidden(action: .insert, table: .agentJobs) }
        try StoreError.refuseNUL(in: ["agent_type": job.agentType, "error": job.error])
        try Values.check(json: [
            "input_context": job.inputContext, "result": job.result, "questions": job.questions,
            "answers": job.answers,
        ])
        for event in events { try Values.check(json: ["data": event.data]) }
        do {
            try await write(as: caller) { transaction in
                try transaction.query(
                    """
                    insert into public.agent_jobs (id, project_id, user_id, agent_type, input_context, created_at,
                      worked_elsewhere)
                    values ($1, $2, $3, $4, $5, $6, true) on conflict (id) do nothing
                    """,
                    [
                        job.id.text, job.projectID.text, job.userID.text, job.agentType, job.inputContext.text,
                        job.createdAt.text,
                    ])
                let known = try transaction.job(job.id, locking: true)
                guard known.isWorkedElsewhere, known.projectID == job.projectID, known.userID == job.userID else {
                    throw StoreError.conflict(.jobStatus(job: job.id, current: known.status))
                }
                let number =
                    try transaction.query(
                        "select count(*) as number from public.agent_job_events where job_id = $1", [job.id.text]
                    ).first?.integer("number") ?? 0
                for step in JobReplay.steps(from: known.status, known: number, events: events, to: job.status) {
                    try Self.follow(step, job, transaction)
                }
                try transaction.query(
                    """
                    update public.agent_jobs set progress = $2, answers = $3::json where id = $1
                      and (progress <> $2 or answers::text is distinct from $3::text)
                    """, [job.id.text, String(job.progress), job.answers?.text])
            }
        } catch {
            throw error.naming("project", job.projectID.text).naming("profile", job.userID.text)
        }
    }

    private static func follow(_ step: JobReplay, _ job: AgentJob, _ transaction: Transaction) throws {
        switch step {
        case .progress(let data):
            try transaction.query(
                "insert into public.agent_job_events (job_id, event, data) values ($1, 'progress', $2)",
                [job.id.text, data.text])
        case .move(let status):
            try transaction.query(
                """
                update public.agent_jobs set status = $2, started_at = coalesce(started_at, $3), completed_at = $4,
                  result = $5, error = $6, questions = $7
                where id = $1
                """,
                [
                    job.id.text, status.rawValue, job.startedAt?.text,
                    status == job.status ? job.completedAt?.text : nil,
                    status == .completed ? job.result?.text : nil, status == .failed ? job.error : nil,
                    status == .queued ? nil : job.questions?.text,
                ])
        }
    }

    package func putRoadmap(_ row: RoadmapRow, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.insert, .learningRoadmaps)
        try Values.check(json: ["modules": row.modules])
        try await write(as: caller) { transaction in
            try transaction.requireInsert(.learningRoadmaps, into: row.projectID, as: caller)
            let result = try transaction.query(
                """
                insert into public.learning_roadmaps as r (id, project_id, modules, current_step_index, created_at)
                values ($1, $2, $3, $4, $5)
                on conflict (id) do update set modules = excluded.modules,
                  current_step_index = excluded.current_step_index
                where r.project_id = excluded.project_id
                """,
                [
                    row.id.text, row.projectID.text, row.modules.text, String(row.currentStepIndex),
                    row.createdAt.text,
                ])
            guard result.changedRows > 0 else { throw StoreError.forbidden(action: .update, table: .learningRoadmaps) }
        }
    }

    package func putSession(_ row: DailySession, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.insert, .dailySessions)
        try Values.check(json: ["transcript": row.transcript])
        try Values.check(texts: row.conceptsCovered, "concepts_covered")
        try await write(as: caller) { transaction in
            try transaction.requireInsert(.dailySessions, into: row.projectID, as: caller)
            let result = try transaction.query(
                """
                insert into public.daily_sessions as s (id, project_id, transcript, concepts_covered,
                  duration_minutes, created_at)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do update set transcript = excluded.transcript,
                  concepts_covered = excluded.concepts_covered, duration_minutes = excluded.duration_minutes
                where s.project_id = excluded.project_id
                """,
                [
                    row.id.text, row.projectID.text, row.transcript?.text, Values.array(row.conceptsCovered),
                    String(row.durationMinutes), row.createdAt.text,
                ])
            guard result.changedRows > 0 else { throw StoreError.forbidden(action: .update, table: .dailySessions) }
        }
    }

    package func removedFiles(in project: RowID, as caller: Caller) async throws(StoreError) -> [RemovedFile] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select path, version from public.removed_files gone where project_id = $1 and not exists (
                      select from public.project_files f where f.project_id = gone.project_id and f.path = gone.path)
                    order by path
                    """, [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map { row in
                RemovedFile(path: try row.path("path"), version: try row.integer("version"))
            }
        }
    }

    package func files(
        withIDs ids: Set<RowID>, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select \(ProjectFileInfo.columns) from public.project_files
                    where project_id = $1 and id = any($2::uuid[]) order by path
                    """, [project.text, Values.array(ids.map(\.text))]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(ProjectFileInfo.init(row:))
        }
    }
}
