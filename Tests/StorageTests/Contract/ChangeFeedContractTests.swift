import Models
import Storage
import Testing

@Suite struct ChangeFeedContractTests {
    @Test(arguments: StoreBackend.all)
    func `each change is told once, in order, with its row and its project`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let changes = try await world.store.changes(as: world.asOwner)
        let file = try await world.save("a.ts", "1")
        _ = try await world.save("a.ts", "1")
        _ = try await world.save("a.ts", "2")
        let job = try await world.submit()
        _ = try await world.claim()
        try await world.store.extendLease(of: job, worker: "worker", lease: .seconds(60), as: .service)
        try await world.store.reportProgress(of: job, worker: "worker", percent: 5, step: nil, as: .service)
        try await world.store.updateProject(world.project, ProjectUpdate(title: "New"), as: world.asOwner)
        try await world.store.deleteProject(world.project, as: world.asOwner)

        var seen: [StoreChange] = []
        for await change in changes.prefix(9) { seen.append(change) }
        #expect(
            seen.map { "\($0.operation) \($0.table) \($0.rowID)" } == [
                "insert projectFiles \(file.id)", "update projectFiles \(file.id)", "insert agentJobs \(job)",
                "update agentJobs \(job)", "update agentJobs \(job)", "update projects \(world.project)",
                "delete projectFiles \(file.id)", "delete agentJobs \(job)", "delete projects \(world.project)",
            ])
        #expect(seen.map(\.sequence) == Array(seen[0].sequence..<seen[0].sequence + 9))
        #expect(seen.allSatisfy { $0.projectID == world.project && $0.ownerID == world.owner })
    }

    @Test(arguments: StoreBackend.all)
    func `a listener is told what it may see, from its subscription on`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let owners = try await world.store.changes(as: world.asOwner)
        let others = try await world.store.changes(as: world.asOther)
        let services = try await world.store.changes(as: .service)
        let mine = try await world.store.createProject(
            NewProject(userID: world.owner, title: "Mine"), as: world.asOwner)
        let late = try await world.store.changes(as: .service)
        let theirs = try await world.store.createProject(
            NewProject(userID: world.other, title: "Theirs"), as: world.asOther)

        #expect(await first(1, of: owners) == [mine.id])
        #expect(await first(1, of: others) == [theirs.id])
        #expect(await first(2, of: services) == [mine.id, theirs.id])
        #expect(await first(1, of: late) == [theirs.id])
    }

    @Test(arguments: StoreBackend.all)
    func `a dismissal and its end are told once, and nothing of those that go with their project`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let changes = try await world.store.changes(as: world.asOwner)
        let store = world.store
        for identity in ["f", "f", "g"] {
            try await store.dismissFinding(
                identity: identity, ruleID: "r", path: nil, in: world.project, as: world.asOwner)
        }
        for _ in 1...2 {
            try await store.restoreFinding(identity: "f", path: nil, in: world.project, as: world.asOwner)
        }
        try await store.deleteProject(world.project, as: world.asOwner)

        var seen: [StoreChange] = []
        for await change in changes.prefix(4) { seen.append(change) }
        #expect(
            seen.map { "\($0.operation) \($0.table)" } == [
                "insert dismissedFindings", "insert dismissedFindings", "delete dismissedFindings", "delete projects",
            ])
        #expect(seen.allSatisfy { $0.projectID == world.project && $0.ownerID == world.owner })
    }

    @Test(arguments: StoreBackend.all)
    func `what is rolled back is never told`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let changes = try await world.store.changes(as: world.asOwner)
        let refused = await error { () async throws(StoreError) in
            try await world.store.updateProject(
                world.project, ProjectUpdate(title: "New", architectureSpec: JSONText("{")), as: world.asOwner)
        }
        #expect(refused?.code == "invalid_input")
        let project = try await world.store.createProject(
            NewProject(userID: world.owner, title: "Next"), as: world.asOwner)
        #expect(await first(1, of: changes) == [project.id])
    }

    private func first(_ count: Int, of changes: AsyncStream<StoreChange>) async -> [RowID] {
        var rows: [RowID] = []
        for await change in changes.prefix(count) { rows.append(change.rowID) }
        return rows
    }
}
