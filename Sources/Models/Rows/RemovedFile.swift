/// A file that was deleted from a project.
package struct RemovedFile: Hashable, Sendable {
    package var path: ProjectPath
    /// The last one that it had.
    package var version: Int

    package init(path: ProjectPath, version: Int) {
        self.path = path
        self.version = version
    }
}

/// What a file of a project was when this machine and a team's server last agreed about it.
package struct TeamFile: Hashable, Sendable {
    package var path: ProjectPath
    /// The server's version.
    package var version: Int
    /// The version of this machine's row that holds the same text; nil where none does.
    package var fileVersion: Int?
    /// Whether this machine's row was deleted since.
    package var isGone: Bool
    /// The job in which a newer version of the server's is offered, and that version.
    package var offeredJob: RowID?
    package var offeredVersion: Int?

    package init(
        path: ProjectPath, version: Int, fileVersion: Int?, isGone: Bool = false, offeredJob: RowID? = nil,
        offeredVersion: Int? = nil
    ) {
        self.path = path
        self.version = version
        self.fileVersion = fileVersion
        self.isGone = isGone
        self.offeredJob = offeredJob
        self.offeredVersion = offeredVersion
    }
}
