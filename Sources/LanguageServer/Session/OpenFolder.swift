import Engine
import Models

/// A folder of the editor that is mirrored into a project.
package struct OpenFolder: Sendable {
    /// The address as the client spells it.
    package let uri: String
    /// Keeps the folder and the project's rows the same; knows the project.
    package let mirror: WorkspaceMirror

    /// The folder that holds a file, and the file's path in it.
    static func containing(_ path: String, among folders: [OpenFolder]) -> (folder: OpenFolder, file: ProjectPath)? {
        let candidates = folders.compactMap { folder in
            folder.mirror.folder.relativePath(of: path).map { (folder: folder, file: $0) }
        }
        // Of nested folders, the innermost.
        return candidates.max { $0.folder.mirror.folder.path.utf8.count < $1.folder.mirror.folder.path.utf8.count }
    }
}
