import GRDB
import Models
import Storage

/// Rows at paths and below the folders of that name: what one save is about, in a project of any size.
extension SQLiteStore {
    package func files(
        in project: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo] {
        try await read { db in
            try caller.requireProject(project, db)
            let columns = "id, project_id, path, language, version, created_at, updated_at"
            let rows = try Self.rows(columns, from: "project_files", where: "project_id", is: project, below: paths, db)
            return try rows.map(ProjectFileInfo.init(row:))
        }
    }

    package func syncedFiles(
        in workspace: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [SyncedFile] {
        try await read { db in
            try Self.requireWorkspace(workspace, as: caller, db)
            let columns = """
                path, (select id from project_files where id = file_id) as file_id, version, size_bytes, modified_ns,
                inode, hash
                """
            let rows = try Self.rows(
                columns, from: "workspace_files", where: "workspace_id", is: workspace, below: paths, db)
            return try rows.map(SyncedFile.init(row:))
        }
    }

    package func deleteFiles(
        _ files: [(path: ProjectPath, version: Int)], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID?] {
        try await write { db in
            try caller.authorize(.delete, .projectFiles)
            try caller.requireProject(project, db)
            let statement = try db.cachedStatement(
                sql: "delete from project_files where project_id = ? and path = ? and version = ? returning id")
            return try files.map { file in
                let arguments: StatementArguments = [project.text, file.path.text, file.version]
                return try String.fetchAll(statement, arguments: arguments).first.flatMap { RowID($0) }
            }
        }
    }

    /// The rows of one owner whose paths are given or begin with a given one and a slash; each once, in order.
    private static func rows(
        _ columns: String, from table: String, where owner: String, is id: RowID, below paths: [ProjectPath],
        _ db: Database
    ) throws -> [Row] {
        // Everything below `a/b` sorts between `a/b/` and `a/b0`, the character after the slash being `0`.
        let statement = try db.cachedStatement(
            sql: """
                select \(columns) from \(table) where \(owner) = ? and path = ?
                union all
                select \(columns) from \(table) where \(owner) = ? and path > ? and path < ?
                """)
        var rows: [ProjectPath: Row] = [:]
        for path in Set(paths) {
            let text = path.text
            let arguments: StatementArguments = [id.text, text, id.text, "\(text)/", "\(text)0"]
            for row in try Row.fetchAll(statement, arguments: arguments) { rows[try row.path("path")] = row }
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }
}
