import JSON
import Models
import Storage

@testable import Engine

/// A folder, its project, and jobs that want files in it.
struct FolderSample {
    let files: TemporaryFolder
    let data: TemporaryFolder
    let application: Application
    let folder: ProjectFolder
    let project: RowID

    init(
        files: TemporaryFolder? = nil, data: TemporaryFolder? = nil, application: Application? = nil
    ) async throws {
        self.files = try files ?? TemporaryFolder()
        self.data = try data ?? TemporaryFolder()
        if let application {
            self.application = application
        } else {
            self.application = try await Application.open(database: self.data.path("codeforge.db"))
        }
        folder = try ProjectFolder(path: self.files.path)
        project = try await self.application.workspace(of: folder).projectID
    }

    /// Runs a job that writes these files, to its end; as a pipeline it proposes what it no longer wants to go.
    func job(_ files: [String: String], isPipeline: Bool = false) async throws -> RowID {
        let work = try await begin(isPipeline: isPipeline)
        try await propose(files, in: work, isPipeline: isPipeline)
        try await work.complete([:])
        return work.job.id
    }

    /// Submits a job and takes it up.
    func begin(isPipeline: Bool = false, lease: Duration = .seconds(60)) async throws -> JobWork {
        try await application.syncOnce(folder)
        let id = RowID.random()
        if isPipeline {
            _ = try await application.runPipeline(
                RunPipelineRequest(projectID: project.text, inputContext: ["user_idea": "An app for dogs"]), as: id)
        } else {
            _ = try await application.runAgent(
                RunAgentRequest(projectID: project.text, agentType: .qa, inputContext: [:]), as: id)
        }
        return try await claim(id, lease: lease)
    }

    func claim(_ job: RowID, lease: Duration = .seconds(60)) async throws -> JobWork {
        let queue = JobQueue(application, worker: "worker", lease: lease)
        guard let work = try await queue.claim(), work.job.id == job else {
            throw RequestFailure("not_found", "nothing to claim")
        }
        return work
    }

    func propose(_ files: [String: String], in work: JobWork, isPipeline: Bool) async throws {
        if isPipeline { try await work.proposeRemovals(beyond: Array(files.keys)) }
        for (path, text) in files {
            try await work.storeFile(
                CodeGenerationResult(filePath: path, code: text, language: "plaintext", explanation: ""))
        }
    }

    func plan(_ job: RowID, isAsked: Bool) async throws -> JobChanges {
        try await application.changes(of: job, isAsked: isAsked, in: folder) { path throws(WorkspaceError) in
            try folder.read(path)?.bytes
        }
    }

    /// Has the right to a job's files meanwhile, as every front end; nobody else has it.
    func claimed<Value>(_ job: RowID, _ body: () async throws -> Value) async throws -> Value {
        guard let claim = application.claimEdits(of: job), application.claimEdits(of: job) == nil else {
            throw RequestFailure("conflict", "not one alone has the claim")
        }
        defer { claim.end() }
        try await application.settleInterrupted(of: job, in: folder)
        return try await body()
    }

    /// Brings a job's files in as a front end without anybody to ask does.
    @discardableResult
    func offer(_ job: RowID) async throws -> JobChanges {
        try await claimed(job) {
            let changes = try await plan(job, isAsked: false)
            try await application.note(changes)
            _ = try await application.write(changes.free, into: folder, agreedBy: "a test")
            return changes
        }
    }

    /// Brings a job's files in as a person who agrees to everything does.
    ///
    /// Files for which `isAgreed` does not hold are left out; `meanwhile` is done while the person looks at the changes.
    func apply(
        _ job: RowID, where isAgreed: (JobChange) -> Bool = { _ in true }, meanwhile: () throws -> Void = {}
    ) async throws {
        try await claimed(job) {
            let changes = try await plan(job, isAsked: true)
            try await application.note(changes)
            let agreed = changes.changes.filter(isAgreed)
            try await application.move(
                changes.changes.filter { !isAgreed($0) }.map(\.file), to: .refused, from: Application.agreeable)
            try meanwhile()
            _ = try await application.write(agreed, into: folder, agreedBy: "a test")
        }
    }

    func undo(_ job: RowID) async throws -> JobUndo {
        try await claimed(job) {
            let undo = try await planUndo(job)
            _ = try await application.takeBack(undo.steps, in: folder)
            return undo
        }
    }

    func planUndo(_ job: RowID) async throws -> JobUndo {
        try await application.undo(of: job, in: folder) { path throws(WorkspaceError) in
            try folder.read(path)?.bytes
        }
    }
}
