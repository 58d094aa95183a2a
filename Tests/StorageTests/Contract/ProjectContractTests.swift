import JSON
import Models
import Storage
import Testing

@Suite struct ProjectContractTests {
    @Test(arguments: StoreBackend.all)
    func `a profile has a unique name and only fields that it was given`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.createProfile(NewProfile(username: "owner"), as: .service)
            } == .conflict(.duplicate(field: "username", value: "owner")))
        let updated = try await world.store.updateProfile(
            world.owner, ProfileUpdate(fullName: "Ada", skillLevel: "beginner"), as: world.asOwner)
        #expect(updated.username == "owner" && updated.fullName == "Ada" && updated.skillLevel == "beginner")
        let emptied = try await world.store.updateProfile(
            world.owner, ProfileUpdate(username: .some(nil)), as: world.asOwner)
        #expect(emptied.username == nil && emptied.fullName == "Ada")
        #expect(emptied.updatedAt >= updated.updatedAt && emptied.createdAt == updated.createdAt)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.updateProfile(
                    world.owner, ProfileUpdate(skillLevel: "expert"), as: world.asOwner)
            } == .invalidInput(field: "skill_level", reason: "must be beginner, intermediate or advanced"))
    }

    @Test(arguments: StoreBackend.local)
    func `the local user is made once`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let users = try await withThrowingTaskGroup(of: RowID.self) { group in
            for _ in 0..<10 { group.addTask { try await world.local().localUser().id } }
            return try await group.reduce(into: Set<RowID>()) { $0.insert($1) }
        }
        #expect(users.count == 1)
    }

    @Test(arguments: StoreBackend.all)
    func `a project starts with the specification's defaults and changes field by field`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let new = try await world.store.project(world.project, as: world.asOwner)
        #expect(new.status == .planning && new.mode == .builder && new.techStack == nil && new.requirementsSpec == nil)
        #expect(new.createdAt == new.updatedAt)

        let oddText = backend.keepsEveryByte ? "a\"b\u{0}c" : #"a"b,{\}'c"#
        let spec = JSONText(#"{"app_name": "Walks",  "core_features": []}"#)
        let changed = try await world.store.updateProject(
            world.project,
            ProjectUpdate(status: .inProgress, requirementsSpec: spec, techStack: ["Next.js", oddText]),
            as: world.asOwner)
        #expect(changed.title == "Walks" && changed.status == .inProgress)
        #expect(changed.requirementsSpec?.value == spec.value)
        if backend.keepsEveryByte { #expect(changed.requirementsSpec == spec, "byte for byte") }
        #expect(changed.techStack == ["Next.js", oddText])
        let emptied = try await world.store.updateProject(
            world.project, ProjectUpdate(requirementsSpec: .some(nil), techStack: .some(nil)), as: world.asOwner)
        #expect(emptied.requirementsSpec == nil && emptied.techStack == nil && emptied.status == .inProgress)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.updateProject(
                    world.project, ProjectUpdate(architectureSpec: JSONText("{")), as: world.asOwner)
            } == .invalidInput(field: "architecture_spec", reason: "must be JSON"))
    }

    @Test(arguments: StoreBackend.all)
    func `deleting a project takes all that is in it`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let file = try await world.save("a.ts", "a")
        let job = try await world.submit()
        let roadmap = try await world.store.createRoadmap(
            modules: JSONText("[]"), in: world.project, as: world.asOwner)
        let session = try await world.store.createSession(
            transcript: JSONText("[]"), conceptsCovered: ["loops"], in: world.project, as: world.asOwner)
        _ = try await world.store.local?.linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        try await world.store.deleteProject(world.project, as: world.asOwner)

        let errors = [
            await error { () async throws(StoreError) in _ = try await world.store.file(file.id, as: .service) },
            await error { () async throws(StoreError) in _ = try await world.store.job(job, as: .service) },
            await error { () async throws(StoreError) in _ = try await world.store.roadmap(roadmap.id, as: .service) },
            await error { () async throws(StoreError) in _ = try await world.store.session(session.id, as: .service) },
        ]
        #expect(errors.map { $0?.code } == Array(repeating: "not_found", count: 4))
        #expect(try await world.store.local?.workspace(folder: "/w", as: world.asOwner) == nil)
    }

    @Test(arguments: StoreBackend.all)
    func `deleting a user takes their projects`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        _ = try await world.save("a.ts", "a")
        try await world.store.deleteProfile(world.owner, as: .service)
        #expect(try await world.store.projects(as: .service).isEmpty)
    }

    @Test(arguments: StoreBackend.all)
    func `a project keeps JSON values by key`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        for (key, value) in [("choice/b", "2"), ("choice/a", "1"), ("choices", "0"), ("other", "{}")] {
            try await world.store.setProjectValue(JSONText(value), for: key, in: world.project, as: world.asOwner)
        }
        try await world.store.setProjectValue(JSONText("3"), for: "choice/a", in: world.project, as: world.asOwner)
        try await world.store.setProjectValue(nil, for: "other", in: world.project, as: world.asOwner)
        let values = try await world.store.projectValues(
            withPrefix: "choice/", in: world.project, as: world.asOwner)
        #expect(values.map(\.key) == ["choice/a", "choice/b"] && values.map(\.value.text) == ["3", "2"])
        #expect(try await world.store.projectValue("other", in: world.project, as: world.asOwner) == nil)
        let hidden = StoreError.notFound(.init(kind: "project", id: world.project.text))
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.store.projectValue("choice/a", in: world.project, as: world.asOther)
            } == hidden)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.setProjectValue(nil, for: "choice/a", in: world.project, as: world.asOther)
            } == hidden)
    }

    @Test(arguments: StoreBackend.all)
    func `a roadmap advances, a session grows, the newest come first`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let modules = JSONText(#"[{"title":"Routes","steps":["One"],"is_locked":false}]"#)
        _ = try await world.store.createRoadmap(modules: JSONText("[]"), in: world.project, as: world.asOwner)
        let roadmap = try await world.store.createRoadmap(modules: modules, in: world.project, as: world.asOwner)
        #expect(roadmap.currentStepIndex == 0)
        let advanced = try await world.store.updateRoadmap(
            roadmap.id, modules: nil, currentStepIndex: 1, as: world.asOwner)
        #expect(advanced.currentStepIndex == 1 && advanced.modules.value == modules.value)
        #expect(try await world.store.roadmaps(of: world.project, as: world.asOwner).first == advanced)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.updateRoadmap(roadmap.id, modules: nil, currentStepIndex: -1, as: world.asOwner)
            } == .invalidInput(field: "current_step_index", reason: "must be at least 0"))

        let session = try await world.store.createSession(
            transcript: nil, conceptsCovered: nil, in: world.project, as: world.asOwner)
        let grown = try await world.store.updateSession(
            session.id,
            SessionUpdate(
                transcript: JSONText(#"[{"role":"user","content":"Why?"}]"#), conceptsCovered: ["loops"],
                durationMinutes: 3), as: world.asOwner)
        #expect(grown.conceptsCovered == ["loops"] && grown.durationMinutes == 3)
        #expect(try await world.store.sessions(of: world.project, as: world.asOwner) == [grown])
    }
}
