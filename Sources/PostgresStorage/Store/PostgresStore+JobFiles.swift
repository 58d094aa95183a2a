import Models
import Storage

extension PostgresStore {
    package func proposeFile(_ file: JobFile, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.insert, .projectFiles)
        try StoreError.refuseNUL(in: ["content": file.content, "language": file.language, "seen": file.seen])
        try await write(as: caller) { transaction in
            try transaction.requireInsert(.projectFiles, into: file.projectID, as: caller)
            let result = try transaction.query(
                """
                insert into public.job_files as held (job_id, project_id, path, content, language, seen)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (job_id, path) do update set content = excluded.content, language = excluded.language
                where held.state = 'proposed'
                """,
                [
                    file.jobID.text, file.projectID.text, file.path.text, file.content, file.language, file.seen,
                ])
            if result.changedRows == 0 { throw StoreError.conflict(.leaseLost(job: file.jobID)) }
        }
    }

    package func jobFiles(of job: RowID, as caller: Caller) async throws(StoreError) -> [JobFile] {
        try await ask("\(JobFile.select) where job_id = $1 order by path", [job.text], as: caller) {
            try $0.rows.map(JobFile.init(row:))
        }
    }

    package func jobFileHistory(in project: RowID, as caller: Caller) async throws(StoreError) -> [JobFile] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    \(JobFile.select) where project_id = $1
                      and (state not in ('proposed', 'offered') or (state = 'offered' and agreed_at is not null))
                      and job_id not in (select id from public.agent_jobs where agent_type = 'team')
                    order by sequence desc
                    """, [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(JobFile.init(row:))
        }
    }

    package func jobs(
        withFilesIn states: Set<JobFile.State>, of project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select id from public.agent_jobs j where project_id = $1 and status = 'completed'
                      and exists (select 1 from public.job_files where job_id = j.id and state = any($2::text[]))
                    order by ordinal
                    """, [project.text, Values.array(states.map(\.rawValue))]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map { try $0.id("id") }
        }
    }

    package func moveJobFiles(
        _ files: [JobFile], from states: Set<JobFile.State>, as caller: Caller
    ) async throws(StoreError) -> Set<ProjectPath> {
        try caller.authorize(.update, .projectFiles)
        for file in files {
            try StoreError.refuseNUL(in: ["before": file.before, "written": file.written, "reason": file.reason])
        }
        let from = Values.array(states.map(\.rawValue))
        return try await write(as: caller) { transaction in
            var moved: Set<ProjectPath> = []
            for file in files {
                let result = try transaction.query(
                    """
                    update public.job_files set state = $4, reason = $5, before = $6, written = $7, mode = $8,
                      made_folder = $9, folder = $10, agreed_by = $11, agreed_at = $12,
                      sequence = nextval('public.job_file_moves')
                    where job_id = $1 and path = $2 and state = any($3::text[])
                    """,
                    [
                        file.jobID.text, file.path.text, from, file.state.rawValue, file.reason, file.before,
                        file.written, file.mode.map { String($0) }, file.madeFolder, file.folder, file.agreedBy,
                        file.agreedAt?.text,
                    ])
                if result.changedRows > 0 { moved.insert(file.path) }
            }
            return moved
        }
    }

    package func jobCheckpoint(_ step: String, of job: RowID, as caller: Caller) async throws(StoreError) -> JSONText? {
        try StoreError.refuseNUL(in: ["step": step])
        return try await ask(
            [
                PostgresStatement("select id from public.agent_jobs where id = $1", [job.text]),
                PostgresStatement(
                    "select value from public.job_checkpoints where job_id = $1 and step = $2", [job.text, step]),
            ], as: caller
        ) { results in
            guard results[0].rowCount > 0 else { throw StoreError.noRow("job", job) }
            return try results[1].first?.json("value")
        }
    }

    package func setJobCheckpoint(
        _ value: JSONText, for step: String, of job: RowID, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .projects)
        try StoreError.refuseNUL(in: ["step": step])
        try Values.check(json: ["value": value])
        try await write(as: caller) { transaction in
            let row = try transaction.job(job)
            // What is kept for an ended job would never go away.
            guard !row.status.isTerminal else {
                throw StoreError.conflict(.jobStatus(job: job, current: row.status))
            }
            try transaction.query(
                """
                insert into public.job_checkpoints (job_id, step, value) values ($1, $2, $3)
                on conflict (job_id, step) do update set value = excluded.value
                """, [job.text, step, value.text])
        }
    }
}

extension JobFile {
    fileprivate static let select = """
        select job_id, project_id, path, content, language, seen, state, reason, before, written, mode, made_folder,
          folder, agreed_by, agreed_at, sequence
        from public.job_files
        """

    fileprivate init(row: PostgresRow) throws {
        self.init(
            jobID: try row.id("job_id"), projectID: try row.id("project_id"), path: try row.path("path"),
            content: try row.optionalText("content"), language: try row.optionalText("language"),
            seen: try row.optionalText("seen"), state: try row.choice("state"), reason: try row.optionalText("reason"),
            before: try row.optionalText("before"), written: try row.optionalText("written"),
            mode: try row.optionalInteger("mode"), madeFolder: try row.optionalText("made_folder"),
            folder: try row.optionalText("folder"), agreedBy: try row.optionalText("agreed_by"),
            agreedAt: try row.optionalTime("agreed_at"), sequence: try row.integer("sequence"))
    }
}
