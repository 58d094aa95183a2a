import GRDB
import Models
import Storage

extension SQLiteStore {
    package func openWorkspace(
        folder: String, identity: String?, title: String, mode: Project.Mode, as caller: Caller
    ) async throws(StoreError) -> Workspace {
        let user = try Self.owner(caller)
        if let workspace = try await workspace(folder: folder, as: caller) { return workspace }
        return try await write { db in
            // Another process may have been faster.
            if let workspace = try Self.workspace(folder: folder, of: user, db) { return workspace }
            let project = NewProject(userID: user, title: title, mode: mode)
            try Self.insert(project, db)
            return try Self.link(folder, identity, to: project.id, of: user, db)
        }
    }

    package func workspace(identity: String, as caller: Caller) async throws(StoreError) -> Workspace? {
        guard let user = caller.userID else { return nil }
        return try await read { db in
            let query: SQL = """
                select * from workspaces where user_id = \(user.text) and identity = \(identity)
                order by rowid desc limit 1
                """
            return try SQLRequest<Row>(literal: query).fetchOne(db).map(Workspace.init(row:))
        }
    }

    package func moveWorkspace(
        _ id: RowID, to folder: String, identity: String?, as caller: Caller
    ) async throws(StoreError) -> Workspace {
        let user = try Self.owner(caller)
        return try await write { db in
            try StoreError.refuseNUL(in: ["folder": folder])
            if let other = try Self.workspace(folder: folder, of: user, db), other.id != id {
                try Self.setAside(other.id, of: user, db)
            }
            // Files that a job wrote are taken back where they are now.
            try db.execute(
                literal: """
                    update job_files set folder = \(folder)
                    from workspaces old
                    where old.id = \(id.text) and old.user_id = \(user.text)
                      and job_files.project_id = old.project_id and job_files.folder = old.folder
                    """)
            let query: SQL = """
                update workspaces set folder = \(folder), identity = \(identity)
                where id = \(id.text) and user_id = \(user.text) returning *
                """
            guard let row = try SQLRequest<Row>(literal: query).fetchAll(db).first else {
                throw StoreError.noRow("workspace", id)
            }
            return try Workspace(row: row)
        }
    }

    package func setWorkspaceAside(_ id: RowID, as caller: Caller) async throws(StoreError) {
        let user = try Self.owner(caller)
        try await write { db in try Self.setAside(id, of: user, db) }
    }

    package func workspace(folder: String, as caller: Caller) async throws(StoreError) -> Workspace? {
        guard let user = caller.userID else { return nil }
        return try await read { db in try Self.workspace(folder: folder, of: user, db) }
    }

    package func workspaces(of project: RowID, as caller: Caller) async throws(StoreError) -> [Workspace] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = "select * from workspaces where project_id = \(project.text) order by rowid"
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(Workspace.init(row:))
        }
    }

    package func linkWorkspace(
        folder: String, to project: RowID, as caller: Caller
    ) async throws(StoreError) -> Workspace {
        let user = try Self.owner(caller)
        return try await write { db in
            try caller.requireProject(project, db)
            if let current = try Self.workspace(folder: folder, of: user, db), current.projectID == project {
                return current
            }
            // What was synchronised belongs to the old link and goes with it.
            try db.execute(literal: "delete from workspaces where user_id = \(user.text) and folder = \(folder)")
            return try Self.link(folder, nil, to: project, of: user, db)
        }
    }
}

extension SQLiteStore {
    /// Hides a workspace from a caller who may not see its project.
    static func requireWorkspace(_ id: RowID, as caller: Caller, _ db: Database) throws {
        let query: SQL = """
            select 1 from workspaces where id = \(id.text)
              and project_id in (select id from projects where \(caller.admits(.select, .projects)))
            """
        guard try SQLRequest<Int>(literal: query).fetchOne(db) != nil else { throw StoreError.noRow("workspace", id) }
    }

    /// Whose folder it is: a link belongs to a user, so that nobody else can make one.
    private static func owner(_ caller: Caller) throws(StoreError) -> RowID {
        guard let user = caller.userID else { throw .forbidden(action: .insert, table: .projects) }
        return user
    }

    private static func workspace(folder: String, of user: RowID, _ db: Database) throws -> Workspace? {
        let query: SQL = "select * from workspaces where user_id = \(user.text) and folder = \(folder)"
        return try SQLRequest<Row>(literal: query).fetchOne(db).map(Workspace.init(row:))
    }

    /// The path below which no folder stands: what was linked is kept, and found by its identity.
    private static func setAside(_ id: RowID, of user: RowID, _ db: Database) throws {
        try db.execute(
            literal: """
                update workspaces set folder = folder || '/.codeforge/was/' || id
                where id = \(id.text) and user_id = \(user.text) and folder not like '%/.codeforge/was/%'
                """)
    }

    private static func link(
        _ folder: String, _ identity: String?, to project: RowID, of user: RowID, _ db: Database
    ) throws -> Workspace {
        try StoreError.refuseNUL(in: ["folder": folder])
        let query: SQL = """
            insert into workspaces (user_id, project_id, folder, identity)
            values (\(user.text), \(project.text), \(folder), \(identity)) returning *
            """
        guard let row = try SQLRequest<Row>(literal: query).fetchAll(db).first else {
            throw StoreError.unavailable(.failed(reason: "a folder was not linked"))
        }
        return try Workspace(row: row)
    }
}

extension Workspace {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"), userID: try row.id("user_id"), projectID: try row.id("project_id"),
            folder: try row.text("folder"), identity: try row.optionalText("identity"),
            createdAt: try row.time("created_at"))
    }
}
