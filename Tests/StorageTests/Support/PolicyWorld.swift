import Models
import Storage

/// A store with one row of each table, all of them the owner's.
struct PolicyWorld {
    private let world: World
    private let file: ProjectFileInfo
    private let job: RowID
    private let roadmap: RowID
    private let session: RowID
    private let pattern = RowID.random()
    private let member: RowID

    private var store: any Store { world.store }

    init(_ backend: StoreBackend) async throws {
        world = try await World(backend)
        member = try await world.store.createProfile(NewProfile(username: "member"), as: .service).id
        try await world.store.addMember(member, to: world.project, as: world.asOwner)
        file = try await world.save("src/app.ts", "export {}")
        job = try await world.submit()
        roadmap = try await world.store.createRoadmap(modules: JSONText("[]"), in: world.project, as: .service).id
        session = try await world.store.createSession(
            transcript: nil, conceptsCovered: nil, in: world.project, as: .service
        ).id
        try await world.store.savePatterns([NewPattern(id: pattern, projectType: "saas", embedding: nil)], as: .service)
    }

    /// Tries the operation on the owner's row, or on one of an identity that nothing has.
    func attempt(
        _ action: StoreError.Action, on table: StoreTable, by caller: PolicyCaller, exists: Bool
    ) async -> PolicyOutcome {
        let who: Caller =
            switch caller {
            case .owner: exists || table != .profiles ? world.asOwner : .user(Self.missing)
            case .member: .user(member)
            case .other: world.asOther
            case .service: .service
            case .anonymous: .anonymous
            }
        let error = await error { () async throws(StoreError) in
            switch table {
            case .profiles: try await profile(action, exists ? world.owner : Self.missing, as: who)
            case .projects: try await project(action, exists ? world.project : Self.missing, as: who)
            case .projectFiles: try await file(action, exists: exists, as: who)
            case .agentJobs: try await job(action, exists: exists, as: who)
            case .learningRoadmaps: try await roadmap(action, exists: exists, as: who)
            case .dailySessions: try await session(action, exists: exists, as: who)
            case .patternEmbeddings: try await pattern(action, exists ? pattern : Self.missing, as: who)
            }
        }
        switch error {
        case nil: return .done
        case .notFound: return .notFound
        case .forbidden: return .forbidden
        case .conflict: return .conflict
        case .some(let error): return .failed(error.description)
        }
    }

    private static let missing = RowID.random()

    private func project(exists: Bool) -> RowID { exists ? world.project : Self.missing }
}

extension PolicyWorld {
    private func profile(_ action: StoreError.Action, _ id: RowID, as caller: Caller) async throws(StoreError) {
        switch action {
        case .select: _ = try await store.profile(id, as: caller)
        case .insert: try await store.createProfile(NewProfile(id: id), as: caller)
        case .update: try await store.updateProfile(id, ProfileUpdate(fullName: "New"), as: caller)
        case .delete: try await store.deleteProfile(id, as: caller)
        }
    }

    private func project(_ action: StoreError.Action, _ id: RowID, as caller: Caller) async throws(StoreError) {
        switch action {
        case .select: _ = try await store.project(id, as: caller)
        case .insert: try await store.createProject(NewProject(userID: world.owner, title: "New"), as: caller)
        case .update: try await store.updateProject(id, ProjectUpdate(title: "New"), as: caller)
        case .delete: try await store.deleteProject(id, as: caller)
        }
    }

    private func file(_ action: StoreError.Action, exists: Bool, as caller: Caller) async throws(StoreError) {
        let project = project(exists: exists)
        switch action {
        case .select: _ = try await store.file(exists ? file.id : Self.missing, as: caller)
        case .insert:
            let save = FileSave(path: Self.newPath, content: "new", language: nil, base: .absent)
            try await store.saveFile(save, in: project, as: caller)
        case .update:
            try await store.renameFile(file.path, to: Self.newPath, expectedVersion: 1, in: project, as: caller)
        case .delete: try await store.deleteFile(file.path, expectedVersion: nil, in: project, as: caller)
        }
    }

    private func job(_ action: StoreError.Action, exists: Bool, as caller: Caller) async throws(StoreError) {
        let id = exists ? job : Self.missing
        switch action {
        case .select: _ = try await store.job(id, as: caller)
        case .insert:
            let job = NewJob(
                projectID: project(exists: exists), userID: world.owner, agentType: "qa", inputContext: JSONText("{}"))
            try await store.submitJob(job, as: caller)
        case .update: try await store.cancelJob(id, as: caller)
        case .delete: try await store.deleteJob(id, as: caller)
        }
    }

    private func roadmap(_ action: StoreError.Action, exists: Bool, as caller: Caller) async throws(StoreError) {
        let id = exists ? roadmap : Self.missing
        switch action {
        case .select: _ = try await store.roadmap(id, as: caller)
        case .insert:
            try await store.createRoadmap(modules: JSONText("[]"), in: project(exists: exists), as: caller)
        case .update: try await store.updateRoadmap(id, modules: nil, currentStepIndex: 1, as: caller)
        case .delete: try await store.deleteRoadmap(id, as: caller)
        }
    }

    private func session(_ action: StoreError.Action, exists: Bool, as caller: Caller) async throws(StoreError) {
        let id = exists ? session : Self.missing
        switch action {
        case .select: _ = try await store.session(id, as: caller)
        case .insert:
            try await store.createSession(
                transcript: nil, conceptsCovered: nil, in: project(exists: exists), as: caller)
        case .update: try await store.updateSession(id, SessionUpdate(durationMinutes: 5), as: caller)
        case .delete: try await store.deleteSession(id, as: caller)
        }
    }

    private func pattern(_ action: StoreError.Action, _ id: RowID, as caller: Caller) async throws(StoreError) {
        switch action {
        case .select: _ = try await store.pattern(id, as: caller)
        case .insert: try await store.savePatterns([NewPattern(projectType: "crm", embedding: nil)], as: caller)
        case .update: try await store.updatePattern(id, successScore: 0.5, as: caller)
        case .delete: try await store.deletePattern(id, as: caller)
        }
    }

    private static let newPath: ProjectPath = {
        guard let path = try? ProjectPath(validating: "new.ts") else { preconditionFailure("new.ts is a path") }
        return path
    }()
}
