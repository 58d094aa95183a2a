import GRDB
import Models
import Storage

extension SQLiteStore {
    package func members(of project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectMember] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select * from project_members where project_id = \(project.text) order by created_at, user_id
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(ProjectMember.init(row:))
        }
    }

    package func addMember(
        _ user: RowID, to project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectMember {
        try await write { db in
            try caller.authorize(.update, .projects)
            let row = try Self.project(project, as: caller, db)
            try caller.requireOwner(row.userID)
            guard row.userID != user else { throw StoreError.ownerIsNoMember }
            let known: SQL = "select 1 from profiles where id = \(user.text)"
            guard try SQLRequest<Int>(literal: known).fetchOne(db) != nil else {
                throw StoreError.noRow("profile", user)
            }
            try db.execute(
                literal: """
                    insert into project_members (project_id, user_id, added_by)
                    values (\(project.text), \(user.text), \(caller.userID?.text)) on conflict do nothing
                    """)
            let query: SQL = """
                select * from project_members where project_id = \(project.text) and user_id = \(user.text)
                """
            guard let member = try SQLRequest<Row>(literal: query).fetchOne(db) else {
                throw StoreError.noRow("member", user)
            }
            return try ProjectMember(row: member)
        }
    }

    package func removeMember(_ user: RowID, from project: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .projects)
            let row = try Self.project(project, as: caller, db)
            if caller.userID != user { try caller.requireOwner(row.userID) }
            try db.execute(
                literal: """
                    delete from project_members where project_id = \(project.text) and user_id = \(user.text)
                    """)
            guard db.changesCount > 0 else { throw StoreError.noRow("member", user) }
        }
    }

    /// A file knows no addresses.
    package func user(withEmail address: String, as caller: Caller) async throws(StoreError) -> RowID? { nil }
}

extension ProjectMember {
    fileprivate init(row: Row) throws {
        self.init(
            projectID: try row.id("project_id"), userID: try row.id("user_id"),
            addedBy: try row.optionalText("added_by").flatMap(RowID.init), createdAt: try row.time("created_at"))
    }
}
