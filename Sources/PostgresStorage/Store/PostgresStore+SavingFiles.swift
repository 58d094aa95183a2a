import Models
import Storage

extension PostgresStore {
    package func saveFile(
        _ save: FileSave, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFileInfo {
        let outcomes = try await saveFiles([save], in: project, workspace: nil, as: caller)
        switch outcomes.first {
        case .saved(let info), .unchanged(let info): return info
        case .conflict(let current):
            let expected: Int? = if case .version(let version) = save.base { version } else { nil }
            throw .conflict(.version(path: save.path.text, expected: expected, current: current?.version))
        case nil: throw .unavailable(.failed(reason: "a file was not saved"))
        }
    }

    package func saveFiles(
        _ saves: [FileSave], in project: RowID, workspace: RowID?, as caller: Caller
    ) async throws(StoreError) -> [FileSaveOutcome] {
        try caller.authorize(.insert, .projectFiles)
        guard workspace == nil else {
            _ = try onThisMachine()
            return []
        }
        for save in saves { try StoreError.refuseNUL(in: ["content": save.content, "language": save.language]) }
        return try await write(as: caller) { transaction in
            try transaction.requireInsert(.projectFiles, into: project, as: caller)
            var saving = FileSaving(transaction, project: project)
            try saving.find(saves.map(\.path))
            return try saves.map { try saving.save($0) }
        }
    }
}

/// Saves files of one project within a transaction.
private struct FileSaving {
    private let transaction: Transaction
    private let project: RowID
    /// The rows as they are now, locked until the end.
    private var known: [ProjectPath: ProjectFile] = [:]

    /// Rows that are asked for at a time.
    private static let batch = 500

    init(_ transaction: Transaction, project: RowID) {
        (self.transaction, self.project) = (transaction, project)
    }

    mutating func find(_ paths: [ProjectPath]) throws {
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let part = paths[start..<min(start + Self.batch, paths.count)]
            let rows = try transaction.query(
                """
                select \(ProjectFileInfo.columns), content from public.project_files
                where project_id = $1 and path = any($2::text[]) order by path for update
                """, [project.text, Values.array(part.map(\.text))]
            ).rows
            for row in rows {
                let file = try ProjectFile(row: row)
                known[file.path] = file
            }
        }
    }

    mutating func save(_ save: FileSave) throws -> FileSaveOutcome {
        guard let file = known[save.path] else {
            if case .version = save.base { return .conflict(current: nil) }
            if let info = try insert(save) { return .saved(keep(info, save)) }
            // Somebody else made the file meanwhile.
            try find([save.path])
            return known[save.path] == nil ? .conflict(current: nil) : try self.save(save)
        }
        // The same text is no change, whatever it was written against.
        if file.info.language == save.language, file.content.utf8.elementsEqual(save.content.utf8) {
            return .unchanged(file.info)
        }
        switch save.base {
        case .any: break
        case .version(let version) where version == file.version: break
        case .version, .absent: return .conflict(current: file.info)
        }
        let result = try transaction.query(
            """
            update public.project_files set language = $2, content = $3, version = version + 1 where id = $1
            returning \(ProjectFileInfo.columns)
            """, [file.id.text, save.language, save.content])
        return .saved(keep(try ProjectFileInfo(row: result.only("file")), save))
    }

    private func insert(_ save: FileSave) throws -> ProjectFileInfo? {
        try transaction.query(
            """
            insert into public.project_files (id, project_id, path, language, content) values ($1, $2, $3, $4, $5)
            on conflict (project_id, path) do nothing returning \(ProjectFileInfo.columns)
            """, [RowID.random().text, project.text, save.path.text, save.language, save.content]
        ).first.map(ProjectFileInfo.init(row:))
    }

    private mutating func keep(_ info: ProjectFileInfo, _ save: FileSave) -> ProjectFileInfo {
        known[save.path] = ProjectFile(info: info, content: save.content)
        return info
    }
}
