import GRDB
import Models
import TestSupport
import Testing

import Storage
@testable import SQLiteStorage

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
        "update agent_jobs set lease_ends_at = 1",
        "update learning_roadmaps set modules = '{}'",
        "update learning_roadmaps set current_step_index = -1",
        "update daily_sessions set transcript = '{}'",
        "update daily_sessions set duration_minutes = -1",
        "update pattern_embeddings set embedding = x'0000'",
        "update pattern_embeddings set success_score = 1.5",
        // What could be stored and never read again.
        "update projects set tech_stack = '[\"a\",1]'",
        "update daily_sessions set concepts_covered = '[null]'",
        "update profiles set created_at = '2026-02-30T00:00:00.000Z'",
        "update projects set updated_at = '2026-13-01T00:00:00.000Z'",
        "update project_files set created_at = '2026-01-01T24:00:00.000Z'",
        "update agent_jobs set completed_at = '2026-01-01T00:60:00.000Z'",
        "update learning_roadmaps set created_at = '9999-99-99T99:99:99.999Z'",
        "insert into daily_sessions (project_id, created_at) select id, '2026-02-29T00:00:00.000Z' from projects",
        "update project_files set path = 'C:/x'",
        "update project_files set path = 'a/.git/config'",
        "update project_files set path = '.codeforge/x'",
        "update project_files set path = 'a' || char(10) || 'b'",
        "insert into project_files (project_id, path) select id, 'a/.. ./b' from projects",
        "update project_files set version = 7; update project_files set version = 6",
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
        #expect((row?["started_at"] as String? == nil) == (from == .queued && to == .cancelled))
        #expect((row?["completed_at"] as String? != nil) == to.isTerminal)
    }

    @Test(arguments: AgentJob.Status.allCases.filter { $0 != .queued })
    func `a job does not begin again by way of a column's default`(from: AgentJob.Status) async throws {
        let queue = try await database()
        try await queue.write { db in
            try db.execute(
                literal: """
                    insert into agent_jobs (id, project_id, user_id, agent_type, status, questions)
                    select \(RowID.random().text), id, user_id, 'qa', \(from.rawValue), '[]' from projects
                    """)
        }
        await #expect(throws: DatabaseError.self) {
            try await queue.write { db in
                try db.execute(
                    literal: "update or replace agent_jobs set status = null where status = \(from.rawValue)")
            }
        }
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

    @Test func `the database and the program accept the same paths`() async throws {
        let queue = try await database()
        var random = SeededRandom(seed: 4)
        let pieces = [
            "a", "b.ts", ".", "..", "/", "/", "\\", " ", ".git", ".GIT", "git~1", ".codeforge", ".CodeForge", "C:", "é",
            "\u{7F}", "\u{85}", "\u{A0}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\n", "\"", "'", "*", "[",
            "]",
            String(repeating: "n", count: 255), "😀", "%", "-", "_",
        ]
        let texts = (0..<5000).map { _ in
            (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let disagreed = try await queue.write { db in
            texts.filter { text in
                let isAccepted = (try? db.execute(literal: "update project_files set path = \(text)")) != nil
                return isAccepted != ((try? ProjectPath(validating: text)) != nil)
            }
        }
        #expect(disagreed.prefix(20).map(\.debugDescription) == [])
    }

    @Test func `a change of content by a writer that knows nothing of versions makes the next version`() async throws {
        let queue = try await database()
        let versions = try await queue.write { db in
            try [
                "update project_files set content = 'new'", "update project_files set content = 'new'",
                "update project_files set content = 'newer', version = version + 1",
            ].map { sql in
                try db.execute(sql: sql)
                return try Int.fetchOne(db, sql: "select version from project_files")
            }
        }
        #expect(versions == [2, 2, 3])
    }

    @Test(arguments: AgentJob.Status.allCases)
    func `a job that is added in any state has the times of that state`(status: AgentJob.Status) async throws {
        let queue = try await database()
        let row = try queue.write { db in
            try db.execute(
                literal: """
                    insert into agent_jobs (project_id, user_id, agent_type, status)
                    select id, user_id, 'added', \(status.rawValue) from projects
                    """)
            return try Row.fetchOne(db, sql: "select * from agent_jobs where agent_type = 'added'")
        }
        #expect((row?["started_at"] as String? != nil) == (status != .queued && status != .cancelled))
        #expect((row?["completed_at"] as String? != nil) == status.isTerminal)
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
