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

    /// The files that this job wrote so far, by their paths, with the text that stood there before; empty for none.
    package func proposals() async throws(Failure) -> [String: String] {
        try await working { () throws(StoreError) in
            let own = try await store.jobFiles(of: job.id, as: owner).filter { $0.content != nil }
            return Dictionary(own.map { ($0.path.text, $0.seen ?? "") }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Identities of the findings of the project's files that somebody dismissed, by the files' paths.
    package func dismissed() async throws(Failure) -> [String: Set<String>] {
        try await working { () throws(StoreError) in
            try await store.dismissedFindings(in: job.projectID, as: owner).reduce(into: [:]) { found, finding in
                if let path = finding.path { found[path.text, default: []].insert(finding.identity) }
            }
        }
    }

    /// Keeps a generated file as the job's proposal.
    ///
    /// `seen` is the text that stood there when the agent looked, nil for what the project holds now. An edit of it
    /// (`isEdit`) comes in only where that text stands still, or can be merged with what does.
    ///
    /// - Throws: `failed` for a path that a project may not have.
    package func storeFile(
        _ result: CodeGenerationResult, seen: String? = nil, isEdit: Bool = false
    ) async throws(Failure) {
        let path: ProjectPath
        do {
            path = try ProjectPath(validating: result.filePath)
        } catch {
            throw .failed("The code agent named a file that is refused. \(error)")
        }
        try await working { () throws(StoreError) in
            let isFirst = try await store.jobFiles(of: job.id, as: owner).allSatisfy { $0.path != path }
            if isFirst, isEdit, seen != nil { try await noteEdit(of: path) }
            let held = try await store.contents(of: [path], in: job.projectID, as: owner).first
            try await store.proposeFile(
                JobFile(
                    jobID: job.id, projectID: job.projectID, path: path, content: result.code,
                    language: result.language, seen: seen ?? held?.content),
                as: owner)
        }
    }

    /// Notes that the job's file changes a text instead of being written anew.
    private func noteEdit(of path: ProjectPath) async throws(StoreError) {
        let edits = try await store.edits(of: job.id, in: job.projectID, as: owner)
        let names = (edits.map(\.text) + [path.text]).sorted().map { JSONValue.string($0) }
        try await store.setProjectValue(
            JSONText(.array(names)), for: JobEdit.key(job.id), in: job.projectID, as: owner)
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

/// Which of a job's files change a text that they were made for, kept beside the job.
enum JobEdit {
    static func key(_ job: RowID) -> String { "edits/\(job)" }
}

extension Store {
    /// The paths of a job's files that change a text that they were made for.
    func edits(of job: RowID, in project: RowID, as caller: Caller) async throws(StoreError) -> Set<ProjectPath> {
        let kept = try await projectValue(JobEdit.key(job), in: project, as: caller)?.value?.array ?? []
        return Set(kept.compactMap { $0.string.flatMap { try? ProjectPath(validating: $0) } })
    }
}
