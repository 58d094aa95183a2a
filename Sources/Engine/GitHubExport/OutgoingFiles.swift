import Models
import Storage

/// A project as it may be sent away: its files as its folders hold them now, and what stays.
package struct OutgoingFiles: Sendable {
    package struct File: Sendable {
        package let path: ProjectPath
        package let content: String
        /// Whether its owner may run it; git keeps no more of a file's mode.
        package let isExecutable: Bool
    }

    package fileprivate(set) var files: [File] = []
    /// By path, each once.
    package fileprivate(set) var leftOut: [LeftOutFile] = []
}

extension Application {
    /// A project's files, ready to be sent away: the one way by which they may be read for that.
    ///
    /// Where the project has folders on this machine they are looked at first, and only what one of them holds goes: a
    /// row is what was seen last, which a file that was deleted since outlives. Those that a person named in `allowed`
    /// may hold secrets.
    ///
    /// - Throws: `secrets_found` with every place of a secret, `conflict` where the project's folders are not where they
    ///   were; then nothing is to be sent.
    package func filesToSend(
        ofProject id: String, allowing allowed: [String]
    ) async throws(RequestFailure) -> OutgoingFiles {
        let check = try OutgoingCheck(allowing: allowed)
        let project = try await project(id).id
        let folders = try await foldersToSend(of: project)
        for folder in folders ?? [] {
            do {
                try await syncOnce(folder)
            } catch {
                throw RequestFailure("unavailable", "The folder \(folder.shownPath) cannot be looked at: \(error)")
            }
        }
        let rows = try await contents(ofProject: id)
        guard let folders else {
            try await check.pass(rows)
            return OutgoingFiles(
                files: rows.map { OutgoingFiles.File(path: $0.path, content: $0.content, isExecutable: false) })
        }
        let (outgoing, credentials) = await Outgoing(folders, try await consents(of: project, to: folders)).of(rows)
        let sent = Set(outgoing.files.map(\.path))
        try await check.pass(rows.filter { sent.contains($0.path) }, leftBehind: credentials)
        return outgoing
    }

    /// The folders of a project that are where they were; nil for a project that has none on this machine.
    private func foldersToSend(of project: RowID) async throws(RequestFailure) -> [ProjectFolder]? {
        let workspaces = try await storing { () throws(StoreError) in
            try await store.local?.workspaces(of: project, as: caller) ?? []
        }
        if workspaces.isEmpty { return nil }
        let standing = workspaces.filter(FolderIdentity.holds).compactMap { try? ProjectFolder(path: $0.folder) }
        guard !standing.isEmpty else {
            throw RequestFailure(
                "conflict",
                "Nothing was sent: the project's folder \(workspaces.last?.folder ?? "") is not there, or is another "
                    + "one, so that nothing tells which files the project still has. Run the export in the folder's new "
                    + "place.")
        }
        return standing
    }

    /// Of a folder that nobody agreed to have mirrored, nothing is looked at but what the rows name.
    private func consents(
        of project: RowID, to folders: [ProjectFolder]
    ) async throws(RequestFailure) -> Set<String> {
        try await storing { () throws(StoreError) in
            var agreed: Set<String> = []
            for workspace in try await store.local?.workspaces(of: project, as: caller) ?? [] {
                guard let folder = folders.first(where: { $0.path == workspace.folder }) else { continue }
                let consent = MirrorConsent(store: store, workspace: workspace, caller: caller)
                let isGiven = try await consent.isGiven()
                if isGiven || FolderPlace.doubt(about: folder) == nil { agreed.insert(folder.path) }
            }
            return agreed
        }
    }
}

/// Compares rows with folders.
private struct Outgoing: Sendable {
    let folders: [ProjectFolder]
    let agreed: Set<String>
    private let limits = MirrorLimits.standard

    init(_ folders: [ProjectFolder], _ agreed: Set<String>) {
        self.folders = folders
        self.agreed = agreed
    }

    /// What of the rows stands in a folder as they have it, and where the folders have credential files.
    func of(_ rows: [ProjectFile]) async -> (files: OutgoingFiles, credentials: [SecretPlace]) {
        var outgoing = OutgoingFiles()
        var leftOut: [String: LeftOutFile.Reason] = [:]
        for row in rows {
            if let isExecutable = folders.lazy.compactMap({ isExecutable(row, in: $0) }).first {
                outgoing.files.append(.init(path: row.path, content: row.content, isExecutable: isExecutable))
            } else {
                let isGone = folders.allSatisfy { $0.presence(of: row.path.text) == .absent }
                leftOut[row.path.text] = isGone ? .gone : .notMirrored
            }
        }
        var credentials: Set<SecretPlace> = []
        for folder in folders { look(at: folder, &leftOut, &credentials) }
        for file in outgoing.files { leftOut[file.path.text] = nil }
        outgoing.leftOut = leftOut.map { LeftOutFile(path: $0.key, $0.value) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return (outgoing, credentials.sorted())
    }

    /// Whether a row's file may be run; nil where the folder does not hold the row's text.
    private func isExecutable(_ row: ProjectFile, in folder: ProjectFolder) -> Bool? {
        guard case .text(let disk) = DiskText.read(row.path, in: folder, limits: limits), disk.text == row.content,
            let attributes = folder.attributes(of: row.path.text)
        else { return nil }
        return attributes.st_mode & 0o100 != 0
    }

    private func look(
        at folder: ProjectFolder, _ leftOut: inout [String: LeftOutFile.Reason], _ credentials: inout Set<SecretPlace>
    ) {
        guard agreed.contains(folder.path) else { return leftOut[folder.shownPath] = .unasked }
        var walk = FolderWalk(of: folder, limits: limits, selection: .withCredentials, tellingLeftOut: true)
        try? walk.run { file in
            guard let reason = reason(toLeaveOut: file.path, in: folder) else { return }
            leftOut[file.path.text] = reason
            if let kind = FolderCredentials.kind(of: file.path, in: folder, limits: limits), !kind.staysAtHomeByCustom {
                credentials.insert(SecretPlace(path: file.path, line: nil, kind: kind.description))
            }
        }
        // Nobody expects git's own in an export, or ours.
        for file in walk.leftOut where file.reason != .reserved { leftOut[file.path] = file.reason }
        if let limit = walk.report.limit { leftOut["./"] = .limit(limit.description) }
    }

    /// Why a file is not mirrored; nil for one that is, or is going to be.
    private func reason(toLeaveOut path: ProjectPath, in folder: ProjectFolder) -> LeftOutFile.Reason? {
        if let kind = FolderCredentials.kind(of: path, in: folder, limits: limits) {
            return .credentials(kind.description)
        }
        switch DiskText.read(path, in: folder, limits: limits) {
        case .text: return nil
        case .unreadable: return .skipped(.unreadable)
        case .leftOut: return folder.presence(of: path.text) == .absent ? nil : .noText
        }
    }
}
