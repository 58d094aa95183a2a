import Models

/// The files of projects.
///
/// Seen and written by the project's owner and members alone.
package protocol FileStore: Sendable {
    /// - Throws: `notFound` for the file.
    func file(_ path: ProjectPath, in project: RowID, as caller: Caller) async throws(StoreError) -> ProjectFile

    func file(_ id: RowID, as caller: Caller) async throws(StoreError) -> ProjectFile

    /// Every file without its content, in the order of the paths' bytes. Reads no content.
    func files(in project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectFileInfo]

    /// A part of the list that `files(in:as:)` gives.
    func files(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<ProjectFileInfo>

    /// The files at the paths and in the folders of that name, without content, in the order of the paths' bytes.
    func files(
        in project: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo]

    /// The contents of the named files; paths without a file are absent.
    func contents(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFile]

    /// How many bytes the contents of the named files have; paths without a file are absent.
    func sizes(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectPath: Int]

    /// Saves one file.
    ///
    /// - Throws: `conflict(.version)` when the row is not as `save.base` says; `forbidden` for somebody else's project.
    @discardableResult
    func saveFile(_ save: FileSave, in project: RowID, as caller: Caller) async throws(StoreError) -> ProjectFileInfo

    /// Saves many files in one transaction, and what the folder held of them.
    ///
    /// A file in conflict is left as it is and does not hold back the others.
    /// `workspace` says where to remember the saves' `stat`s as in agreement with the rows.
    /// There is one outcome a save, in order.
    ///
    /// - Throws: `invalidInput` for a workspace in a store that has none: only a `LocalStore` does.
    func saveFiles(
        _ saves: [FileSave], in project: RowID, workspace: RowID?, as caller: Caller
    ) async throws(StoreError) -> [FileSaveOutcome]

    /// Gives the row another path and the next version; its identity and content stay.
    ///
    /// - Throws: `conflict(.version)` when the version is another one or the new path is taken.
    @discardableResult
    func renameFile(
        _ path: ProjectPath, to newPath: ProjectPath, expectedVersion: Int, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> ProjectFileInfo

    /// Deletes many files in one transaction, each if it has the version that the caller saw.
    ///
    /// The answer has the identity of each deleted row, in order; `nil` for a file that is gone or has another version.
    func deleteFiles(
        _ files: [(path: ProjectPath, version: Int)], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID?]

    /// `expectedVersion` is the version that the caller saw; `nil` deletes whatever is there.
    func deleteFile(
        _ path: ProjectPath, expectedVersion: Int?, in project: RowID, as caller: Caller
    ) async throws(StoreError)
}

/// New content for a path.
package struct FileSave: Hashable, Sendable {
    package enum Base: Hashable, Sendable {
        /// The file must not exist yet.
        case absent
        /// The file must have this version.
        case version(Int)
        /// Whatever there is: for a caller that has just read the row in another way and owns the file.
        case any
    }

    package var path: ProjectPath
    package var content: String
    package var language: String?
    package var base: Base
    /// What the workspace's folder holds at the path, when it holds this content.
    package var stat: FileStat?

    package init(path: ProjectPath, content: String, language: String?, base: Base, stat: FileStat? = nil) {
        self.path = path
        self.content = content
        self.language = language
        self.base = base
        self.stat = stat
    }
}

package enum FileSaveOutcome: Hashable, Sendable {
    case saved(ProjectFileInfo)
    /// The row held this content and language already; its version stays.
    case unchanged(ProjectFileInfo)
    /// The row is not as the save's base says; `nil` when it is gone.
    case conflict(current: ProjectFileInfo?)
}
