import GRDB
import Models
import Testing

@testable import Storage

/// What the database itself refuses and does, whoever writes to it.
@Suite struct SchemaTests {
    @Test(arguments: [
        "update profiles set skill_level = 'expert'",
        "update profiles set id = 'A0000000-0000-4000-8000-000000000001'",
        "update projects set mode = 'teacher'",
        "update projects set status = 'done'",
        "update projects set requirements_spec = '{'",
        "update projects set architecture_spec = 'x'",
        "update projects set tech_stack = '{}'",
        "update projects set title = null",
        "update projects set user_id = '00000000-0000-4000-8000-000000000009'",
        "update projects set created_at = '2026-01-15 10:30:00'",
        "update project_files set path = '/etc/passwd'",
        "update project_files set path = '../x'",
        "update project_files set path = 'a//b'",
        "update project_files set version = 0",
        "update project_files set content = x'00'",
        "insert into project_files (project_id, path) select project_id, path from project_files",
        "update agent_jobs set status = 'paused'",
        "update agent_jobs set progress = 101",
        "update agent_jobs set progress = -1",
        "update agent_jobs set result = '{'",
        "update agent_jobs set input_context = '[]'",
        "update agent_jobs set attempts = 4",
        "update agent_jobs set lease_expires_at = '2026-01-15T10:30:00.000Z'",
        "update learning_roadmaps set modules = '{}'",
        "update learning_roadmaps set current_step_index = -1",
        "update daily_sessions set transcript = '{}'",
        "update daily_sessions set duration_minutes = -1",
        "update pattern_embeddings set embedding = x'0000'",
        "update pattern_embeddings set success_score = 1.5",
    ])
    func `the database refuses`(statement: String) async throws {
        let queue = try await database()
        await #expect(throws: DatabaseError.self) { try await queue.write { try $0.execute(sql: statement) } }
    }

    @Test(arguments: AgentJob.Status.allCases, AgentJob.Status.allCases)
    func `a job moves only as it may`(from: AgentJob.Status, to: AgentJob.Status) async throws {
        let queue = try await database()
        try await queue.write { db in
            try db.execute(sql: "delete from agent_jobs")
            try db.execute(
                literal: """
                    insert into agent_jobs (id, project_id, user_id, agent_type, status, questions)
                    select \(RowID.random().text), id, user_id, 'qa', \(from.rawValue), '[]' from projects
                    """)
        }
        let isLegal = from == to || from.successors.contains(to)
        var isRefused = false
        do {
            try await queue.write { try $0.execute(literal: "update agent_jobs set status = \(to.rawValue)") }
        } catch is DatabaseError {
            isRefused = true
        }
        #expect(isRefused != isLegal)
        let row = try queue.read { try Row.fetchOne($0, sql: "select * from agent_jobs") }
        guard isLegal, from != to else { return }
        #expect((row?["started_at"] as String? != nil) == (to == .running))
        #expect((row?["completed_at"] as String? != nil) == to.isTerminal)
    }

    @Test(arguments: ["profiles", "projects", "project_files"])
    func `a change by anybody moves updated_at`(table: String) async throws {
        let queue = try await database()
        let past = "2020-01-01T00:00:00.000Z"
        let times = try queue.write { db in
            try db.execute(literal: "update \(sql: table) set updated_at = \(past), created_at = \(past)")
            let column = table == "projects" ? "title" : table == "profiles" ? "full_name" : "content"
            try db.execute(literal: "update \(sql: table) set \(sql: column) = 'changed'")
            return try Row.fetchOne(db, sql: "select updated_at, created_at from \(table)")
        }
        #expect(
            (times?["updated_at"] as String?).flatMap(Timestamp.init).map { $0 > Timestamp(milliseconds: 0) } == true)
        #expect(times?["updated_at"] as String? != past && times?["created_at"] as String? == past)
    }

    @Test func `rows without an identity get a version 4 UUID and the present time`() async throws {
        let queue = try await database()
        let row = try queue.write { db in
            try db.execute(sql: "insert into projects (user_id, title, mode) select id, 't', 'builder' from profiles")
            return try Row.fetchOne(db, sql: "select * from projects where title = 't'")
        }
        let id: String = try #require(row?["id"])
        #expect(RowID(id)?.text == id && Array(id)[14] == "4" && "89ab".contains(Array(id)[19]))
        let created = (row?["created_at"] as String?).flatMap(Timestamp.init)
        #expect(abs((created?.milliseconds ?? 0) - Timestamp.now().milliseconds) < 60_000)
        #expect(row?["status"] as String? == "planning")
    }

    @Test func `changes beyond the kept ones are trimmed, and a listener that missed some is told by its end`()
        async throws
    {
        let store = try SQLiteStore.inMemory()
        let owner = try await store.localUser().id
        let changes = try await store.changes(as: .service)
        try await store.database.write { db in
            // Behind the store's back, so that nobody is told until the next commit.
            for _ in 0..<3 {
                try db.execute(
                    literal: """
                        insert into change_log (table_name, operation, row_id, project_id, owner_id)
                        values ('projects', 'update', \(owner.text), \(owner.text), \(owner.text))
                        """)
            }
            try db.execute(sql: "delete from change_log where sequence < 3")
        }
        _ = try await store.createProject(NewProject(userID: owner, title: "Next"), as: .user(owner))
        var seen = 0
        for await _ in changes { seen += 1 }
        #expect(seen == 0)
    }

    /// One row in each table.
    private func database() async throws -> any DatabaseWriter {
        let store = try SQLiteStore.inMemory()
        let owner = try await store.localUser().id
        let project = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner)).id
        _ = try await store.saveFile(
            FileSave(path: path("a.ts"), content: "a", language: nil, base: .absent), in: project, as: .service)
        _ = try await store.submitJob(
            NewJob(projectID: project, userID: owner, agentType: "qa", inputContext: JSONText("{}")), as: .service)
        _ = try await store.createRoadmap(modules: JSONText("[]"), in: project, as: .service)
        _ = try await store.createSession(transcript: nil, conceptsCovered: nil, in: project, as: .service)
        try await store.savePatterns([NewPattern(projectType: "saas", embedding: nil)], as: .service)
        return store.database
    }
}
