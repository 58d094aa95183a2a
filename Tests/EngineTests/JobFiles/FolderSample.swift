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

    init(files: TemporaryFolder? = nil, data: TemporaryFolder? = nil) async throws {
        self.files = try files ?? TemporaryFolder()
        self.data = try data ?? TemporaryFolder()
        application = try await Application.open(database: self.data.path("codeforge.db"))
        folder = try ProjectFolder(path: self.files.path)
        project = try await application.workspace(of: folder).projectID
    }

    /// Runs a job that writes these files, to its end; as a pipeline it proposes what it no longer wants to go.
    func job(_ files: [String: String], isPipeline: Bool = false) async throws -> RowID {
        try await application.syncOnce(folder)
        let id = RowID.random()
        if isPipeline {
            _ = try await application.runPipeline(
                RunPipelineRequest(projectID: project.text, inputContext: ["user_idea": "An app for dogs"]), as: id)
        } else {
            _ = try await application.runAgent(
                RunAgentRequest(projectID: project.text, agentType: .qa, inputContext: [:]), as: id)
        }
        let queue = JobQueue(application, worker: "worker", lease: .seconds(60))
        guard let work = try await queue.claim(), work.job.id == id else {
            throw RequestFailure("not_found", "nothing to claim")
        }
        if isPipeline { try await work.proposeRemovals(beyond: Array(files.keys)) }
        for (path, text) in files {
            try await work.storeFile(
                CodeGenerationResult(filePath: path, code: text, language: "plaintext", explanation: ""))
        }
        try await work.complete([:])
        return id
    }

    func plan(_ job: RowID, isAsked: Bool) async throws -> JobChanges {
        try await application.changes(of: job, isAsked: isAsked) { path throws(WorkspaceError) in
            try folder.read(path)?.bytes
        }
    }

    /// Brings a job's files in as a front end without anybody to ask does.
    func offer(_ job: RowID) async throws {
        let changes = try await plan(job, isAsked: false)
        try await application.note(changes)
        _ = try await application.write(changes.free, into: folder, agreedBy: "a test")
    }

    /// Brings a job's files in as a person who agrees to everything does.
    func apply(_ job: RowID) async throws {
        try await application.settleInterrupted(of: job, in: folder)
        let changes = try await plan(job, isAsked: true)
        try await application.note(changes)
        _ = try await application.write(changes.changes, into: folder, agreedBy: "a test")
    }

    func undo(_ job: RowID) async throws -> JobUndo {
        let undo = try await application.undo(of: job, in: folder) { path throws(WorkspaceError) in
            try folder.read(path)?.bytes
        }
        try await application.noteUndone(undo.settled)
        _ = try await application.takeBack(undo.steps, in: folder)
        return undo
    }
}
