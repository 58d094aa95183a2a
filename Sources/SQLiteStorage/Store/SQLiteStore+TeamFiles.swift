import GRDB
import Models
import Storage

extension SQLiteStore {
    package func teamFiles(in project: RowID, as caller: Caller) async throws(StoreError) -> [TeamFile] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select path, version, file_version, gone, offered_job, offered_version from team_files
                where project_id = \(project.text) order by path
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(TeamFile.init(row:))
        }
    }

    package func teamBases(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectPath: String] {
        try await read { db in
            try caller.requireProject(project, db)
            let statement = try db.cachedStatement(
                sql: """
                    select coalesce(base, (select content from project_files row
                      where row.project_id = agreed.project_id and row.path = agreed.path
                        and row.version = agreed.file_version)) as text
                    from team_files agreed where project_id = ? and path = ?
                    """)
            var texts: [ProjectPath: String] = [:]
            for path in paths {
                let row = try Row.fetchOne(statement, arguments: [project.text, path.text])
                texts[path] = try row?.optionalText("text")
            }
            return texts
        }
    }

    package func recordTeamFiles(
        _ files: [(file: TeamFile, text: String)], forgetting paths: [ProjectPath], in project: RowID,
        as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            for path in paths {
                try db.execute(
                    literal: "delete from team_files where project_id = \(project.text) and path = \(path.text)")
            }
            // The text is kept once where the row has it.
            let statement = try db.cachedStatement(
                sql: """
                    insert or replace into team_files (project_id, path, version, file_version, base, gone)
                    values (:project, :path, :version, :row,
                      case when exists (select 1 from project_files where project_id = :project and path = :path
                        and version = :row and content = :text) then null else :text end,
                      :gone)
                    """)
            for (file, text) in files {
                try statement.execute(arguments: [
                    "project": project.text, "path": file.path.text, "version": file.version,
                    "row": file.fileVersion, "text": text, "gone": file.isGone ? 1 : 0,
                ])
            }
        }
    }

    package func noteOffers(
        _ offers: [(path: ProjectPath, version: Int)], of job: RowID, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            for (path, version) in offers {
                // A file that was never agreed about has no version of the server's that this machine had.
                try db.cachedStatement(
                    literal: """
                        insert into team_files (project_id, path, version, offered_job, offered_version)
                        values (\(project.text), \(path.text), 0, \(job.text), \(version))
                        on conflict do update set offered_job = excluded.offered_job,
                          offered_version = excluded.offered_version
                        """
                ).execute()
            }
        }
    }

    package func forgetTeamFiles(in project: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            try caller.requireProject(project, db)
            try db.execute(literal: "delete from team_files where project_id = \(project.text)")
        }
    }
}

extension TeamFile {
    fileprivate init(row: Row) throws {
        self.init(
            path: try row.path("path"), version: try row.integer("version"),
            fileVersion: try row.optionalInteger("file_version"), isGone: try row.integer("gone") != 0,
            offeredJob: try row.optionalText("offered_job").flatMap(RowID.init),
            offeredVersion: try row.optionalInteger("offered_version"))
    }
}
