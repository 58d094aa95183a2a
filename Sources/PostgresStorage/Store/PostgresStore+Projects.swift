import Models
import Storage

extension PostgresStore {
    package func project(_ id: RowID, as caller: Caller) async throws(StoreError) -> Project {
        try await ask("select \(Project.columns) from public.projects where id = $1", [id.text], as: caller) {
            guard let row = $0.first else { throw StoreError.noProject(id) }
            return try Project(row: row)
        }
    }

    package func projects(as caller: Caller) async throws(StoreError) -> [Project] {
        try await ask("select \(Project.columns) from public.projects order by ordinal desc", as: caller) {
            try $0.rows.map(Project.init(row:))
        }
    }

    package func projects(
        withPrefix prefix: String, limit: Int, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await identities(from: "projects", startingWith: prefix, limit, as: caller)
    }

    package func createProject(_ project: NewProject, as caller: Caller) async throws(StoreError) -> Project {
        try caller.authorize(.insert, .projects, ownedBy: project.userID)
        try StoreError.refuseNUL(in: ["title": project.title, "description": project.description])
        try Values.check(json: [
            "requirements_spec": project.requirementsSpec, "architecture_spec": project.architectureSpec,
        ])
        try Values.check(texts: project.techStack, "tech_stack")
        return try await tell(
            """
            insert into public.projects (id, user_id, title, description, mode, status, requirements_spec,
              architecture_spec, tech_stack)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning \(Project.columns)
            """,
            [
                project.id.text, project.userID.text, project.title, project.description, project.mode.rawValue,
                project.status.rawValue, project.requirementsSpec?.text, project.architectureSpec?.text,
                Values.array(project.techStack),
            ], as: caller
        ) { try Project(row: $0.only("project")) }
    }

    package func updateProject(
        _ id: RowID, _ update: ProjectUpdate, as caller: Caller
    ) async throws(StoreError) -> Project {
        try caller.authorize(.update, .projects)
        try StoreError.refuseNUL(in: ["title": update.title, "description": update.description ?? nil])
        try Values.check(json: [
            "requirements_spec": update.requirementsSpec ?? nil, "architecture_spec": update.architectureSpec ?? nil,
        ])
        try Values.check(texts: update.techStack ?? nil, "tech_stack")
        var assignments = Assignments(after: [id.text])
        assignments.set("title", to: update.title.map(Optional.some))
        assignments.set("description", to: update.description)
        assignments.set("mode", to: update.mode.map { .some($0.rawValue) })
        assignments.set("status", to: update.status.map { .some($0.rawValue) })
        assignments.set("requirements_spec", to: update.requirementsSpec.map { $0?.text })
        assignments.set("architecture_spec", to: update.architectureSpec.map { $0?.text })
        assignments.set("tech_stack", to: update.techStack.map(Values.array))
        if assignments.isEmpty { return try await project(id, as: caller) }
        return try await tell(
            "update public.projects set \(assignments.sql) where id = $1 returning \(Project.columns)",
            assignments.values, as: caller
        ) {
            guard let row = $0.first else { throw StoreError.noProject(id) }
            return try Project(row: row)
        }
    }

    package func deleteProject(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .projects)
        try await tell("delete from public.projects where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noProject(id) }
        }
    }

    func identities(
        from table: String, startingWith prefix: String, _ limit: Int, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        guard let range = PostgresRow.identities(startingWith: prefix) else { return [] }
        return try await ask(
            "select id from public.\(table) where id between $1 and $2 order by id limit $3",
            [range.first, range.last, String(limit)], as: caller
        ) { try $0.rows.map { try $0.id("id") } }
    }
}

/// Hides what is in a project from a caller who may not see it.
enum ProjectCheck {
    static func statement(_ project: RowID) -> PostgresStatement {
        PostgresStatement("select id from public.projects where id = $1", [project.text])
    }

    static func require(_ result: PostgresResult, _ project: RowID) throws(StoreError) {
        guard result.rowCount > 0 else { throw .noProject(project) }
    }

    static func requireInsert(
        _ result: PostgresResult, _ table: StoreTable, into project: RowID, as caller: Caller
    ) throws(StoreError) {
        guard result.rowCount == 0 else { return }
        throw caller == .service ? .noProject(project) : .forbidden(action: .insert, table: table)
    }
}

extension Transaction {
    /// Hides a project, and with it everything in it, from a caller who may not see it.
    func requireProject(_ project: RowID) throws {
        let check = ProjectCheck.statement(project)
        try ProjectCheck.require(query(check.sql, check.values), project)
    }

    /// Refuses to add a row to a project that the caller doesn't own; for the service, to one that doesn't exist.
    func requireInsert(_ table: StoreTable, into project: RowID, as caller: Caller) throws {
        let check = ProjectCheck.statement(project)
        try ProjectCheck.requireInsert(query(check.sql, check.values), table, into: project, as: caller)
    }
}

extension Project {
    fileprivate static let columns = """
        id, user_id, title, description, mode, status, requirements_spec, architecture_spec,
        to_json(tech_stack) as tech_stack, created_at, updated_at
        """

    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), userID: try row.id("user_id"), title: try row.text("title"),
            description: try row.optionalText("description"), mode: try row.choice("mode"),
            status: try row.choice("status"), requirementsSpec: try row.json("requirements_spec"),
            architectureSpec: try row.json("architecture_spec"), techStack: try row.texts("tech_stack"),
            createdAt: try row.time("created_at"), updatedAt: try row.time("updated_at"))
    }
}
