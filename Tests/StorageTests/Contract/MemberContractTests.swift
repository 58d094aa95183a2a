import Models
import Storage
import Testing

/// Who shares a project, and what that opens.
@Suite struct MemberContractTests {
    @Test(arguments: StoreBackend.all)
    func `the owner lets people in and out, and a member may leave`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let store = world.store
        #expect(try await store.members(of: world.project, as: world.asOwner).isEmpty)
        let stranger = await error { () async throws(StoreError) in
            try await store.addMember(world.other, to: world.project, as: world.asOther)
        }
        #expect(stranger == .noProject(world.project))

        let added = try await store.addMember(world.other, to: world.project, as: world.asOwner)
        #expect(added.userID == world.other && added.addedBy == world.owner)
        #expect(try await store.addMember(world.other, to: world.project, as: world.asOwner) == added)
        for caller in [world.asOwner, world.asOther] {
            #expect(try await store.members(of: world.project, as: caller) == [added])
        }
        #expect(try await store.projects(as: world.asOther).map(\.id) == [world.project])

        let third = try await store.createProfile(NewProfile(username: "third"), as: .service).id
        #expect(
            await error { () async throws(StoreError) in
                try await store.addMember(third, to: world.project, as: world.asOther)
            } == .forbidden(action: .update, table: .projects))
        try await store.addMember(third, to: world.project, as: world.asOwner)
        #expect(
            await error { () async throws(StoreError) in
                try await store.removeMember(third, from: world.project, as: world.asOther)
            } == .forbidden(action: .update, table: .projects))
        #expect(
            await error { () async throws(StoreError) in
                try await store.addMember(world.owner, to: world.project, as: world.asOwner)
            } == .ownerIsNoMember)
        let nobody = RowID.random()
        #expect(
            await error { () async throws(StoreError) in
                try await store.addMember(nobody, to: world.project, as: world.asOwner)
            } == .noRow("profile", nobody))

        try await store.removeMember(world.other, from: world.project, as: world.asOther)
        try await store.removeMember(third, from: world.project, as: world.asOwner)
        #expect(try await store.members(of: world.project, as: world.asOwner).isEmpty)
        #expect(try await store.projects(as: world.asOther).isEmpty)
        #expect(
            await error { () async throws(StoreError) in
                try await store.removeMember(third, from: world.project, as: world.asOwner)
            } == .noRow("member", third))
    }

    @Test(arguments: StoreBackend.all)
    func `jobs, dismissals and picks are shared, conversations are not`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let (store, project) = (world.store, world.project)
        try await store.addMember(world.other, to: project, as: world.asOwner)
        let own = try await world.submit()
        let others = try await store.submitJob(
            NewJob(projectID: project, userID: world.other, agentType: "qa", inputContext: JSONText("{}")), as: .service
        ).id
        for caller in [world.asOwner, world.asOther] {
            let seen = try await store.jobs(in: project, limit: 10, offset: 0, as: caller).items.map(\.id)
            #expect(seen == [others, own])
        }
        let claimed = try #require(try await world.claim())
        #expect(claimed.id == own)
        #expect(try await store.events(of: own, after: 0, as: world.asOther).count == 1)

        try await store.dismissFinding(identity: "f", ruleID: "r", path: nil, in: project, as: world.asOther)
        #expect(try await store.dismissedFindings(in: project, as: world.asOwner).map(\.identity) == ["f"])
        try await store.setProjectValue(JSONText("\"a\""), for: "choice/1", in: project, as: world.asOther)
        #expect(try await store.projectValue("choice/1", in: project, as: world.asOwner) == JSONText("\"a\""))

        let entries = JSONText(#"[{"role":"user","content":"why?"}]"#)
        for caller in [world.asOwner, world.asOther] {
            _ = try await store.appendToSession(nil, entries, at: .now(), in: project, as: caller)
        }
        let owners = try await store.sessions(of: project, as: world.asOwner)
        let members = try await store.sessions(of: project, as: world.asOther)
        #expect(owners.count == 1 && members.count == 1 && owners != members)
        #expect(
            await error { () async throws(StoreError) in
                _ = try await store.session(members[0].id, as: world.asOwner)
            } == .noRow("session", members[0].id))
        #expect(try await store.sessions(of: project, as: .service).count == 2)
    }

    @Test(arguments: StoreBackend.all)
    func `who shares a project hears of its changes, and a stranger of none`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let store = world.store
        try await store.addMember(world.other, to: world.project, as: world.asOwner)
        var stream = try await store.changes(as: world.asOther).makeAsyncIterator()
        let mine = try await store.createProject(NewProject(userID: world.owner, title: "Own"), as: world.asOwner).id
        try await store.setProjectValue(JSONText("\"a\""), for: "choice/1", in: mine, as: world.asOwner)
        _ = try await world.save("a.ts", "one")
        try await store.setProjectValue(JSONText("\"a\""), for: "choice/1", in: world.project, as: world.asOwner)
        let heard = [await stream.next(), await stream.next()].compactMap { $0 }
        #expect(heard.map(\.table) == [.projectFiles, .projects])
        #expect(heard.allSatisfy { $0.projectID == world.project })
    }
}
