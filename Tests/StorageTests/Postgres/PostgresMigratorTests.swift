import Foundation
import Models
import Storage
import TestSupport
import Testing

@testable import PostgresStorage

@Suite struct PostgresMigratorTests {
    @Test func `a second run changes nothing, and servers that start together migrate once`() async throws {
        let cluster = try PostgresCluster.shared()
        let url = cluster.url(try cluster.makeDatabase())
        let outcomes = try await withThrowingTaskGroup { group in
            for _ in 0..<3 { group.addTask { try await PostgresMigrator.migrate(url: url) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { !$0.applied.isEmpty }.map(\.applied) == [PostgresMigration.all.map(\.name)])
        #expect(try await PostgresMigrator.migrate(url: url).applied.isEmpty)
    }

    @Test func `a database of another version or with edited steps is refused and left as it is`() async throws {
        let database = try await PostgresDatabase.make()
        let url = database.cluster.url(database.name)
        func change(_ sql: String) throws { try database.cluster.run(sql, in: database.name) }
        func refusals() async -> [StoreError?] {
            [
                await error { () async throws(StoreError) in try await PostgresMigrator.migrate(url: url) },
                await error { () async throws(StoreError) in _ = try await PostgresStore.connect(apiURL: url) },
            ]
        }
        let latest = PostgresMigration.latest
        try change("insert into codeforge.schema_migrations values (\(latest + 1), 'later', 'x')")
        for refusal in await refusals() {
            #expect(refusal?.description.contains("--database") == false, "there is no file to name")
            guard case .unavailable(.newerSchema(_, latest + 1, latest)) = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
        }
        try change("delete from codeforge.schema_migrations where version > \(latest)")
        try change("update codeforge.schema_migrations set checksum = 'x' where version = 2")
        for refusal in await refusals() { #expect(refusal?.description.contains("0002_rls_policies") == true) }
    }

    @Test func `a database without the schema says what to run`() async throws {
        let cluster = try PostgresCluster.shared()
        let url = cluster.url(try cluster.makeDatabase())
        let refusal = await error { () async throws(StoreError) in _ = try await PostgresStore.connect(apiURL: url) }
        #expect(refusal?.description.contains("codeforge-server migrate") == true)
    }

    @Test func `fewer than no patterns are refused in words`() async throws {
        let database = try await PostgresDatabase.make()
        let refusal = #expect(throws: PostgresCluster.Failure.self) {
            try database.cluster.run("select * from public.match_patterns(null, -1, null)", in: database.name)
        }
        #expect(refusal?.description.contains("match_count must be 0 or more, not -1") == true)
    }

    @Test func `the steps are the folder's files, numbered without gaps, with the specification's names first`() throws
    {
        let folder = BuiltProgram.packageRoot + "/Sources/PostgresStorage/Migrations"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(PostgresMigration.all.map { $0.name + ".sql" } == files)
        #expect(PostgresMigration.all.map(\.number) == Array(1...PostgresMigration.latest))
        #expect(
            PostgresMigration.all.prefix(7).map(\.name) == [
                "0001_init_schema", "0002_rls_policies", "0003_vector_embeddings", "0004_match_patterns_rpc",
                "0005_add_duration_minutes", "0006_project_status_constraint", "0007_agent_jobs_realtime",
            ])
        for step in PostgresMigration.all { #expect(step.sql.hasPrefix("-- "), "\(step.name)") }
    }

    /// The index is used for sure: a scan of all rows is always right and would hide a bad one.
    @Test func `the index finds what an exact search finds, also within a type`() async throws {
        let database = try await PostgresDatabase.make()
        let store = try await database.store()
        var random = SplitMix(state: 11)
        let patterns = (0..<600).map { number in
            NewPattern(projectType: "type\(number % 6)", embedding: random.vector())
        }
        try await store.savePatterns(patterns, as: .service)
        var (found, wanted) = (0, 0)
        for round in 0..<12 {
            let query = random.vector()
            let type = round % 2 == 0 ? nil : "type\(round % 6)"
            let exact = try await store.matchPatterns(query, count: 10, type: type, as: .service).map(\.id.text)
            let filter = type.map { "'\($0)'" } ?? "null"
            let rows = try database.cluster.run(
                """
                set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off;
                select id from public.match_patterns('\(VectorForm.vector.text(query))', 10, \(filter));
                """, in: database.name
            ).split(separator: "\n").map(String.init)
            #expect(rows.count == 10)
            wanted += exact.count
            found += exact.filter(rows.contains).count
        }
        #expect(Double(found) / Double(wanted) >= 0.95, "\(found) of \(wanted)")
    }
}
