import Models
import Storage

extension Application {
    /// The project of a folder: found, or made with the folder's name and in builder mode.
    package func workspace(of folder: ProjectFolder) async throws -> Workspace {
        try await store.onThisMachine().openWorkspace(
            folder: folder.path, title: folder.name, mode: .builder, as: caller)
    }

    /// Whether a folder is that of a project; one without a project gets none by this.
    package func isProject(_ project: RowID, of folder: ProjectFolder) async throws -> Bool {
        try await store.local?.workspace(folder: folder.path, as: caller)?.projectID == project
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
