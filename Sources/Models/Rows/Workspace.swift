/// The link between a folder on this machine and its project.
package struct Workspace: Hashable, Sendable {
    package var id: RowID
    package var userID: RowID
    package var projectID: RowID
    /// The folder's absolute path, links resolved.
    package var folder: String
    /// What tells the folder from another one at this path; nil where nothing does.
    package var identity: String?
    package var createdAt: Timestamp

    package init(
        id: RowID, userID: RowID, projectID: RowID, folder: String, identity: String? = nil, createdAt: Timestamp
    ) {
        self.id = id
        self.userID = userID
        self.projectID = projectID
        self.folder = folder
        self.identity = identity
        self.createdAt = createdAt
    }
}

/// What a workspace's folder held at a path when it last agreed with the store.
package struct SyncedFile: Hashable, Sendable {
    package var path: ProjectPath
    /// The row that the file belongs to; `nil` once another writer deleted it.
    package var fileID: RowID?
    /// The row's version that the folder's content equals.
    package var version: Int
    package var stat: FileStat

    package init(path: ProjectPath, fileID: RowID?, version: Int, stat: FileStat) {
        self.path = path
        self.fileID = fileID
        self.version = version
        self.stat = stat
    }
}

/// A path at which the store is not as a workspace's folder last agreed.
package struct UnsyncedRow: Hashable, Sendable {
    /// What was agreed; `nil` where nothing was.
    package var agreed: SyncedFile?
    /// The row at the path now; `nil` when there is none any more.
    package var row: ProjectFileInfo?

    package init(agreed: SyncedFile?, row: ProjectFileInfo?) {
        self.agreed = agreed
        self.row = row
    }
}

/// By what a changed file is recognised without reading it, and by its hash once read.
package struct FileStat: Hashable, Sendable {
    package var sizeBytes: Int64
    /// Nanoseconds since 1970.
    package var modifiedNanoseconds: Int64
    package var inode: UInt64
    /// A hash of the content, of the reader's choice.
    package var hash: UInt64

    package init(sizeBytes: Int64, modifiedNanoseconds: Int64, inode: UInt64, hash: UInt64) {
        self.sizeBytes = sizeBytes
        self.modifiedNanoseconds = modifiedNanoseconds
        self.inode = inode
        self.hash = hash
    }
}
