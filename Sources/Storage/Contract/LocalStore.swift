import Models

/// What only a store on a person's own machine has: its one user, folders and their projects, what was synchronised.
///
/// For the project's owner alone.
package protocol LocalStore: Store, TeamFileStore {
    /// The user of a store that serves one person; made at the first call, the same for every process.
    func localUser() async throws(StoreError) -> Profile

    /// The link of a folder, made together with a new project when there is none.
    ///
    /// Two processes that open one folder at the same time get the same link.
    /// `folder` is an absolute path, links resolved.
    /// `identity` tells the folder from another one at the same path; nil where nothing does.
    func openWorkspace(
        folder: String, identity: String?, title: String, mode: Project.Mode, as caller: Caller
    ) async throws(StoreError) -> Workspace

    /// The link of a folder, if there is one.
    func workspace(folder: String, as caller: Caller) async throws(StoreError) -> Workspace?

    /// The link of the folder with an identity, wherever it stood when it was opened last.
    func workspace(identity: String, as caller: Caller) async throws(StoreError) -> Workspace?

    /// A linked folder stands at another path now; what was linked to that path is set aside.
    func moveWorkspace(
        _ id: RowID, to folder: String, identity: String?, as caller: Caller
    ) async throws(StoreError) -> Workspace

    /// Keeps the link of a folder that does not stand at its path any more; it is found by its identity alone.
    func setWorkspaceAside(_ id: RowID, as caller: Caller) async throws(StoreError)

    /// The folders of a project, in the order in which they were linked.
    func workspaces(of project: RowID, as caller: Caller) async throws(StoreError) -> [Workspace]

    /// Links a folder to an existing project, replacing the link it has.
    @discardableResult
    func linkWorkspace(
        folder: String, to project: RowID, as caller: Caller
    ) async throws(StoreError) -> Workspace

    /// What the folder held when it last agreed with the rows, in the order of the paths' bytes.
    func syncedFiles(in workspace: RowID, as caller: Caller) async throws(StoreError) -> [SyncedFile]

    /// The part of `syncedFiles(in:as:)` at the paths and in the folders of that name.
    func syncedFiles(
        in workspace: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [SyncedFile]

    /// Where the rows of the workspace's project are not as the folder last agreed: new, changed, moved or deleted.
    ///
    /// In no order; reads no content.
    func unsyncedRows(in workspace: RowID, as caller: Caller) async throws(StoreError) -> [UnsyncedRow]

    /// Remembers that the folder agrees with the rows at these paths, and forgets others; one transaction.
    ///
    /// What another editor of the folder has agreed since stays: a newer version of the same row is not replaced, and
    /// what agrees with the row as it stands is not forgotten.
    func recordSynced(
        _ files: [SyncedFile], forgetting paths: [ProjectPath], in workspace: RowID, as caller: Caller
    ) async throws(StoreError)
}
