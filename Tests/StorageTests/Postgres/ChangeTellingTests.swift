import Glibc
import Models
import Storage
import TestSupport
import Testing

@testable import PostgresStorage

@Suite struct ChangeTellingTests {
    private let database: PostgresDatabase
    private let listener: PostgresConnection

    init() async throws {
        database = try await PostgresDatabase.make()
        listener = try PostgresConnection(url: database.cluster.url(database.name), role: nil)
        try listener.execute("listen codeforge_changes")
    }

    /// Whether something is told within some seconds; whoever asks looks at no rows.
    private func isTold() -> Bool {
        for _ in 0..<1_000 {
            guard listener.isUsable else { return false }
            if !listener.notifications().isEmpty { return true }
            usleep(10_000)
        }
        return false
    }

    @Test func `what the store changed is told after its commit, and what anybody else changed with it`() async throws {
        let store: any Store = try await database.store()
        let owner = try await store.createProfile(NewProfile(username: "owner"), as: .service).id
        let project = try await store.createProject(NewProject(userID: owner, title: "A"), as: .user(owner)).id
        #expect(isTold())
        _ = listener.isUsable
        _ = listener.notifications()
        try database.cluster.run("update public.projects set title = 'B' where id = '\(project)'", in: database.name)
        #expect(isTold())
    }

    @Test func `writers side by side are told of, however many there are, and each of their changes is seen`()
        async throws
    {
        let store: any Store = try await database.store()
        let owner = try await store.createProfile(NewProfile(username: "owner"), as: .service).id
        let project = try await store.createProject(NewProject(userID: owner, title: "A"), as: .user(owner)).id
        let other: any Store = try await database.store()
        let changes = try await other.changes(as: .user(owner))
        let saved = try await withThrowingTaskGroup(of: RowID.self) { group in
            for number in 0..<60 {
                let save = FileSave(
                    path: try ProjectPath(validating: "f\(number).py"), content: "x", language: nil, base: .absent)
                group.addTask { try await store.saveFile(save, in: project, as: .user(owner)).id }
            }
            return try await group.reduce(into: Set<RowID>()) { $0.insert($1) }
        }
        var missing = saved
        for await change in changes {
            missing.remove(change.rowID)
            if missing.isEmpty { break }
        }
        #expect(saved.count == 60 && missing.isEmpty)
    }
}
