import GRDB
import Models
import Storage

extension SQLiteStore {
    package func project(_ id: RowID, as caller: Caller) async throws(StoreError) -> Project {
        try await read { db in try Self.project(id, as: caller, db) }
    }

    package func projects(as caller: Caller) async throws(StoreError) -> [Project] {
        try await read { db in
            let condition = caller.admits(.select, .projects)
            let query: SQL = "select * from projects where \(condition) order by rowid desc"
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(Project.init(row:))
        }
    }

    package func projects(
        withPrefix prefix: String, limit: Int, as caller: Caller
    ) async throws(StoreError) -> [RowID] {
        try await read { db in
            try Self.identities(from: "projects", startingWith: prefix, limit, caller.admits(.select, .projects), db)
        }
    }

    package func createProject(_ project: NewProject, as caller: Caller) async throws(StoreError) -> Project {
        try await write { db in
            try caller.authorize(.insert, .projects, ownedBy: project.userID)
            try Self.insert(project, db)
            return try Self.project(project.id, as: caller, db)
        }
    }

    package func updateProject(
        _ id: RowID, _ update: ProjectUpdate, as caller: Caller
    ) async throws(StoreError) -> Project {
        try await write { db in
            try caller.authorize(.update, .projects)
            try StoreError.refuseNUL(in: [
                "title": update.title, "description": update.description ?? nil,
                "requirements_spec": update.requirementsSpec??.text,
                "architecture_spec": update.architectureSpec??.text,
            ])
            var assignments = Assignments()
            assignments.set("title", to: update.title.map(Optional.some))
            assignments.set("description", to: update.description)
            assignments.set("mode", to: update.mode.map { .some($0.rawValue) })
            assignments.set("status", to: update.status.map { .some($0.rawValue) })
            assignments.set("requirements_spec", to: update.requirementsSpec.map { $0?.text })
            assignments.set("architecture_spec", to: update.architectureSpec.map { $0?.text })
            assignments.set("tech_stack", to: update.techStack.map(TextArray.encode))
            try assignments.update(
                "projects", where: "id = \(id.text) and \(caller.admits(.update, .projects))", db)
            return try Self.project(id, as: caller, db)
        }
    }

    package func deleteProject(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .projects)
            try db.execute(
                literal: "delete from projects where id = \(id.text) and \(caller.admits(.delete, .projects))")
            guard db.changesCount > 0 else { throw StoreError.noProject(id) }
        }
    }
}

extension SQLiteStore {
    static func project(_ id: RowID, as caller: Caller, _ db: Database) throws -> Project {
        let condition = caller.admits(.select, .projects)
        let request = SQLRequest<Row>(literal: "select * from projects where id = \(id.text) and \(condition)")
        guard let row = try request.fetchOne(db) else { throw StoreError.noProject(id) }
        return try Project(row: row)
    }

    static func insert(_ project: NewProject, _ db: Database) throws {
        try StoreError.refuseNUL(in: [
            "title": project.title, "description": project.description,
            "requirements_spec": project.requirementsSpec?.text, "architecture_spec": project.architectureSpec?.text,
        ])
        try db.execute(
            literal: """
                insert into projects (id, user_id, title, description, mode, status, requirements_spec,
                  architecture_spec, tech_stack)
                values (\(project.id.text), \(project.userID.text), \(project.title), \(project.description),
                  \(project.mode.rawValue), \(project.status.rawValue), \(project.requirementsSpec?.text),
                  \(project.architectureSpec?.text), \(TextArray.encode(project.techStack)))
                """)
    }
}

extension Project {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"), userID: try row.id("user_id"), title: try row.text("title"),
            description: try row.optionalText("description"), mode: try row.choice("mode"),
            status: try row.choice("status"),
            requirementsSpec: try row.json("requirements_spec"), architectureSpec: try row.json("architecture_spec"),
            techStack: try row.texts("tech_stack"), createdAt: try row.time("created_at"),
            updatedAt: try row.time("updated_at"))
    }
}
