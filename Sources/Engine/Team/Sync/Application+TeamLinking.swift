import Glibc
import JSON
import Models
import Storage

/// What would leave this machine with a link, before anything does.
package struct TeamPreview: Sendable {
    package var files = 0
    package var bytes = 0
    package var jobs = 0
    package var roadmaps = 0
    package var sessions = 0
    package var dismissals = 0
    /// Places that hold secrets, each in a file that stays here.
    package var leftOut: [SecretPlace] = []
    /// Files of the folder that no project keeps, for they are no text or too large.
    package var unkept: [String] = []
    /// The files that hold no secret, so that they need not be searched again.
    package var cleared = ClearedTexts()

    /// The files of `leftOut`, each once.
    package var leftOutFiles: [String] {
        var files: [String] = []
        for place in leftOut where files.last != place.path.text { files.append(place.path.text) }
        return files
    }

    package var json: JSONValue {
        [
            "files": .integer(files), "bytes": .integer(bytes), "jobs": .integer(jobs),
            "roadmaps": .integer(roadmaps), "sessions": .integer(sessions), "dismissals": .integer(dismissals),
            "left_out": .array(leftOutFiles.map { .string($0) }),
        ]
    }
}

extension Application {
    /// What linking a project would send.
    ///
    /// - Throws: `invalid_input` for an allowed file that the project does not have.
    package func teamPreview(of project: RowID, allowing allowed: [String]) async throws(RequestFailure) -> TeamPreview
    {
        let check = try OutgoingCheck(allowing: allowed)
        let files = try await contents(ofProject: project.text)
        let paths = Set(files.map(\.path.text))
        for path in allowed {
            let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
            guard paths.contains(path) else {
                throw .invalidInput(["allow"], "names \(path.debugDescription), which is no file of the project.")
            }
        }
        var preview = TeamPreview()
        preview.leftOut = await check.places(in: files)
        let left = Set(preview.leftOut.map(\.path))
        for file in files where !left.contains(file.path) {
            preview.files += 1
            preview.bytes += file.content.utf8.count
            preview.cleared.add(file.info)
        }
        let (jobs, roadmaps, sessions, dismissals) = try await storing { () throws(StoreError) in
            (
                try await store.jobs(in: project, limit: 1, offset: 0, as: caller).total,
                try await store.roadmaps(of: project, as: caller).count,
                try await store.sessions(of: project, as: caller).count,
                try await store.dismissedFindings(in: project, as: caller).count
            )
        }
        (preview.jobs, preview.roadmaps) = (jobs, roadmaps)
        (preview.sessions, preview.dismissals) = (sessions, dismissals)
        return preview
    }

    /// Files of a project's folder that it does not keep, for they are no text or too large; in the order of their paths.
    ///
    /// What git ignores and what holds credentials is not among them.
    package func unkeptFiles(of project: RowID, in folder: ProjectFolder) async throws(RequestFailure) -> [String] {
        let known = try await storing { () throws(StoreError) in
            Set(try await store.files(in: project, as: caller).map(\.path))
        }
        let limits = MirrorLimits.standard
        var found: [ProjectPath] = []
        var walk = FolderWalk(of: folder, limits: limits)
        try? walk.run { if !known.contains($0.path) { found.append($0.path) } }
        let unkept = found.filter { path in
            guard let content = try? folder.read(path.text, limitBytes: limits.fileBytes, textOnly: true) else {
                return false
            }
            return MirrorPolicy.text(of: content.bytes) == nil && CredentialFile.kind(of: path, content.bytes) == nil
        }
        let large = walk.report.skipped[.tooLarge]?.examples ?? []
        return (unkept.map(\.text) + large).sorted()
    }

    // MARK: - The worker's part

    /// Has the worker program ask a team's server something; this program has no network code.
    ///
    /// - Throws: what the server or the worker says.
    package func askTeam(_ question: JSONObject) async throws(RequestFailure) -> JSONValue {
        try await Self.exchange(["team"], .object(question))
    }

    /// Looks at both sides once: of one project, or of all that are linked.
    ///
    /// `cleared` are texts that were searched for secrets a moment ago.
    package func syncTeam(
        _ project: RowID?, cleared: ClearedTexts = ClearedTexts()
    ) async throws(RequestFailure) -> JSONValue {
        guard let databasePath else {
            throw RequestFailure(
                "unavailable", "A team needs a database that the worker can read. \(memoryReason ?? "")")
        }
        var question: JSONObject = ["database": .string(databasePath)]
        question["project_id"] = project.map { .string($0.text) }
        question["cleared"] = cleared.json
        return try await Self.exchange(["team-sync", "--once"], .object(question))
    }

    private static func exchange(
        _ arguments: [String], _ question: JSONValue
    ) async throws(RequestFailure) -> JSONValue {
        let answer: JSONValue
        do {
            let worker = WorkerExchange(path: WorkerLauncher.standardPath(), arguments: arguments)
            answer = try JSONValue(parsing: try await worker.run(input: Array((question.serialized + "\n").utf8)))
        } catch {
            throw RequestFailure("unavailable", "The worker gave no answer: \(error)")
        }
        if let result = answer["result"] { return result }
        throw RequestFailure(
            answer["error"]?["code"]?.string ?? "unavailable",
            answer["error"]?["message"]?.string ?? "The worker failed without a reason.",
            details: answer["error"]?["data"]?.object ?? JSONObject())
    }

    /// Sees to it that linked projects are kept in step while an editor is there.
    ///
    /// - Returns: Whether a worker was started for it.
    @discardableResult
    package func ensureTeamSync() throws(RequestFailure) -> Bool {
        guard let databasePath else { return false }
        do throws(WorkerLauncher.Failure) {
            return try WorkerLauncher(path: WorkerLauncher.standardPath(), database: databasePath).ensureTeamSync()
        } catch {
            throw RequestFailure("unavailable", error.description)
        }
    }

    /// Whether an editor has a workspace's folder open.
    package func isEdited(_ workspace: Workspace) -> Bool {
        databasePath.map { TeamPresence(database: $0, workspace: workspace.id).isAnnounced } ?? false
    }

    /// Whether any folder of the linked projects is open in an editor.
    package func isAnyLinkedFolderEdited() async -> Bool {
        for linked in (try? await linkedProjects()) ?? [] {
            let workspaces = (try? await store.local?.workspaces(of: linked.project, as: caller)) ?? []
            if workspaces.contains(where: isEdited) { return true }
        }
        return false
    }
}
