import JSON
import Models
import Storage

/// A file that a job wrote and that is to go into a folder.
package struct PendingFile: Sendable, Hashable {
    package let path: ProjectPath
    /// What the job started from; empty for a new file.
    package let before: [UInt8]
    /// What the store holds now.
    package let content: [UInt8]
    package let version: Int

    /// The file as a folder or an editor should have it: what the agent wrote, joined with what a person typed.
    package func merged(into current: [UInt8]?) -> ThreeWayMerge {
        ThreeWayMerge(base: before, mine: current ?? before, theirs: content)
    }
}

/// Bringing a job's files into a folder, by exactly one of all the programs that could.
extension Application {
    /// The files that a job wrote and that no folder has yet.
    package func pendingFiles(of job: RowID) async throws(RequestFailure) -> [PendingFile] {
        let row = try await storing { () throws(StoreError) in try await store.job(job, as: caller) }
        return try await storing { () throws(StoreError) in
            let held = try await HeldFiles(in: row.projectID, store: store, caller: caller)
            let paths = held.jobs.filter { $0.value == job }.keys.sorted()
            let before = try await store.projectValues(
                withPrefix: JobWork.key(job, "before/"), in: row.projectID, as: caller)
            let bases = Dictionary(before.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            return try await store.contents(of: paths, in: row.projectID, as: caller).map { file in
                let base = bases[JobWork.key(job, "before/\(file.path)")].flatMap { try? JSONValue(parsing: $0.text) }
                return PendingFile(
                    path: file.path, before: Array((base?.string ?? "").utf8), content: Array(file.content.utf8),
                    version: file.version)
            }
        }
    }

    /// Notes that a folder or an editor has a file with this text, and lets mirrors go on with it.
    ///
    /// What a person had typed into it becomes part of the row, so that disk and row agree. A row that changed
    /// meanwhile keeps its content: the mirror compares the two.
    package func settle(_ file: PendingFile, as text: [UInt8], in project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            if text != file.content {
                let save = FileSave(
                    path: file.path, content: String(decoding: text, as: UTF8.self),
                    language: FileLanguage.name(of: file.path), base: .version(file.version))
                _ = try await store.saveFiles([save], in: project, workspace: nil, as: caller)
            }
            try await HeldFiles.release([file.path], in: project, store: store, caller: caller)
        }
    }

    /// Jobs of a project that completed and whose files no folder has yet, oldest first.
    package func finishedJobsWithFiles(in project: RowID) async throws(RequestFailure) -> [RowID] {
        try await storing { () throws(StoreError) in
            var finished: [AgentJob] = []
            for id in Set(try await HeldFiles(in: project, store: store, caller: caller).jobs.values) {
                let job = try await store.job(id, as: caller)
                if job.status == .completed { finished.append(job) }
            }
            return finished.sorted { $0.createdAt < $1.createdAt }.map(\.id)
        }
    }

    /// Whether somebody refused the job's edit; it is offered again only when asked for.
    package func isRefused(_ job: RowID, in project: RowID) async -> Bool {
        ((try? await store.projectValue(JobWork.key(job, "refused"), in: project, as: caller)) ?? nil) != nil
    }

    package func setRefused(_ job: RowID, in project: RowID) async {
        try? await store.setProjectValue(
            JSONText("true"), for: JobWork.key(job, "refused"), in: project, as: caller)
    }

    /// The right to bring a job's files into a folder; `nil` while another program has it.
    package func claimEdits(of job: RowID) -> EditClaim? {
        guard let databasePath else { return EditClaim() }
        return EditClaim(path: "\(databasePath)-edits-\(job).lock")
    }

    /// Writes a job's files into a folder without an editor, and lets mirrors go on with them.
    ///
    /// What the folder's files hold is merged in, never overwritten.
    /// - Returns: The paths that were written; empty when another program brings them in.
    /// - Throws: `WorkspaceError` for a file that cannot be written; those before it stay.
    package func writeFiles(of job: RowID, project: RowID, into folder: ProjectFolder) async throws -> [ProjectPath] {
        guard let claim = claimEdits(of: job) else { return [] }
        defer { claim.end() }
        let files = try await pendingFiles(of: job)
        for file in files {
            let current = try folder.read(file.path)?.bytes
            let merged = file.merged(into: current).text
            if merged != current { try folder.write(file.path, merged) }
            try await settle(file, as: merged, in: project)
        }
        return files.map(\.path)
    }
}
