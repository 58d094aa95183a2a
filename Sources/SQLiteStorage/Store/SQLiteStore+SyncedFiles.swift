import GRDB
import Models
import Storage

extension SQLiteStore {
    package func syncedFiles(in workspace: RowID, as caller: Caller) async throws(StoreError) -> [SyncedFile] {
        try await read { db in
            try Self.requireWorkspace(workspace, as: caller, db)
            // Rows of deleted files are told by joining, not by a foreign key: the entry has to outlive the row.
            let query: SQL = """
                select path, (select id from project_files where id = file_id) as file_id, version, size_bytes,
                  modified_ns, inode, hash
                from workspace_files where workspace_id = \(workspace.text) order by path
                """
            // Row by row: a hundred thousand of GRDB's rows take more memory than everything made of them.
            var files: [SyncedFile] = []
            let rows = try SQLRequest<Row>(literal: query).fetchCursor(db)
            while let row = try rows.next() { files.append(try SyncedFile(row: row)) }
            return files
        }
    }

    package func unsyncedRows(in workspace: RowID, as caller: Caller) async throws(StoreError) -> [UnsyncedRow] {
        try await read { db in
            try Self.requireWorkspace(workspace, as: caller, db)
            let project: SQL = "(select project_id from workspaces where id = \(workspace.text))"
            let gone: SQL = """
                select path, file_id, version, size_bytes, modified_ns, inode, hash from workspace_files agreed
                where workspace_id = \(workspace.text)
                  and not exists (select 1 from project_files where project_id = \(project) and path = agreed.path)
                """
            let changed: SQL = """
                select row.id, row.project_id, row.path, row.language, row.version, row.created_at, row.updated_at,
                  file_id, agreed.version as agreed_version, size_bytes, modified_ns, inode, hash
                from project_files row left join workspace_files agreed
                  on workspace_id = \(workspace.text) and agreed.path = row.path
                where row.project_id = \(project) and (file_id is not row.id or agreed.version is not row.version)
                """
            return try SQLRequest<Row>(literal: gone).fetchAll(db)
                .map { UnsyncedRow(agreed: try SyncedFile(row: $0), row: nil) }
                + SQLRequest<Row>(literal: changed).fetchAll(db).map(UnsyncedRow.init(changed:))
        }
    }

    package func recordSynced(
        _ files: [SyncedFile], forgetting paths: [ProjectPath], in workspace: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try Self.requireWorkspace(workspace, as: caller, db)
            let recording = try SyncRecording(db, workspace: workspace)
            for path in paths { try recording.forget(path) }
            for file in files { try recording.record(file) }
        }
    }
}

/// Remembers files of one workspace within a transaction, with statements compiled once.
///
/// Several editors may mirror one folder. What one of them found out a moment ago never takes back what another has
/// agreed since: a newer version of the same row, or the row that stands there now.
struct SyncRecording {
    private let workspace: RowID
    private let insert: Statement
    private let delete: Statement

    init(_ db: Database, workspace: RowID) throws {
        self.workspace = workspace
        insert = try db.cachedStatement(
            sql: """
                insert into workspace_files as known
                  (workspace_id, path, file_id, version, size_bytes, modified_ns, inode, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, path) do update set
                  file_id = excluded.file_id, version = excluded.version, size_bytes = excluded.size_bytes,
                  modified_ns = excluded.modified_ns, inode = excluded.inode, hash = excluded.hash
                where case when excluded.file_id is known.file_id then excluded.version >= known.version
                  else not exists (select 1 from project_files where id = known.file_id and path = known.path) end
                """)
        delete = try db.cachedStatement(
            sql: """
                delete from workspace_files where workspace_id = ? and path = ? and not exists (
                  select 1 from project_files row
                  where row.id = file_id and row.path = workspace_files.path and row.version = workspace_files.version)
                """)
    }

    func record(_ file: SyncedFile) throws {
        try insert.execute(arguments: [
            workspace.text, file.path.text, file.fileID?.text, file.version, file.stat.sizeBytes,
            file.stat.modifiedNanoseconds, Int64(bitPattern: file.stat.inode), Int64(bitPattern: file.stat.hash),
        ])
    }

    func forget(_ path: ProjectPath) throws {
        try delete.execute(arguments: [workspace.text, path.text])
    }
}

extension UnsyncedRow {
    fileprivate init(changed row: Row) throws {
        let agreed = try row.optionalInteger("agreed_version").map { try SyncedFile(row: row, version: $0) }
        self.init(agreed: agreed, row: try ProjectFileInfo(row: row))
    }
}

extension SyncedFile {
    init(row: Row) throws {
        try self.init(row: row, version: row.integer("version"))
    }

    fileprivate init(row: Row, version: Int) throws {
        let identity = try row.optionalText("file_id")
        self.init(
            path: try row.path("path"), fileID: identity.flatMap(RowID.init), version: version,
            stat: FileStat(
                sizeBytes: try row.integer64("size_bytes"), modifiedNanoseconds: try row.integer64("modified_ns"),
                inode: UInt64(bitPattern: try row.integer64("inode")),
                hash: UInt64(bitPattern: try row.integer64("hash"))))
    }
}
