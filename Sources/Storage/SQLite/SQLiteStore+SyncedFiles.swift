import GRDB
import Models

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
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(SyncedFile.init(row:))
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
struct SyncRecording {
    private let workspace: RowID
    private let insert: Statement
    private let delete: Statement

    init(_ db: Database, workspace: RowID) throws {
        self.workspace = workspace
        insert = try db.cachedStatement(
            sql: """
                insert or replace into workspace_files
                  (workspace_id, path, file_id, version, size_bytes, modified_ns, inode, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        delete = try db.cachedStatement(sql: "delete from workspace_files where workspace_id = ? and path = ?")
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

extension SyncedFile {
    init(row: Row) throws {
        let identity: String? = row["file_id"]
        self.init(
            path: try row.path("path"), fileID: identity.flatMap(RowID.init), version: try row.integer("version"),
            stat: FileStat(
                sizeBytes: row["size_bytes"], modifiedNanoseconds: row["modified_ns"],
                inode: UInt64(bitPattern: row["inode"]), hash: UInt64(bitPattern: row["hash"])))
    }
}
