import Models
import Storage

extension PostgresStore {
    package func members(of project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectMember] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement(
                    "\(ProjectMember.select) where project_id = $1 order by created_at, user_id", [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(ProjectMember.init(row:))
        }
    }

    package func addMember(
        _ user: RowID, to project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectMember {
        try caller.authorize(.update, .projects)
        do {
            return try await write(as: caller) { transaction in
                let owner = try Self.owner(of: project, transaction)
                try caller.requireOwner(owner)
                guard owner != user else { throw StoreError.ownerIsNoMember }
                try transaction.query(
                    """
                    insert into public.project_members (project_id, user_id, added_by) values ($1, $2, $3)
                    on conflict do nothing
                    """, [project.text, user.text, caller.userID?.text])
                let result = try transaction.query(
                    "\(ProjectMember.select) where project_id = $1 and user_id = $2", [project.text, user.text])
                return try ProjectMember(row: result.only("member"))
            }
        } catch {
            throw error.naming("profile", user.text)
        }
    }

    package func removeMember(_ user: RowID, from project: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.update, .projects)
        try await write(as: caller) { transaction in
            let owner = try Self.owner(of: project, transaction)
            if caller.userID != user { try caller.requireOwner(owner) }
            let result = try transaction.query(
                "delete from public.project_members where project_id = $1 and user_id = $2", [project.text, user.text])
            guard result.changedRows > 0 else { throw StoreError.noRow("member", user) }
        }
    }

    package func user(withEmail address: String, as caller: Caller) async throws(StoreError) -> RowID? {
        guard caller == .service else { throw .forbidden(action: .select, table: .profiles) }
        try StoreError.refuseNUL(in: ["email": address])
        return try await ask(
            "select id from auth.users where lower(email) = lower($1)", [address], as: caller
        ) { try $0.first?.id("id") }
    }

    private static func owner(of project: RowID, _ transaction: Transaction) throws -> RowID {
        let result = try transaction.query("select user_id from public.projects where id = $1", [project.text])
        guard let row = result.first else { throw StoreError.noProject(project) }
        return try row.id("user_id")
    }
}

extension ProjectMember {
    fileprivate static let select = "select project_id, user_id, added_by, created_at from public.project_members"

    fileprivate init(row: PostgresRow) throws {
        self.init(
            projectID: try row.id("project_id"), userID: try row.id("user_id"),
            addedBy: try row.optionalText("added_by").flatMap(RowID.init), createdAt: try row.time("created_at"))
    }
}
