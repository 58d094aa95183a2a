import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models
import Text

/// Brings a finished job's files into a folder: through the editor where it can show them first, else on the disk.
struct JobEdits: Sendable {
    let job: RowID
    let project: RowID
    let folder: OpenFolder
    let application: Application
    let connection: ClientConnection

    /// What became of the files.
    struct Outcome: Sendable {
        var applied: [ProjectPath] = []
        /// Files that stay in the project only, and why.
        var refused: [ProjectPath] = []
        var reason: String?

        var json: JSONValue {
            var object: JSONObject = [
                "applied": .bool(refused.isEmpty), "files": .array(applied.map { .string($0.text) }),
                "refused": .array(refused.map { .string($0.text) }),
            ]
            if let reason { object["reason"] = .string(reason) }
            return .object(object)
        }
    }

    /// - Throws: `conflict` while another program applies the same job's files.
    func apply() async throws(ResponseError) -> Outcome {
        guard let claim = application.claimEdits(of: job) else {
            throw .failed("conflict", "Another editor or the command line brings these files in. Look at the folder.")
        }
        defer { claim.end() }
        do {
            let files = try await application.pendingFiles(of: job)
            guard !files.isEmpty else { return Outcome() }
            let editor = await connection.read { session in
                EditorTexts(session.snapshot, files: files, in: session.snapshot.folder(folder))
            }
            let merges = files.map { file in
                MergedFile(file: file, merge: file.merged(into: editor.texts[file.path] ?? disk(file.path)))
            }
            return try await bring(merges, editor)
        } catch let error as RequestFailure {
            throw ResponseError(error)
        } catch let error as ResponseError {
            throw error
        } catch {
            throw .failed("unavailable", "The files were not brought into the folder: \(error)")
        }
    }

    fileprivate func disk(_ path: ProjectPath) -> [UInt8]? {
        (try? folder.mirror.folder.read(path))?.bytes
    }

    private func bring(_ merges: [MergedFile], _ editor: EditorTexts) async throws -> Outcome {
        // Without document changes an editor cannot make files: it gets the documents that it shows.
        let shown = editor.makesFiles ? merges : merges.filter { editor.texts[$0.file.path] != nil && editor.applies }
        let paths = Set(shown.map(\.file.path))
        var outcome = Outcome()
        for merged in merges where !paths.contains(merged.file.path) {
            try folder.mirror.folder.write(merged.file.path, merged.merge.text)
            try await settle(merged)
            outcome.applied.append(merged.file.path)
        }
        let edits = shown.filter { $0.merge.text != (editor.texts[$0.file.path] ?? disk($0.file.path)) }
        for merged in shown where !edits.contains(merged) {
            if disk(merged.file.path) == merged.merge.text {
                try await settle(merged)
            } else {
                await waitForSave(of: merged)
            }
            outcome.applied.append(merged.file.path)
        }
        if !edits.isEmpty { try await ask(edits, editor, &outcome) }
        folder.mirror.filesChanged(merges.map(\.file.path))
        return outcome
    }

    /// One edit for the editor to show and apply; what it says it did is checked.
    private func ask(_ edits: [MergedFile], _ editor: EditorTexts, _ outcome: inout Outcome) async throws {
        let edit = JobWorkspaceEdit(edits: edits, editor: editor, folder: folder.mirror.folder).json
        let answer = try? await connection.request(
            "workspace/applyEdit", ["label": "CodeForge: bring in generated files", "edit": edit] as JSONValue)
        let files = edits.map(\.file)
        if answer?["applied"]?.bool == true {
            await connection.wait { session in
                let shown = EditorTexts(session.snapshot, files: files, in: session.snapshot.folder(folder)).texts
                return edits.allSatisfy { merged in
                    shown[merged.file.path].map { $0 == merged.merge.text } ?? true
                }
            }
        }
        let now = await connection.read { session in
            EditorTexts(session.snapshot, files: files, in: session.snapshot.folder(folder))
        }
        for merged in edits {
            let path = merged.file.path
            let isApplied = answer?["applied"]?.bool == true
            if isApplied, disk(path) == merged.merge.text {
                try await settle(merged)
                outcome.applied.append(path)
            } else if isApplied, now.texts[path] == merged.merge.text {
                await waitForSave(of: merged)
                outcome.applied.append(path)
            } else {
                outcome.refused.append(path)
            }
        }
        guard !outcome.refused.isEmpty else { return }
        await application.setRefused(job, in: project)
        outcome.reason = answer?["failureReason"]?.string ?? "The editor did not apply the edit."
    }

    private func settle(_ merged: MergedFile) async throws {
        try await application.settle(merged.file, as: merged.merge.text, in: project)
    }

    /// The editor shows the change and has not saved it: until then the disk says nothing about the file.
    private func waitForSave(of merged: MergedFile) async {
        let path = folder.mirror.folder.absolutePath(of: merged.file.path)
        let edit = UnsavedEdit(edits: self, file: merged.file, disk: disk(merged.file.path))
        _ = await connection.read { $0.jobs.unsavedEdits[path] = edit }
    }
}

/// A change that an editor took over into a document, whose file is still what it was.
struct UnsavedEdit: Sendable {
    fileprivate let edits: JobEdits
    fileprivate let file: PendingFile
    fileprivate let disk: [UInt8]?

