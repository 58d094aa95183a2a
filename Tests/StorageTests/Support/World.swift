import Models
import Storage

/// A store with two users; the first owns a project.
struct World {
    let backend: StoreBackend
    let store: any Store
    let clock: TestClock
    let owner: RowID
    let other: RowID
    let project: RowID

    var asOwner: Caller { .user(owner) }
    var asOther: Caller { .user(other) }

    init(_ backend: StoreBackend) async throws {
        self.backend = backend
        clock = TestClock()
        store = try await backend.make(clock)
        owner = try await store.createProfile(NewProfile(username: "owner"), as: .service).id
        other = try await store.createProfile(NewProfile(username: "other"), as: .service).id
        project = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner)).id
    }

    /// Lets time pass for the leases.
    func advance(by duration: Duration) async throws { try await backend.pass(duration, store, clock) }

    func local() throws(StoreError) -> any LocalStore { try store.onThisMachine() }

    func submit(_ agent: String = "research") async throws -> RowID {
        try await store.submitJob(
            NewJob(projectID: project, userID: owner, agentType: agent, inputContext: JSONText("{}")), as: .service
        ).id
    }

    /// Claims the next job with a lease of ten seconds.
    func claim(_ worker: String = "worker") async throws -> AgentJob? {
        try await store.claimJob(worker: worker, lease: .seconds(10), as: .service)
    }

    func save(_ path: String, _ content: String, base: FileSave.Base = .any) async throws -> ProjectFileInfo {
        try await store.saveFile(
            FileSave(path: ProjectPath(validating: path), content: content, language: nil, base: base), in: project,
            as: asOwner)
    }
}

/// The error that `body` throws, or `nil`.
func error(of body: () async throws(StoreError) -> Void) async -> StoreError? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}
