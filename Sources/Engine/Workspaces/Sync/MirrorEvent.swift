import Models

/// What a mirror tells the front end that opened the folder.
package enum MirrorEvent: Sendable, Hashable {
    /// A look at the whole folder ended.
    case synced(MirrorSummary)
    /// Somebody else changed a file that is open in the editor.
    case storeChanged(StoreFileChange)
    /// A file was changed here and by somebody else; both versions are kept until one is chosen.
    case conflict(FileConflict)
    /// Nothing is mirrored until a person agrees to it; it is news where nobody was told of it yet.
    case unasked(MirrorDoubt, isNews: Bool)
    /// Something that a person should read once.
    case notice(String)
    /// Nothing is mirrored, for this reason, until the next `synced`; there is none when the reason is a lasting one.
    case stopped(String, isLasting: Bool)
    /// Something for the log.
    case log(String, isWarning: Bool)
}

/// The outcome of a look at the whole folder.
package struct MirrorSummary: Sendable, Hashable {
    /// Files mirrored now.
    package var files = 0
    package var added = 0
    package var updated = 0
    package var renamed = 0
    package var removed = 0
    /// Files that another writer's change was brought to.
    package var brought = 0
    package var conflicts = 0
    package var report = WalkReport()

    package init() {}
}

/// Another writer's change of a file that is open in the editor.
package struct StoreFileChange: Sendable, Hashable {
    package var path: ProjectPath
    /// What the store holds; nil when the row was deleted.
    package var content: String?
    /// What the disk holds, which is the editor's text before unsaved changes; nil when there is no such file.
    package var diskContent: String?
    /// The row's version, with which the change is acknowledged.
    package var version: Int
}

/// A file with two versions of which neither knows the other.
package struct FileConflict: Sendable, Hashable {
    package var path: ProjectPath
    /// What the workspace holds.
    package var workspaceContent: String
    package var storeContent: String
    /// The store's version.
    package var storeVersion: Int
    /// The version on which the workspace's content is based; nil when the two never agreed.
    package var baseVersion: Int?

    /// Which version stays; the other is gone then.
    package enum Choice: Sendable, Hashable {
        case workspace
        case store
    }

    package var message: String {
        "\(path) was changed here and by another writer (version \(storeVersion)). Both versions are kept: "
            + "yours in the folder, the other in the project. Choose which one stays."
    }
}
