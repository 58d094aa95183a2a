import Models
import Storage

extension PostgresStore {
    package func file(
        _ path: ProjectPath, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFile {
        try await ask(
            "\(ProjectFile.select) where project_id = $1 and path = $2", [project.text, path.text], as: caller
        ) { try ProjectFile(of: $0, path.text) }
    }

    package func file(_ id: RowID, as caller: Caller) async throws(StoreError) -> ProjectFile {
        try await ask("\(ProjectFile.select) where id = $1", [id.text], as: caller) {
            try ProjectFile(of: $0, id.text)
        }
    }

    package func files(in project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectFileInfo] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement("\(ProjectFileInfo.select) where project_id = $1 order by path", [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(ProjectFileInfo.init(row:))
        }
    }

    package func files(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<ProjectFileInfo> {
        try Paging.check(limit: limit, offset: offset)
        return try await read(as: caller) { transaction in
            try transaction.requireProject(project)
            let count = try transaction.query(
                "select count(*) as total from public.project_files where project_id = $1", [project.text])
            let total = try count.first?.integer("total") ?? 0
            let items = try transaction.query(
                "\(ProjectFileInfo.select) where project_id = $1 order by path limit $2 offset $3",
                [project.text, String(limit), String(offset)]
            ).rows.map(ProjectFileInfo.init(row:))
            return Page(items: items, total: total, hasMore: offset + items.count < total)
        }
    }

    package func files(
        in project: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo] {
        // Everything below `a/b` sorts between `a/b/` and `a/b0`, the character after the slash being `0`.
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    \(ProjectFileInfo.select) f where project_id = $1 and exists (
                      select 1 from unnest($2::text[]) wanted(path)
                      where f.path = wanted.path or (f.path > wanted.path || '/' and f.path < wanted.path || '0'))
                    order by f.path
                    """, [project.text, Values.array(paths.map(\.text))]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(ProjectFileInfo.init(row:))
        }
    }

    package func contents(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFile] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    "\(ProjectFile.select) where project_id = $1 and path = any($2::text[])",
                    [project.text, Values.array(paths.map(\.text))]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            let files = try results[1].rows.map(ProjectFile.init(row:))
            let known = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            return paths.compactMap { known[$0] }
        }
    }

    package func sizes(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectPath: Int] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    """
                    select path, coalesce(octet_length(content), 0) as size from public.project_files
                    where project_id = $1 and path = any($2::text[])
                    """, [project.text, Values.array(paths.map(\.text))]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try Dictionary(results[1].rows.map { (try $0.path("path"), try $0.integer("size")) }) { $1 }
        }
    }

    package func renameFile(
        _ path: ProjectPath, to newPath: ProjectPath, expectedVersion: Int, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFileInfo {
        try caller.authorize(.update, .projectFiles)
        return try await write(as: caller) { transaction in
            guard let info = try transaction.info(path, in: project, locking: true) else {
                throw StoreError.noRow("file", path.text)
            }
            try info.expect(expectedVersion)
            if let other = try transaction.info(newPath, in: project, locking: false), other.id != info.id {
                throw StoreError.conflict(.version(path: newPath.text, expected: nil, current: other.version))
            }
            guard newPath != path else { return info }
            let result = try transaction.query(
                """
                update public.project_files f set path = $2, version = 1 + greatest(version, (
                  select gone.version from public.removed_files gone
                  where gone.project_id = f.project_id and gone.path = $2))
                where id = $1 returning \(ProjectFileInfo.columns)
                """, [info.id.text, newPath.text])
            return try ProjectFileInfo(row: result.only("file"))
        }
    }

    package func deleteFile(
        _ path: ProjectPath, expectedVersion: Int?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.delete, .projectFiles)
        try await write(as: caller) { transaction in
            guard let info = try transaction.info(path, in: project, locking: true) else {
                throw StoreError.noRow("file", path.text)
            }
            if let expectedVersion { try info.expect(expectedVersion) }
            try transaction.query("delete from public.project_files where id = $1", [info.id.text])
        }
    }

    package func deleteFiles(
        _ files: [(path: ProjectPath, version: Int)], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID?] {
        try caller.authorize(.delete, .projectFiles)
        return try await write(as: caller) { transaction in
            try transaction.requireProject(project)
            return try files.map { file in
                try transaction.query(
                    """
                    delete from public.project_files where project_id = $1 and path = $2 and version = $3
                    returning id
                    """, [project.text, file.path.text, String(file.version)]
                ).first?.id("id")
            }
        }
    }
}

extension Transaction {
    fileprivate func info(_ path: ProjectPath, in project: RowID, locking: Bool) throws -> ProjectFileInfo? {
        try query(
            """
            \(ProjectFileInfo.select) where project_id = $1 and path = $2\(locking ? " for update" : "")
            """, [project.text, path.text]
        ).first.map(ProjectFileInfo.init(row:))
    }
}

extension ProjectFileInfo {
    static let columns = "id, project_id, path, language, version, created_at, updated_at"
    fileprivate static let select = "select \(columns) from public.project_files"

    init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), path: try row.path("path"),
            language: try row.optionalText("language"), version: try row.integer("version"),
            createdAt: try row.time("created_at"), updatedAt: try row.time("updated_at"))
    }

    fileprivate func expect(_ expected: Int) throws(StoreError) {
        guard version == expected else {
            throw .conflict(.version(path: path.text, expected: expected, current: version))
        }
    }
}

extension ProjectFile {
    fileprivate static let select = "select \(ProjectFileInfo.columns), content from public.project_files"

    fileprivate init(of result: PostgresResult, _ name: String) throws {
        guard let row = result.first else { throw StoreError.noRow("file", name) }
        try self.init(row: row)
    }

    init(row: PostgresRow) throws {
        self.init(info: try ProjectFileInfo(row: row), content: try row.optionalText("content") ?? "")
    }
}
