import Models
import Storage

extension PostgresStore {
    package func roadmap(_ id: RowID, as caller: Caller) async throws(StoreError) -> RoadmapRow {
        try await ask("\(RoadmapRow.select) where id = $1", [id.text], as: caller) {
            try RoadmapRow(of: $0, id)
        }
    }

    package func roadmaps(of project: RowID, as caller: Caller) async throws(StoreError) -> [RoadmapRow] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement("\(RoadmapRow.select) where project_id = $1 order by ordinal desc", [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(RoadmapRow.init(row:))
        }
    }

    package func createRoadmap(
        modules: JSONText, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow {
        try caller.authorize(.insert, .learningRoadmaps)
        try Values.check(json: ["modules": modules])
        return try await write(as: caller) { transaction in
            try transaction.requireInsert(.learningRoadmaps, into: project, as: caller)
            let result = try transaction.query(
                """
                insert into public.learning_roadmaps (id, project_id, modules) values ($1, $2, $3)
                returning \(RoadmapRow.columns)
                """, [RowID.random().text, project.text, modules.text])
            return try RoadmapRow(row: result.only("roadmap"))
        }
    }

    package func updateRoadmap(
        _ id: RowID, modules: JSONText?, currentStepIndex: Int?, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow {
        try caller.authorize(.update, .learningRoadmaps)
        try Values.check(json: ["modules": modules])
        return try await write(as: caller) { try Self.update(id, modules, currentStepIndex, $0) }
    }

    package func changeRoadmap(
        _ id: RowID, as caller: Caller, _ change: @escaping @Sendable (inout RoadmapRow) -> Void
    ) async throws(StoreError) -> RoadmapRow {
        try caller.authorize(.update, .learningRoadmaps)
        return try await write(as: caller) { transaction in
            var row = try RoadmapRow(
                of: transaction.query("\(RoadmapRow.select) where id = $1 for update", [id.text]), id)
            change(&row)
            try Values.check(json: ["modules": row.modules])
            return try Self.update(id, row.modules, row.currentStepIndex, transaction)
        }
    }

    package func deleteRoadmap(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .learningRoadmaps)
        try await tell("delete from public.learning_roadmaps where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("roadmap", id) }
        }
    }

    private static func update(
        _ id: RowID, _ modules: JSONText?, _ currentStepIndex: Int?, _ transaction: Transaction
    ) throws -> RoadmapRow {
        var assignments = Assignments(after: [id.text])
        assignments.set("modules", to: modules.map { .some($0.text) })
        assignments.set("current_step_index", to: currentStepIndex.map { .some(String($0)) })
        let sql =
            assignments.isEmpty
            ? "\(RoadmapRow.select) where id = $1"
            : """
            update public.learning_roadmaps set \(assignments.sql) where id = $1 returning \(RoadmapRow.columns)
            """
        return try RoadmapRow(of: transaction.query(sql, assignments.values), id)
    }
}

extension RoadmapRow {
    fileprivate static let columns = "id, project_id, modules, current_step_index, created_at"
    fileprivate static let select = "select \(columns) from public.learning_roadmaps"

    fileprivate init(of result: PostgresResult, _ id: RowID) throws {
        guard let row = result.first else { throw StoreError.noRow("roadmap", id) }
        try self.init(row: row)
    }

    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), modules: JSONText(try row.text("modules")),
            currentStepIndex: try row.integer("current_step_index"), createdAt: try row.time("created_at"))
    }
}
