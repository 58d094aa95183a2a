import Engine
import LanguageServerProtocol
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

extension Session {
    /// Whether a folder of the editor's is still being opened: it is not open, and nothing is known to be in the way.
    fileprivate var isOpeningFolders: Bool {
        let open = Set(snapshot.openFolders.map { DocumentURI(folder: $0.uri) })
        return snapshot.folders.contains { folder in
            DocumentURI(folder.uri).path != nil && !open.contains(DocumentURI(folder: folder.uri))
                && mirrorStates[folder.uri]?.stopReason == nil
        }
    }
}

extension ClientConnection {
    /// How often it is looked for a folder that an editor has just told of: for some ten seconds.
    private static let mostLooks = 10

    /// Finds something of the open folders; where it is not there, once all are open that the editor has told of.
    ///
    /// A folder's project is known some milliseconds after the editor opened the folder.
    func findOpen<Value: Sendable>(_ find: @escaping @Sendable (Snapshot) -> Value?) async -> Value? {
        for _ in 0..<Self.mostLooks {
            let (found, isOpening) = await read { (find($0.snapshot), $0.isOpeningFolders) }
            if found != nil || !isOpening { return found }
            await wait { find($0.snapshot) != nil || !$0.isOpeningFolders }
        }
        return nil
    }
}
