import Models
import Storage
import Testing

/// What changed in a project since somebody last looked.
@Suite struct ProjectNewsContractTests {
    @Test(arguments: StoreBackend.all)
    func `a moment tells which rows changed since, and nothing of other projects`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let (store, project) = (world.store, world.project)
        let first = try await store.projectNews(of: project, since: nil, as: world.asOwner)
        #expect(first.changed == nil)
        let other = try await store.createProject(NewProject(userID: world.owner, title: "Other"), as: world.asOwner).id
        try await store.saveFile(
            FileSave(path: ProjectPath(validating: "o"), content: "o", language: nil, base: .absent), in: other,
            as: world.asOwner)
        let quiet = try await store.projectNews(of: project, since: first.cursor, as: world.asOwner)
        #expect(quiet.changed == [:])

        let file = try await world.save("a", "a")
        let gone = try await world.save("b", "b")
        try await store.deleteFile(gone.path, expectedVersion: gone.version, in: project, as: world.asOwner)
        let job = try await world.submit()
        try await store.setProjectValue(JSONText(#""x""#), for: "roadmap/1", in: project, as: world.asOwner)
        let news = try await store.projectNews(of: project, since: quiet.cursor, as: world.asOwner)
        #expect(news.rows(of: .projectFiles) == [file.id, gone.id] && news.rows(of: .agentJobs) == [job])
        #expect(news.concerns(.projects) && !news.concerns(.dismissedFindings))
        let rows = news.rows(of: .projectFiles) ?? []
        #expect(try await store.files(withIDs: rows, in: project, as: world.asOwner) == [file])
        let later = try await store.projectNews(of: project, since: news.cursor, as: world.asOwner)
        #expect(later.changed == [:])

        try await store.addMember(world.other, to: project, as: world.asOwner)
        let shared = try await store.projectNews(of: project, since: later.cursor, as: world.asOther)
        #expect(shared.rows(of: .projects) == [project])
    }

    @Test(arguments: StoreBackend.all)
    func `a moment that nobody gave says that everything may have changed`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        for cursor in [
            "", "x", "-1", "0/1:1:x", "9/0:0:", "1/5:3:", "1/1:9:20", "1/1:9:3,2", "1/1:2:'; drop table x; --",
            "99999999999999999999", "1/1:9223372036854775807:",
        ] {
            let news = try await world.store.projectNews(of: world.project, since: cursor, as: world.asOwner)
            #expect(news.changed == nil, "\(cursor)")
        }
        let hidden = await error { () async throws(StoreError) in
            _ = try await world.store.projectNews(of: world.project, since: nil, as: world.asOther)
        }
        #expect(hidden == .noProject(world.project))
    }
}
