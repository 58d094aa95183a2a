import Models
import Storage

/// The credential files of a folder: no row holds them, and whoever sends the project away should know of them.
enum FolderCredentials {
    /// Where they are, as far as no ignore file leaves them out; `.env` and histories are not told.
    static func places(in folder: ProjectFolder, limits: MirrorLimits = .standard) -> [SecretPlace] {
        var places: [SecretPlace] = []
        var walk = FolderWalk(of: folder, limits: limits, selection: .withCredentials)
        try? walk.run { file in
            if let kind = kind(of: file.path, in: folder, limits: limits), !kind.staysAtHomeByCustom {
                places.append(SecretPlace(path: file.path, line: nil, kind: kind.description))
            }
        }
        return places.sorted()
    }

    private static func kind(of path: ProjectPath, in folder: ProjectFolder, limits: MirrorLimits) -> CredentialKind? {
        switch CredentialName(path: path) {
        case .ordinary: return nil
        case .credential(let kind): return kind
        case .doubtful:
            let content = try? folder.read(path.text, limitBytes: limits.fileBytes, textOnly: true)
            return content.flatMap { $0 }.flatMap { CredentialFile.kind(of: path, $0.bytes) }
        }
    }
}

extension Application {
    /// A project's files, ready to be sent away: the one way by which they may be read for that.
    ///
    /// Those that a person named in `allowed` may hold secrets.
    ///
    /// - Throws: `secrets_found` with every place of a secret; then nothing is to be sent.
    package func filesToSend(
        ofProject id: String, allowing allowed: [String]
    ) async throws(RequestFailure) -> [ProjectFile] {
        let check = try OutgoingCheck(allowing: allowed)
        let files = try await contents(ofProject: id)
        try await check.pass(files, leftBehind: await credentialsBeside(project: try await project(id).id))
        return files
    }

    /// Of a folder that nobody agreed to have mirrored, nothing is looked at.
    private func credentialsBeside(project: RowID) async throws(RequestFailure) -> [SecretPlace] {
        try await storing { () throws(StoreError) in
            var places: Set<SecretPlace> = []
            for workspace in try await store.local?.workspaces(of: project, as: caller) ?? [] {
                guard let folder = try? ProjectFolder(path: workspace.folder) else { continue }
                let consent = MirrorConsent(store: store, workspace: workspace, caller: caller)
                let isGiven = try await consent.isGiven()
                guard FolderPlace.doubt(about: folder) == nil || isGiven else { continue }
                places.formUnion(FolderCredentials.places(in: folder))
            }
            return places.sorted()
        }
    }
}
