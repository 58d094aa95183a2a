import JSON
import Models
import Storage

@testable import Engine

/// A database in a file with one project, and what tests do to it.
struct JobSample {
    let folder: TemporaryFolder
    let application: Application
    let project: RowID

    init() async throws {
        folder = try TemporaryFolder()
        application = try await Application.open(database: folder.path + "/jobs.db")
        guard case .user(let user) = application.caller else { throw RequestFailure("forbidden", "no user") }
        project = try await application.store.createProject(
            NewProject(userID: user, title: "Sample"), as: application.caller
        ).id
    }

    /// The same database as another user sees it.
    func stranger() async throws -> Application {
        let id = RowID.random()
        try await application.store.createProfile(NewProfile(id: id), as: .service)
        return Application(store: application.store, caller: .user(id))
    }

    @discardableResult
    func submit(_ agent: AgentType = .qa, _ input: JSONObject = [:]) async throws -> String {
        try await application.runAgent(
            RunAgentRequest(projectID: project.text, agentType: agent, inputContext: input)
        ).jobID
    }

    /// Submits a job and takes it up.
    func claimed(worker: String = "worker", lease: Duration = .seconds(60)) async throws -> JobWork {
        try await submit()
        let queue = JobQueue(application, worker: worker, lease: lease)
        guard let work = try await queue.claim() else { throw RequestFailure("not_found", "nothing to claim") }
        return work
    }

    func write(_ code: String, to path: String, with work: JobWork) async throws {
        try await work.storeFile(
            CodeGenerationResult(filePath: path, code: code, language: "typescript", explanation: ""))
    }

    func content(of path: String) async throws -> String {
        try await application.file(path, ofProject: project.text).content
    }
}
