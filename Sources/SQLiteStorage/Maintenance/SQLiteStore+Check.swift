import GRDB
import Models
import Storage

extension SQLiteStore {
    /// What is wrong with the database in a file; nothing is written, and nothing stays beside it.
    ///
    /// An older version's schema is brought up to date first; of a file that can't be written, in a copy.
    package static func problems(inFile path: String) async throws(StoreError) -> [String] {
        do {
            let damage = try damage(inFile: path)
            guard damage.isEmpty else { return damage }
            let store = try SQLiteStore(reading: path)
            defer { store.close() }
            return try await store.problems()
        } catch .unavailable(let reason) {
            guard case .corrupt = reason else { throw .unavailable(reason) }
            return ["Damage: \(reason)"]
        }
    }

    /// The damage of a file that could be made worse; of others only a copy is opened.
    private static func damage(inFile path: String) throws(StoreError) -> [String] {
        do {
            return try SQLiteFile.reading(path, DatabaseCheck.damage)
        } catch {
            guard case .unavailable(let reason) = error, reason.hindersWriting else { throw error }
            return []
        }
    }

    /// What is wrong with the database, a sentence each; empty when all is well.
    ///
    /// Looks at every page: takes seconds for a large database. Writes nothing.
    package func problems() async throws(StoreError) -> [String] {
        let expected = try SQLiteStore.inMemory()
        defer { expected.close() }
        let schema = try await expected.read(DatabaseCheck.schema)
        return try await read { db in
            let parts = [
                DatabaseCheck.damage, DatabaseCheck.orphans, { try DatabaseCheck.schemaProblems($0, schema) },
                DatabaseCheck.policyProblems, DatabaseCheck.ownershipProblems, DatabaseCheck.jobProblems,
            ]
            let problems = parts.flatMap { DatabaseCheck.problems(in: db, found: $0) }
            // A damaged page is met by several parts.
            return problems.indices.filter { !problems[..<$0].contains(problems[$0]) }.map { problems[$0] }
        }
    }
}

private enum DatabaseCheck {
    /// What a part of the check finds, or that it could not read the file: then the other parts still may.
    static func problems(in db: Database, found: (Database) throws -> [String]) -> [String] {
        do {
            return try found(db)
        } catch let error as DatabaseError {
            return ["Damage: \(error.message ?? "SQLite code \(error.extendedResultCode.rawValue)")."]
        } catch {
            return ["Damage: \(error)"]
        }
    }

    static func damage(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "pragma integrity_check(20)").filter { $0 != "ok" }.map { "Damage: \($0)." }
    }

    /// Rows that refer to rows that don't exist.
    static func orphans(_ db: Database) throws -> [String] {
        try Row.fetchAll(db, sql: "pragma foreign_key_check").prefix(20).map { row in
            let number = try row.optionalInteger("rowid").map(String.init) ?? "?"
            return "Orphan: row \(number) of \(try row.text("table")) refers to a missing row of "
                + "\(try row.text("parent"))."
        }
    }

    /// The text of every table, index and trigger, by name.
    static func schema(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "select name, sql from sqlite_master where sql is not null")
        // In a damaged file one name can come twice.
        return Dictionary(try rows.map { (try $0.text("name"), try $0.text("sql")) }) { "\($0)\n\($1)" }
    }

    /// Where checks, triggers or indexes are not those that the migrations make.
    static func schemaProblems(_ db: Database, _ expected: [String: String]) throws -> [String] {
        let found = try schema(db)
        let changed = expected.keys.filter { found[$0] != expected[$0] }.sorted()
        let added = found.keys.filter { expected[$0] == nil && !$0.hasPrefix("sqlite_") }.sorted()
        return changed.map { "Schema: \($0) is missing or was changed." }
            + added.map { "Schema: \($0) is not of this program." }
    }

    /// Where the policies that are written down are not those that the store follows.
    static func policyProblems(_ db: Database) throws -> [String] {
        var recorded: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "select * from row_policies") {
            recorded["\(try row.text("table_name")) \(try row.text("operation"))"] = try row.text("rule")
        }
        return StoreTable.allCases.flatMap { table in
            StoreError.Action.allCases.compactMap { action in
                let name = "\(table.rawValue) \(action.rawValue)"
                let policy = Policy.admittingUsers(to: action, table)?.rawValue
                return recorded[name] == policy
                    ? nil : "Policy: \(name) is '\(recorded[name] ?? "none")' instead of '\(policy ?? "none")'."
            }
        }
    }

    /// Rows whose user neither owns nor shares their project, so that two people would see parts of one thing.
    static func ownershipProblems(_ db: Database) throws -> [String] {
        try ["agent_jobs", "workspaces"].flatMap { table in
            try Row.fetchAll(
                db,
                sql: """
                    select \(table).id from \(table) join projects on projects.id = project_id
                    where \(table).user_id <> projects.user_id and not exists (
                      select 1 from project_members m
                      where m.project_id = \(table).project_id and m.user_id = \(table).user_id)
                    limit 20
                    """
            ).map { "Policy: \(table) \(try $0.text("id")) belongs to a user who does not share its project." }
        }
    }

    /// Jobs whose columns or events contradict their state.
    static func jobProblems(_ db: Database) throws -> [String] {
        try Row.fetchAll(
            db,
            sql: """
                select id from agent_jobs job where
                  (status = 'queued' and started_at is not null)
                  or (status not in ('queued', 'cancelled') and started_at is null)
                  or (status in ('completed', 'failed', 'cancelled')) <> (completed_at is not null)
                  or (status = 'completed') <> (result is not null)
                  or (status = 'failed') <> (error is not null)
                  or status <> 'running' and lease_owner is not null
                  or status = 'waiting_for_input' and questions is null
                  or (select event from agent_job_events where job_id = job.id order by sequence desc limit 1)
                    is not case status when 'queued' then null when 'completed' then 'complete'
                      when 'failed' then 'error' when 'waiting_for_input' then 'waiting'
                      when 'cancelled' then 'cancelled' else 'progress' end
                limit 20
                """
        ).map { "Job: the columns or events of \(try $0.text("id")) contradict its status." }
    }
}
