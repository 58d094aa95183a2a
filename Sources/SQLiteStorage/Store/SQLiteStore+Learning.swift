import GRDB
import Models
import Storage

extension SQLiteStore {
    package func roadmap(_ id: RowID, as caller: Caller) async throws(StoreError) -> RoadmapRow {
        try await read { db in try Self.roadmap(id, as: caller, db) }
    }

    package func roadmaps(of project: RowID, as caller: Caller) async throws(StoreError) -> [RoadmapRow] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select * from learning_roadmaps where project_id = \(project.text)
                order by rowid desc
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(RoadmapRow.init(row:))
        }
    }

    package func createRoadmap(
        modules: JSONText, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow {
        let id = RowID.random()
        return try await write { db in
            try caller.authorizeInsert(.learningRoadmaps, into: project, db)
            try StoreError.refuseNUL(in: ["modules": modules.text])
            try db.execute(
                literal: """
                    insert into learning_roadmaps (id, project_id, modules)
                    values (\(id.text), \(project.text), \(modules.text))
                    """)
            return try Self.roadmap(id, as: caller, db)
        }
    }

    package func updateRoadmap(
        _ id: RowID, modules: JSONText?, currentStepIndex: Int?, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow {
        try await write { db in
            try caller.authorize(.update, .learningRoadmaps)
            return try Self.update(id, modules, currentStepIndex, as: caller, db)
        }
    }

    package func changeRoadmap(
        _ id: RowID, as caller: Caller, _ change: @escaping @Sendable (inout RoadmapRow) -> Void
    ) async throws(StoreError) -> RoadmapRow {
        try await write { db in
            try caller.authorize(.update, .learningRoadmaps)
            var row = try Self.roadmap(id, as: caller, db)
            change(&row)
            return try Self.update(id, row.modules, row.currentStepIndex, as: caller, db)
        }
    }

    private static func update(
        _ id: RowID, _ modules: JSONText?, _ currentStepIndex: Int?, as caller: Caller, _ db: Database
    ) throws -> RoadmapRow {
        try StoreError.refuseNUL(in: ["modules": modules?.text])
        var assignments = Assignments()
        assignments.set("modules", to: modules.map { .some($0.text) })
        assignments.set("current_step_index", to: currentStepIndex)
        try assignments.update(
            "learning_roadmaps", where: "id = \(id.text) and \(caller.admits(.update, .learningRoadmaps))", db)
        return try roadmap(id, as: caller, db)
    }

    package func deleteRoadmap(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .learningRoadmaps)
            let condition = caller.admits(.delete, .learningRoadmaps)
            try db.execute(literal: "delete from learning_roadmaps where id = \(id.text) and \(condition)")
            guard db.changesCount > 0 else { throw StoreError.noRow("roadmap", id) }
        }
    }

    private static func roadmap(_ id: RowID, as caller: Caller, _ db: Database) throws -> RoadmapRow {
        let condition = caller.admits(.select, .learningRoadmaps)
        let query: SQL = "select * from learning_roadmaps where id = \(id.text) and \(condition)"
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else {
            throw StoreError.noRow("roadmap", id)
        }
        return try RoadmapRow(row: row)
    }
}

extension RoadmapRow {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), modules: JSONText(try row.text("modules")),
            currentStepIndex: try row.integer("current_step_index"), createdAt: try row.time("created_at"))
    }
}
