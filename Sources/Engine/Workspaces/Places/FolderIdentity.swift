import CGlibc
import Models

/// What tells a folder from another one that stands at its path later, and finds it again where it was moved to.
///
/// Its inode and the moment when that was made: a number alone is soon given to another folder, and the device's may
/// be another one after the next start of the machine.
package enum FolderIdentity {
    /// - Returns: nil where there is no folder, or its file system does not keep when it was made.
    package static func of(_ path: String) -> String? {
        var (inode, seconds, nanoseconds): (UInt64, Int64, UInt32) = (0, 0, 0)
        guard codeforge_birth(path, &inode, &seconds, &nanoseconds) == 0 else { return nil }
        return "\(inode)-\(seconds)-\(nanoseconds)"
    }

    /// Whether a folder is, as far as can be told, the one that a project was opened in.
    package static func holds(_ workspace: Workspace) -> Bool {
        guard let known = workspace.identity, let now = of(workspace.folder) else { return true }
        return known == now || FolderMark.project(of: workspace.folder) == workspace.projectID
    }
}

/// The project's number in `.codeforge/.base/project`, which goes along where somebody copies a folder and puts the copy
/// in its place, and which git does not.
enum FolderMark {
    private static let name = ".base/project"
    private static let maxBytes = 100

    static func project(of folder: String) -> RowID? {
        guard let folder = try? ProjectFolder(path: folder),
            let file = try? folder.read(DocumentKind.folder + "/" + name, limitBytes: maxBytes, settled: true)
        else { return nil }
        return RowID(String(decoding: file.bytes, as: UTF8.self).filter { !$0.isWhitespace })
    }

    static func set(_ project: RowID, in folder: ProjectFolder) throws {
        guard Self.project(of: folder.path) != project else { return }
        try folder.write(document: name, Array("\(project)\n".utf8))
    }
}
