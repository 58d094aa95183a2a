import GRDB
import Models
import Storage

extension SQLiteStore {
    package func proposeFile(_ file: JobFile, as caller: Caller) async throws(StoreError) {
        try await proposeFiles([file], as: caller)
    }

    package func proposeFiles(_ files: [JobFile], as caller: Caller) async throws(StoreError) {
        try await write { db in
            for file in files { try Self.propose(file, as: caller, db) }
        }
    }

    private static func propose(_ file: JobFile, as caller: Caller, _ db: Database) throws {
        try caller.authorizeInsert(.projectFiles, into: file.projectID, db)
        try StoreError.refuseNUL(in: ["content": file.content, "language": file.language, "seen": file.seen])
        try db.cachedStatement(
            literal: """
                insert into job_files (job_id, project_id, path, content, language, seen, sequence)
                values (\(file.jobID.text), \(file.projectID.text), \(file.path.text), \(file.content),
                  \(file.language), \(file.seen), \(nextSequence(in: file.projectID)))
                on conflict do update set content = excluded.content, language = excluded.language
                where state = 'proposed'
                """
        ).execute()
        if db.changesCount == 0 { throw StoreError.conflict(.leaseLost(job: file.jobID)) }
    }

    package func jobFiles(of job: RowID, as caller: Caller) async throws(StoreError) -> [JobFile] {
        try await read { db in
            let query: SQL = """
                select * from job_files where job_id = \(job.text) and \(caller.admits(.select, .projectFiles))
                order by path
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(JobFile.init(row:))
        }
    }

    package func jobFileHistory(in project: RowID, as caller: Caller) async throws(StoreError) -> [JobFile] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select * from job_files where project_id = \(project.text)
                  and (state not in ('proposed', 'offered') or (state = 'offered' and agreed_at is not null))
                  and job_id not in (select id from agent_jobs where agent_type = 'team') order by sequence desc
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(JobFile.init(row:))
        }
    }

    package func jobs(
        withFilesIn states: Set<JobFile.State>, of project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select id from agent_jobs where project_id = \(project.text) and status = 'completed'
                  and \(caller.admits(.select, .agentJobs)) and exists (
                    select 1 from job_files where job_id = agent_jobs.id and state in \(states.map(\.rawValue)))
                order by created_at, rowid
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map { try $0.id("id") }
        }
    }

    package func moveJobFiles(
        _ files: [JobFile], from states: Set<JobFile.State>, as caller: Caller
    ) async throws(StoreError) -> Set<ProjectPath> {
        try await write { db in
            try caller.authorize(.update, .projectFiles)
            var moved: Set<ProjectPath> = []
            for file in files {
                try StoreError.refuseNUL(in: ["before": file.before, "written": file.written, "reason": file.reason])
                try db.cachedStatement(
                    literal: """
                        update job_files set state = \(file.state.rawValue), reason = \(file.reason),
                          before = \(file.before), written = \(file.written), mode = \(file.mode),
                          made_folder = \(file.madeFolder), folder = \(file.folder), agreed_by = \(file.agreedBy), agreed_at = \(file.agreedAt?.text),
                          sequence = \(Self.nextSequence(in: file.projectID))
                        where job_id = \(file.jobID.text) and path = \(file.path.text)
                          and state in \(states.map(\.rawValue)) and \(caller.admits(.update, .projectFiles))
                        """
                ).execute()
                if db.changesCount > 0 { moved.insert(file.path) }
            }
            return moved
        }
    }

    /// One more than every number in use in the project.
    private static func nextSequence(in project: RowID) -> SQL {
        "(select coalesce(max(sequence), 0) + 1 from job_files where project_id = \(project.text))"
    }

    package func jobCheckpoint(_ step: String, of job: RowID, as caller: Caller) async throws(StoreError) -> JSONText? {
        try await read { db in
            try Self.requireJob(job, as: caller, db)
            let query: SQL = "select value from job_checkpoints where job_id = \(job.text) and step = \(step)"
            return try SQLRequest<String>(literal: query).fetchOne(db).map(JSONText.init)
        }
    }

    package func setJobCheckpoint(
        _ value: JSONText, for step: String, of job: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try StoreError.refuseNUL(in: ["step": step, "value": value.text])
            let job = try Self.requireJob(job, as: caller, db)
            // What is kept for an ended job would never go away.
            guard !job.status.isTerminal else {
                throw StoreError.conflict(.jobStatus(job: job.id, current: job.status))
            }
            try db.execute(
                literal: """
                    insert into job_checkpoints values (\(job.id.text), \(step), \(value.text))
                    on conflict do update set value = excluded.value
                    """)
        }
    }

    @discardableResult
    private static func requireJob(_ id: RowID, as caller: Caller, _ db: Database) throws -> AgentJob {
        try job(id, as: caller, db)
    }
}

extension JobFile {
    fileprivate init(row: Row) throws {
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
