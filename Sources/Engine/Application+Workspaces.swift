import Models
import Storage

extension Application {
    /// The project of a folder: found, or made with the folder's name and in builder mode; below the folder of a project in
    /// student mode, in that.
    ///
    /// A folder that was moved keeps its project; another one that stands where it was has nothing of it, neither what
    /// somebody agreed to nor what they decided.
    package func workspace(of folder: ProjectFolder) async throws -> Workspace {
        let store = try store.onThisMachine()
        let identity = FolderIdentity.of(folder.path)
        if let known = try await knownWorkspace(at: folder.path) {
            let isAsKnown = known.folder == folder.path && (identity == nil || known.identity == identity)
            if isAsKnown { return known }
            return try await store.moveWorkspace(
                known.id, to: folder.path, identity: identity ?? known.identity, as: caller)
        }
        if let other = try await store.workspace(folder: folder.path, as: caller) {
            // Another program may have opened it in this moment.
            if FolderIdentity.holds(other) { return other }
            try await store.setWorkspaceAside(other.id, as: caller)
        }
        let mode: Project.Mode = try await studentFolder(above: folder.path) == nil ? .builder : .student
        return try await store.openWorkspace(
            folder: folder.path, identity: identity, title: folder.name, mode: mode, as: caller)
    }

    /// The project that a folder was opened with, here or where it stood before; nil for a folder that has none.
    func knownWorkspace(at path: String) async throws(StoreError) -> Workspace? {
        guard let store = store.local else { return nil }
        if let identity = FolderIdentity.of(path),
            let found = try await store.workspace(identity: identity, as: caller),
            found.folder == path || FolderIdentity.of(found.folder) != identity
        {
            return found
        }
        guard let found = try await store.workspace(folder: path, as: caller) else { return nil }
        return FolderIdentity.holds(found) ? found : nil
    }

    /// Whether a folder is that of a project; one without a project gets none by this.
    package func isProject(_ project: RowID, of folder: ProjectFolder) async throws -> Bool {
        try await knownWorkspace(at: folder.path)?.projectID == project
    }

    /// A mirror of a folder, which works once it is run.
    package func mirror(
        of folder: ProjectFolder, limits: MirrorLimits = .standard,
        report: @escaping @Sendable (MirrorEvent) -> Void
    ) async throws -> WorkspaceMirror {
        let workspace = try await workspace(of: folder)
        return WorkspaceMirror(
            folder: folder, workspace: workspace, store: try store.onThisMachine(), caller: caller, limits: limits,
            report: report)
    }
}