    /// Takes what was saved for the file's text, whatever a person made of it.
    ///
    /// - Returns: Whether anything was saved.
    fileprivate func settle() async -> Bool {
        guard let saved = edits.disk(file.path), saved != disk else { return false }
        do {
            try await edits.application.settle(file, as: saved, in: edits.project)
        } catch {
            return false
        }
        edits.folder.mirror.filesChanged([file.path])
        return true
    }
}

/// A job's file as it should be, with what a person typed meanwhile.
struct MergedFile: Sendable, Equatable {
    let file: PendingFile
    let merge: ThreeWayMerge

    static func == (a: Self, b: Self) -> Bool { a.file.path == b.file.path }
}

/// What the editor shows of some files, and what it can do with edits.
struct EditorTexts: Sendable {
    var texts: [ProjectPath: [UInt8]] = [:]
    var versions: [ProjectPath: Int] = [:]
    var addresses: [ProjectPath: String] = [:]
    let encoding: PositionEncoding
    let applies: Bool
    /// Whether it checks the versions of documents.
    let versioned: Bool
    let makesFiles: Bool
    let annotates: Bool

    init(_ snapshot: Snapshot, files: [PendingFile], in folder: ProjectFolder?) {
        encoding = snapshot.encoding
        applies = snapshot.client.appliesEdits
        versioned = snapshot.client.versionedEdits
        makesFiles = applies && versioned && snapshot.client.createsFiles
        annotates = snapshot.client.annotatesChanges
        let wanted = Set(files.map(\.path))
        for document in snapshot.documents.all {
            guard let path = document.path.flatMap({ folder?.relativePath(of: $0) }), wanted.contains(path) else {
                continue
            }
            texts[path] = document.buffer.copyBytes()
            versions[path] = document.version
            addresses[path] = document.uri
        }
    }
}

extension Snapshot {
    /// The folder on disk, while it is open.
    func folder(_ folder: OpenFolder) -> ProjectFolder? {
        openFolders.first { $0.uri == folder.uri }?.mirror.folder
    }
}

extension ClientConnection {
    /// Has the loop look something up.
    func read<Value: Sendable>(_ body: @escaping @Sendable (inout Session) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            perform { session in continuation.resume(returning: body(&session)) }
        }
    }

    /// Waits until the client has told of something that it did, at most a second.
    ///
    /// A client may answer that it applied an edit before it tells of the change: Neovim 0.7 gathers changes.
    func wait(until condition: @escaping @Sendable (inout Session) -> Bool) async {
        for _ in 0..<50 {
            if await read(condition) { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

extension Session {
    /// Brings the files of a job that completed into its folder.
    mutating func applyEdits(of news: JobNews, _ application: Application) {
        guard let folder = snapshot.openFolders.first(where: { $0.mirror.workspace.projectID == news.project }) else {
            return
        }
        applyEdits(of: news.job, in: folder, application)
    }

    mutating func applyEdits(of job: RowID, in folder: OpenFolder, _ application: Application) {
        let connection = snapshot.connection
        let edits = JobEdits(
            job: job, project: folder.mirror.workspace.projectID, folder: folder, application: application,
            connection: connection)
        jobs.applying.insert(job)
        Task {
            defer { connection.perform { $0.jobs.applying.remove(job) } }
            do throws(ResponseError) {
                let outcome = try await edits.apply()
                guard !outcome.refused.isEmpty else { return }
                let count = outcome.refused.count
                connection.perform { session in
                    session.show(
                        .info,
                        "\(count) generated file\(count == 1 ? " was" : "s were") not applied and stay in the project. "
                            + "Run codeforge.applyResult, or use the lens in jobs.md, to bring them in later.")
                }
            } catch {
                connection.perform { session in
                    session.log.write(.info, "files were not brought in", ["error": error.message])
                    // Another program that brings them in is no news.
                    guard error.data?["code"] != "conflict" else { return }
                    session.show(
                        .warning,
                        "\(error.message) They stay in the project: run codeforge.applyResult, or use the lens in "
                            + "jobs.md, to bring them in once that is done.")
                }
            }
        }
    }

    /// Goes on with files of jobs that the editor held unsaved until now.
    mutating func settleSavedEdits(_ changes: [FileChange]) {
        guard !jobs.unsavedEdits.isEmpty else { return }
        let connection = snapshot.connection
        for change in changes where change.kind != .deleted {
            guard let path = change.path.flatMap(absolutePath), let edit = jobs.unsavedEdits[path] else { continue }
            Task {
                guard await edit.settle() else { return }
                connection.perform { $0.jobs.unsavedEdits[path] = nil }
            }
        }
    }

    /// A file of an open folder by the folder's own path, whichever the client uses.
    private func absolutePath(of path: String) -> String? {
        OpenFolder.containing(path, among: snapshot.openFolders).map {
            $0.folder.mirror.folder.absolutePath(of: $0.file)
        }
    }

    /// Goes on with jobs that completed while no editor was there.
    mutating func applyEarlierEdits(in folder: OpenFolder, _ application: Application) {
        let (connection, project) = (snapshot.connection, folder.mirror.workspace.projectID)
        Task {
            for job in (try? await application.finishedJobsWithFiles(in: project)) ?? []
            where !(await application.isRefused(job, in: project)) {
                connection.perform { $0.applyEdits(of: job, in: folder, application) }
            }
        }
    }
}
