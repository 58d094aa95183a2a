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
        let paths = saves.map(\.path)
        let first = FileSaving.finding(paths.prefix(FileSaving.batch), in: project)
        let opening = [ProjectCheck.statement(project), first]
        return try await write(opening: opening, as: caller) { transaction, opened in
            try ProjectCheck.requireInsert(opened[0], .projectFiles, into: project, as: caller)
            var saving = FileSaving(transaction, project: project)
            try saving.note(opened[1])
            try saving.find(Array(paths.dropFirst(FileSaving.batch)))
            return try saving.save(saves)
        }
    }
}

/// Saves files of one project within a transaction.
private struct FileSaving {
    private let transaction: Transaction
    private let project: RowID
    /// The rows as they are now, locked until the end.
    private var known: [ProjectPath: ProjectFile] = [:]

    /// Rows that are asked for or written at a time.
    static let batch = 500

    init(_ transaction: Transaction, project: RowID) {
        (self.transaction, self.project) = (transaction, project)
    }

    mutating func find(_ paths: [ProjectPath]) throws {
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let statement = Self.finding(paths[start..<min(start + Self.batch, paths.count)], in: project)
            try note(transaction.query(statement.sql, statement.values))
        }
    }

    /// Finds rows and locks them; at most a batch.
    static func finding(_ paths: ArraySlice<ProjectPath>, in project: RowID) -> PostgresStatement {
        PostgresStatement(
            """
            select \(ProjectFileInfo.columns), content from public.project_files
            where project_id = $1 and path = any($2::text[]) order by path for update
            """, [project.text, Values.array(paths.map(\.text))])
    }

    /// Takes note of rows that were found.
    mutating func note(_ result: PostgresResult) throws {
        for row in result.rows {
            let file = try ProjectFile(row: row)
            known[file.path] = file
        }
    }

    /// Files that are named once are written together; a path that comes again waits for what came of it before.
    mutating func save(_ saves: [FileSave]) throws -> [FileSaveOutcome] {
        var outcomes: [FileSaveOutcome] = []
        var rest = saves[...]
        while !rest.isEmpty {
            var paths: Set<ProjectPath> = []
            let part = Array(rest.prefix { paths.count < Self.batch && paths.insert($0.path).inserted })
            rest.removeFirst(part.count)
            outcomes += try saveOnce(part)
        }
        return outcomes
    }

    private enum Step {
        case insert
        case update(RowID)
        case done(FileSaveOutcome)
    }

    private mutating func saveOnce(_ saves: [FileSave]) throws -> [FileSaveOutcome] {
        let steps = saves.map(step)
        var written: [ProjectPath: ProjectFileInfo] = [:]
        try insert(zip(saves, steps).compactMap { if case .insert = $1 { $0 } else { nil } }, &written)
        try update(zip(saves, steps).compactMap { if case .update(let id) = $1 { (id, $0) } else { nil } }, &written)
        for save in saves {
            if let info = written[save.path] { known[save.path] = ProjectFile(info: info, content: save.content) }
        }
        let missed = zip(saves, steps).compactMap { save, step -> FileSave? in
            if case .insert = step, written[save.path] == nil { save } else { nil }
        }
        // Somebody else made these meanwhile.
        try find(missed.map(\.path))
        let again = missed.filter { known[$0.path] != nil }
        let found = Dictionary(zip(again.map(\.path), again.isEmpty ? [] : try saveOnce(again))) { $1 }
        return zip(saves, steps).map { save, step in
            if case .done(let outcome) = step { return outcome }
            return written[save.path].map(FileSaveOutcome.saved) ?? found[save.path] ?? .conflict(current: nil)
        }
    }

    private func step(_ save: FileSave) -> Step {
        guard let file = known[save.path] else {
            if case .version = save.base { return .done(.conflict(current: nil)) }
            return .insert
        }
        // The same text is no change, whatever it was written against.
        if file.info.language == save.language, file.content.utf8.elementsEqual(save.content.utf8) {
            return .done(.unchanged(file.info))
        }
        switch save.base {
        case .any: return .update(file.id)
        case .version(let version) where version == file.version: return .update(file.id)
        case .version, .absent: return .done(.conflict(current: file.info))
        }
    }

    private func insert(_ saves: [FileSave], _ written: inout [ProjectPath: ProjectFileInfo]) throws {
        guard !saves.isEmpty else { return }
        let result = try transaction.query(
            """
            insert into public.project_files (id, project_id, path, language, content, version)
            select new.id, $1, new.path, nullif(new.language, ''), new.content, coalesce(gone.version, 0) + 1
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as new(id, path, language, content)
            left join public.removed_files gone on gone.project_id = $1 and gone.path = new.path
            on conflict (project_id, path) do nothing returning \(ProjectFileInfo.columns)
            """,
            [
                project.text, Values.array(saves.map { _ in RowID.random().text }),
                Values.array(saves.map(\.path.text)), Values.array(saves.map { $0.language ?? "" }),
                Values.array(saves.map(\.content)),
            ])
        for row in result.rows {
            let info = try ProjectFileInfo(row: row)
            written[info.path] = info
        }
    }

    private func update(_ saves: [(RowID, FileSave)], _ written: inout [ProjectPath: ProjectFileInfo]) throws {
        guard !saves.isEmpty else { return }
        let result = try transaction.query(
            """
            update public.project_files f set language = nullif(new.language, ''), content = new.content,
              version = version + 1
            from unnest($1::uuid[], $2::text[], $3::text[]) as new(id, language, content) where f.id = new.id
            returning f.id, f.project_id, f.path, f.language, f.version, f.created_at, f.updated_at
            """,
            [
                Values.array(saves.map(\.0.text)), Values.array(saves.map { $0.1.language ?? "" }),
                Values.array(saves.map(\.1.content)),
            ])
        for row in result.rows {
            let info = try ProjectFileInfo(row: row)
            written[info.path] = info
        }
    }
}
