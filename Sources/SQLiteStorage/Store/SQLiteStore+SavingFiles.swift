import GRDB
import Models
import Storage

extension SQLiteStore {
    package func saveFile(
        _ save: FileSave, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFileInfo {
        try await write { db in
            try caller.authorizeInsert(.projectFiles, into: project, db)
            switch try FileSaving(db, project: project).save(save) {
            case .saved(let info), .unchanged(let info): return info
            case .conflict(let current):
                let expected: Int? = if case .version(let version) = save.base { version } else { nil }
                throw StoreError.conflict(
                    .version(path: save.path.text, expected: expected, current: current?.version))
            }
        }
    }

    package func saveFiles(
        _ saves: [FileSave], in project: RowID, workspace: RowID?, as caller: Caller
    ) async throws(StoreError) -> [FileSaveOutcome] {
        try await write { db in
            try caller.authorizeInsert(.projectFiles, into: project, db)
            let saving = try FileSaving(db, project: project)
            let outcomes = try saves.map(saving.save)
            if let workspace {
                try Self.requireWorkspace(workspace, as: caller, db)
                let recording = try SyncRecording(db, workspace: workspace)
                for (save, outcome) in zip(saves, outcomes) {
                    guard let stat = save.stat, let info = outcome.agreed else { continue }
                    try recording.record(
                        SyncedFile(path: info.path, fileID: info.id, version: info.version, stat: stat))
                }
            }
            return outcomes
        }
    }
}

extension FileSaveOutcome {
    /// The row that now holds what was to be saved.
    fileprivate var agreed: ProjectFileInfo? {
        switch self {
        case .saved(let info), .unchanged(let info): info
        case .conflict: nil
        }
    }
}

/// Saves files of one project within a transaction, with statements compiled once.
private struct FileSaving {
    private let project: RowID
    private let find: Statement
    private let insert: Statement
    private let update: Statement

    init(_ db: Database, project: RowID) throws {
        self.project = project
        find = try db.cachedStatement(
            sql: """
                select id, project_id, path, language, version, created_at, updated_at, content from project_files
                where project_id = ? and path = ?
                """)
        insert = try db.cachedStatement(
            sql: """
                insert into project_files (id, project_id, path, language, content, version)
                values (?1, ?2, ?3, ?4, ?5, 1 + coalesce((
                  select version from removed_files where project_id = ?2 and path = ?3), 0))
                returning id, project_id, path, language, version, created_at, updated_at
                """)
        update = try db.cachedStatement(
            sql: """
                update project_files set language = ?, content = ?, version = version + 1, updated_at = \(Schema.now)
                where id = ?
                returning id, project_id, path, language, version, created_at, updated_at
                """)
    }

    func save(_ save: FileSave) throws -> FileSaveOutcome {
        try StoreError.refuseNUL(in: ["content": save.content, "language": save.language])
        let row = try Row.fetchOne(find, arguments: [project.text, save.path.text])
        guard let row else {
            if case .version = save.base { return .conflict(current: nil) }
            return .saved(
                try run(
                    insert,
                    [RowID.random().text, project.text, save.path.text, save.language, save.content]))
        }
        let current = try ProjectFileInfo(row: row)
        // The same text is no change, whatever it was written against.
        let held = try row.optionalText("content")
        if current.language == save.language, held.map({ $0.utf8.elementsEqual(save.content.utf8) }) == true {
            return .unchanged(current)
        }
        switch save.base {
        case .any: break
        case .version(let version) where version == current.version: break
        case .version, .absent: return .conflict(current: current)
        }
        return .saved(try run(update, [save.language, save.content, current.id.text]))
    }

    private func run(_ statement: Statement, _ arguments: StatementArguments) throws -> ProjectFileInfo {
        // All rows are asked for, as a statement with `returning` ends its work with its last step.
        guard let row = try Row.fetchAll(statement, arguments: arguments).first else {
            throw StoreError.unavailable(.failed(reason: "a file was not saved"))
        }
        return try ProjectFileInfo(row: row)
    }
}
