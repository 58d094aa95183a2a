import JSON
import Models
import Storage

/// Files that an agent reads and writes. What it writes are proposals: the folder changes when somebody agrees.
extension JobWork {
    /// The text of every file of the project by its path, with what this job wrote so far.
    package func files() async throws(Failure) -> [String: String] {
        try await working { () throws(StoreError) in
            let paths = try await store.files(in: job.projectID, as: owner).map(\.path)
            let files = try await store.contents(of: paths, in: job.projectID, as: owner)
            var texts = Dictionary(files.map { ($0.path.text, $0.content) }, uniquingKeysWith: { first, _ in first })
            for own in try await store.jobFiles(of: job.id, as: owner) { texts[own.path.text] = own.content }
            return texts
        }
    }

    /// Keeps a generated file as the job's proposal.
    ///
    /// - Throws: `failed` for a path that a project may not have.
    package func storeFile(_ result: CodeGenerationResult) async throws(Failure) {
        let path: ProjectPath
        do {
            path = try ProjectPath(validating: result.filePath)
        } catch {
            throw .failed("The code agent named a file that is refused. \(error)")
        }
        try await working { () throws(StoreError) in
            let seen = try await store.contents(of: [path], in: job.projectID, as: owner).first
            try await store.proposeFile(
                JobFile(
                    jobID: job.id, projectID: job.projectID, path: path, content: result.code,
                    language: result.language, seen: seen?.content),
                as: owner)
        }
    }

    /// Proposes to remove what earlier pipelines brought in and this one, by its plan, does not want any more.
    ///
    /// Files that single agents were asked for stay wanted.
    package func proposeRemovals(beyond planned: [String]) async throws(Failure) {
        let planned = Set(planned)
        try await working { () throws(StoreError) in
            var known: Set<ProjectPath> = []
            for file in try await store.jobFileHistory(in: job.projectID, as: owner)
            where file.jobID != job.id && !file.changedNothing && known.insert(file.path).inserted {
                guard file.state == .applied, file.content != nil, !planned.contains(file.path.text),
                    try await store.job(file.jobID, as: owner).agentType == "pipeline"
                else { continue }
                try await store.proposeFile(
                    JobFile(
                        jobID: job.id, projectID: job.projectID, path: file.path, content: nil, seen: file.written),
                    as: owner)
            }
        }
    }

    /// A project without a folder has its files in the store alone: there is nobody's text to be asked about.
    func keepFilesWithoutFolder() async throws(Failure) {
        try await working { () throws(StoreError) in
            let workspaces = try await store.local?.workspaces(of: job.projectID, as: owner) ?? []
            guard workspaces.isEmpty else { return }
            let files = try await store.jobFiles(of: job.id, as: owner).filter { $0.state == .proposed }
            let saves = files.compactMap { file in
                file.content.map { FileSave(path: file.path, content: $0, language: file.language, base: .any) }
            }
            guard !saves.isEmpty else { return }
            _ = try await store.saveFiles(saves, in: job.projectID, workspace: nil, as: owner)
            let kept = files.map { file in
                var file = file
                (file.state, file.before, file.written) = (.applied, file.seen, file.content)
                return file
            }
            _ = try await store.moveJobFiles(kept, from: [.proposed], as: owner)
        }
    }
}
