import Foundation
import GRDB
import Models
import Synchronization
import Testing

import Storage
@testable import SQLiteStorage

@Suite struct MaintenanceTests {
    @Test func `an export read into another database gives the same rows, seen by its own user`() async throws {
        let (source, owner, project) = try await filled()
        let lines = try await export(source)
        let target = try SQLiteStore(path: TemporaryFolder().path("store.db"))
        let user = try await target.localUser().id
        #expect(user != owner)

        let first = try await importing(lines, into: target)
        #expect(first.added == lines.count - 2 && first.present == 1, "all but the header and the user's own profile")
        let copy = try await target.project(project, as: .user(user))
        var original = try await source.project(project, as: .user(owner))
        original.userID = user
        #expect(copy == original)
        #expect(
            try await target.files(in: project, as: .user(user)) == source.files(in: project, as: .user(owner)))
        let jobs = try await target.jobs(in: project, limit: 10, offset: 0, as: .user(user)).items
        let sourceJobs = try await source.jobs(in: project, limit: 10, offset: 0, as: .user(owner)).items
        #expect(jobs.map(\.result) == sourceJobs.map(\.result) && jobs.map(\.status) == sourceJobs.map(\.status))
        for job in jobs {
            #expect(
                try await target.events(of: job.id, after: 0, as: .user(user)).map(\.data)
                    == source.events(of: job.id, after: 0, as: .user(owner)).map(\.data))
        }
        let vector = Array(repeating: Float(0.25), count: 1536)
        #expect(
            try await target.matchPatterns(vector, count: 5, type: nil, as: .user(user))
                == source.matchPatterns(vector, count: 5, type: nil, as: .user(owner)))
        #expect(try await target.problems() == [])

        let again = try await importing(lines, into: target)
        #expect(again.added == 0 && again.present == lines.count - 1)
    }

    @Test func `an import is all or nothing, and names the line that is wrong`() async throws {
        let (source, _, _) = try await filled()
        let lines = try await export(source)
        let wrong = [
            "not JSON", "{}", #"{"table":"sqlite_master","row":{}}"#, #"{"table":"projects","row":{"nonsense":1}}"#,
            #"{"table":"projects","row":{"id) values (1); --":1}}"#,
            #"{"table":"projects","row":{"id":"x","user_id":"y","title":"t","mode":"builder"}}"#,
            #"{"table":"profiles","row":{"id":true}}"#, #"{"table":"projects","row":{}}"#,
        ]
        for line in wrong {
            let target = try SQLiteStore.inMemory()
            let error = await error { () async throws(StoreError) in
                _ = try await importing(lines + [line], into: target)
            }
            guard case .invalidInput(let field, _) = error else {
                return #expect(Bool(false), "\(line): \(String(describing: error))")
            }
            #expect(field == "Line \(lines.count + 1)")
            #expect(try await target.projects(as: .service).isEmpty)
        }
        let newer = await error { () async throws(StoreError) in
            _ = try await importing([#"{"codeforge":{"schema":99}}"#], into: SQLiteStore.inMemory())
        }
        #expect(newer?.description == "Line 1 is of a newer CodeForge (schema 99, this one knows \(Migration.latest)).")
    }

    @Test func `dismissals of an older export that name no file are taken`() async throws {
        let (source, _, project) = try await filled()
        var lines = try await export(source)
        lines[0] = #"{"codeforge":{"schema":11}}"#
        lines.append(
            """
            {"table":"dismissed_findings","row":{"project_id":"\(project)","identity":"g","rule_id":"r","path":null}}
            """)
        let target = try SQLiteStore.inMemory()
        _ = try await importing(lines, into: target)
        let dismissed = try await target.dismissedFindings(in: project, as: .service)
        #expect(dismissed.contains { $0.identity == "g" && $0.path == nil })
    }

    @Test func `an export with a row that belongs to nothing is refused with its table`() async throws {
        let target = try SQLiteStore.inMemory()
        let error = await error { () async throws(StoreError) in
            _ = try await importing(
                [
                    #"{"codeforge":{"schema":1,"rows":1}}"#,
                    """
                    {"table":"project_files","row":{"project_id":"\(RowID.random())","path":"a.ts","content":""}}
                    """,
                ], into: target)
        }
        #expect(
            error?.description
                == "The export has a row of project_files that refers to a missing row of projects. Nothing was added.")
    }

    @Test func `an export that was cut off is refused, wherever`() async throws {
        let (source, _, _) = try await filled()
        let lines = try await export(source)
        for count in 1..<lines.count {
            let target = try SQLiteStore.inMemory()
            let error = await error { () async throws(StoreError) in
                _ = try await importing(Array(lines.prefix(count)), into: target)
            }
            #expect(
                error?.description
                    == "The export is not whole: \(count - 1) rows of \(lines.count - 1). Nothing was added.")
            #expect(try await target.profiles(as: .service).isEmpty)
        }
    }

    @Test func `a backup is a whole database, and never replaces a file`() async throws {
        let (source, owner, project) = try await filled()
        let copy = try TemporaryFolder().path("backup.db")
        try await source.backup(to: copy)
        let restored = try SQLiteStore(path: copy)
        #expect(try await restored.problems() == [])
        #expect(
            try await restored.project(project, as: .user(owner)) == source.project(project, as: .user(owner)))
        #expect(
            await error { () async throws(StoreError) in try await source.backup(to: copy) }
                == .conflict(.duplicate(field: "The file", value: copy)))
    }

    @Test(arguments: [
        ("drop trigger agent_jobs_transition", "Schema: agent_jobs_transition is missing or was changed."),
        ("create table extra (a)", "Schema: extra is not of this program."),
        (
            "update row_policies set rule = 'authenticated' where table_name = 'projects' and operation = 'select'",
            "Policy: projects select is 'authenticated' instead of 'own row'."
        ),
        (
            "insert into row_policies values ('profiles', 'delete', 'own row')",
            "Policy: profiles delete is 'own row' instead of 'none'."
        ),
    ])
    func `the check tells what somebody changed`(sql: String, problem: String) async throws {
        let (store, _, _) = try await filled()
        try await store.database.write { try $0.execute(sql: sql) }
        #expect(try await store.problems() == [problem])
    }

    @Test func `the check tells orphan rows, foreign jobs and impossible states`() async throws {
        let (store, _, project) = try await filled()
        let other = try await store.createProfile(NewProfile(), as: .service).id
        let job = try await store.submitJob(
            NewJob(projectID: project, userID: other, agentType: "qa", inputContext: JSONText("{}")), as: .service)
        try await store.database.writeWithoutTransaction { db in
            try db.execute(sql: "pragma foreign_keys = off")
            try db.execute(
                literal: """
                    insert into project_files (project_id, path) values (\(RowID.random().text), 'a.ts');
                    update agent_jobs set started_at = created_at where id = \(job.id.text);
                    """)
        }
        let problems = try await store.problems()
        #expect(problems.count == 3)
        #expect(problems.contains { $0.hasPrefix("Orphan: ") && $0.hasSuffix("refers to a missing row of projects.") })
        #expect(problems.contains("Policy: agent_jobs \(job.id) belongs to a user who does not share its project."))
        #expect(problems.contains("Job: the columns or events of \(job.id) contradict its status."))
    }

    /// A store of a local user with rows in every table.
    private func filled() async throws -> (store: SQLiteStore, owner: RowID, project: RowID) {
        let store = try SQLiteStore(path: TemporaryFolder().path("store.db"))
        let owner = try await store.localUser().id
        let me = Caller.user(owner)
        let project = try await store.createProject(
            NewProject(userID: owner, title: "Wälks\n\"", requirementsSpec: JSONText("{}"), techStack: ["a"]), as: me
        ).id
        for name in ["a.ts", "b/c.ts"] {
            _ = try await store.saveFile(
                FileSave(path: path(name), content: "\u{1F415}\t\(name)", language: "typescript", base: .absent),
                in: project, as: me)
        }
        for number in 0..<2 {
            _ = try await store.submitJob(
                NewJob(projectID: project, userID: owner, agentType: "qa", inputContext: JSONText("{}")), as: .service)
            let job = try #require(try await store.claimJob(worker: "w", lease: .seconds(1), as: .service))
            if number == 0 {
                _ = try await store.completeJob(job.id, worker: "w", result: JSONText("[1.5]"), as: .service)
            }
        }
        _ = try await store.createRoadmap(modules: JSONText("[]"), in: project, as: me)
        _ = try await store.createSession(transcript: nil, conceptsCovered: ["x"], in: project, as: me)
        let vector = (0..<1536).map { Float($0) / 7 - 100 }
        try await store.savePatterns(
            [NewPattern(projectType: "saas", embedding: vector, successScore: 0.1)], as: .service)
        try await store.dismissFinding(identity: "f", ruleID: "r", path: nil, in: project, as: me)
        try await store.setProjectValue(JSONText("{\"a\":1}"), for: "k", in: project, as: me)
        return (store, owner, project)
    }

    private func export(_ store: SQLiteStore) async throws -> [String] {
        let lines = Lines()
        try await store.export { lines.append($0) }
        return lines.all
    }

    private func importing(_ lines: [String], into store: SQLiteStore) async throws(StoreError)
        -> SQLiteStore.ImportSummary
    {
        let source = Lines(lines)
        return try await store.import { source.next() }
    }
}

private final class Lines: Sendable {
    private let lines: Mutex<[String]>

    init(_ lines: [String] = []) { self.lines = Mutex(lines) }

    var all: [String] { lines.withLock { $0 } }

    func append(_ line: String) { lines.withLock { $0.append(line) } }

    func next() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
