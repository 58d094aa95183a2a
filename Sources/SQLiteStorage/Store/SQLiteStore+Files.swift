import GRDB
import Models
import Storage

extension SQLiteStore {
    package func file(
        _ path: ProjectPath, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFile {
        try await read { db in
            try Self.file("project_id = \(project.text) and path = \(path.text)", named: path.text, as: caller, db)
        }
    }

    package func file(_ id: RowID, as caller: Caller) async throws(StoreError) -> ProjectFile {
        try await read { db in try Self.file("id = \(id.text)", named: id.text, as: caller, db) }
    }

    package func files(in project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectFileInfo] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = "\(listed) where project_id = \(project.text) order by path"
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(ProjectFileInfo.init(row:))
        }
    }

    package func files(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<ProjectFileInfo> {
        try Paging.check(limit: limit, offset: offset)
        return try await read { db in
            try caller.requireProject(project, db)
            let count: SQL = "select count(*) from project_files where project_id = \(project.text)"
            let total = try SQLRequest<Int>(literal: count).fetchOne(db) ?? 0
            let query: SQL = """
                \(listed) where project_id = \(project.text) order by path limit \(limit) offset \(offset)
                """
            let items = try SQLRequest<Row>(literal: query).fetchAll(db).map(ProjectFileInfo.init(row:))
            return Page(items: items, total: total, hasMore: offset + items.count < total)
        }
    }

    package func contents(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFile] {
        try await read { db in
            try caller.requireProject(project, db)
            let statement = try db.cachedStatement(sql: "select * from project_files where project_id = ? and path = ?")
            return try paths.compactMap { path in
                try Row.fetchOne(statement, arguments: [project.text, path.text]).map(ProjectFile.init(row:))
            }
        }
    }

    package func sizes(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectPath: Int] {
        try await read { db in
            try caller.requireProject(project, db)
            let statement = try db.cachedStatement(
                sql: "select length(cast(content as blob)) from project_files where project_id = ? and path = ?")
            var sizes: [ProjectPath: Int] = [:]
            for path in paths {
                sizes[path] = try Row.fetchOne(statement, arguments: [project.text, path.text]).map { $0[0] ?? 0 }
            }
            return sizes
        }
    }

    package func renameFile(
        _ path: ProjectPath, to newPath: ProjectPath, expectedVersion: Int, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFileInfo {
        try await write { db in
            try caller.authorize(.update, .projectFiles)
            var info = try Self.info(path, in: project, as: caller, db)
            try info.expect(expectedVersion)
            if let other = try? Self.info(newPath, in: project, as: caller, db), other.id != info.id {
                throw StoreError.conflict(.version(path: newPath.text, expected: nil, current: other.version))
            }
            guard newPath != path else { return info }
            try db.execute(
                literal: """
                    update project_files set path = \(newPath.text), version = 1 + max(version, coalesce((
                        select gone.version from removed_files gone
                        where gone.project_id = project_files.project_id and gone.path = \(newPath.text)), 0)),
                      updated_at = \(sql: Schema.now)
                    where id = \(info.id.text)
                    """)
            info = try Self.info(newPath, in: project, as: caller, db)
            return info
        }
    }

    package func deleteFile(
        _ path: ProjectPath, expectedVersion: Int?, in project: RowID, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .projectFiles)
            let info = try Self.info(path, in: project, as: caller, db)
            if let expectedVersion { try info.expect(expectedVersion) }
            try db.execute(literal: "delete from project_files where id = \(info.id.text)")
        }
    }
}

extension SQLiteStore {
    private static func file(
        _ identity: SQL, named name: String, as caller: Caller, _ db: Database
    ) throws -> ProjectFile {
        let query: SQL = "select * from project_files where \(identity) and \(caller.admits(.select, .projectFiles))"
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else { throw StoreError.noRow("file", name) }
        return try ProjectFile(row: row)
    }

    private static func info(
        _ path: ProjectPath, in project: RowID, as caller: Caller, _ db: Database
    ) throws -> ProjectFileInfo {
        let query: SQL = """
            \(listed) where project_id = \(project.text) and path = \(path.text)
              and \(caller.admits(.select, .projectFiles))
            """
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else {
            throw StoreError.noRow("file", path.text)
        }
        return try ProjectFileInfo(row: row)
    }
}

/// Every column but the content, all of them in the index `project_files_list`.
private let listed: SQL =
    "select id, project_id, path, language, version, created_at, updated_at from project_files"

extension ProjectFileInfo {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), path: try row.path("path"),
            language: try row.optionalText("language"), version: try row.integer("version"),
            createdAt: try row.time("created_at"),
            updatedAt: try row.time("updated_at"))
    }

    fileprivate func expect(_ expected: Int) throws(StoreError) {
        guard version == expected else {
            throw .conflict(.version(path: path.text, expected: expected, current: version))
        }
    }
}

extension ProjectFile {
    fileprivate init(row: Row) throws {
        self.init(info: try ProjectFileInfo(row: row), content: try row.optionalText("content") ?? "")
    }
}
