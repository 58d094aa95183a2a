import Foundation
import GRDB
import Models
import Testing

import Storage
@testable import SQLiteStorage

@Suite struct MigrationTests {
    @Test func `the list has every file of its folder, numbered without gaps`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/SQLiteStorage/Migrations").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0 != "Migration.swift" }.sorted()
        let listed = Migration.all.map { migration in
            let words = migration.name.split(separator: "_").map(String.init)
            return "Migration\(words.joined())".lowercased() + ".swift"
        }
        #expect(files.map { $0.lowercased() } == listed)
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
        #expect(Migration.all.allSatisfy { $0.name.hasPrefix(String(format: "%04d_", $0.number)) })
    }

    @Test func `the first seven are the specification's`() {
        #expect(
            Migration.all.prefix(7).map(\.name) == [
                "0001_init_schema", "0002_rls_policies", "0003_vector_embeddings", "0004_match_patterns_rpc",
                "0005_add_duration_minutes", "0006_project_status_constraint", "0007_agent_jobs_realtime",
            ])
    }

    @Test(arguments: 0..<Migration.latest)
    func `a database of any older version is brought up to date with its rows`(version: Int) async throws {
        let path = try TemporaryFolder().path("store.db")
        let owner = RowID.random()
        let project = RowID.random()
        let queue = try DatabaseQueue(path: path)
        try await queue.write { db in
            for migration in Migration.all.prefix(version) { try db.execute(sql: migration.sql) }
            try db.execute(sql: "pragma application_id = \(Schema.applicationID); pragma user_version = \(version)")
            guard version > 0 else { return }
            try db.execute(
                literal: """
                    insert into profiles (id) values (\(owner.text));
                    insert into projects (id, user_id, title, mode)
                      values (\(project.text), \(owner.text), 'Old', 'student');
                    insert into daily_sessions (project_id, transcript) values (\(project.text), '[]');
                    """)
        }
        try queue.close()

        let store = try SQLiteStore(path: path)
        #expect(try await store.problems() == [])
        guard version > 0 else { return }
        #expect(try await store.project(project, as: .user(owner)).title == "Old")
        #expect(try await store.sessions(of: project, as: .user(owner)).map(\.durationMinutes) == [0])
    }

    @Test func `several that open a new file at once find it whole`() async throws {
        let path = try TemporaryFolder().path("store.db")
        let users = try await withThrowingTaskGroup(of: RowID.self) { group in
            for _ in 0..<8 { group.addTask { try await SQLiteStore(path: path).localUser().id } }
            return try await group.reduce(into: Set<RowID>()) { $0.insert($1) }
        }
        #expect(users.count == 1)
    }
}
