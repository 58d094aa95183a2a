import Glibc
import Models

/// A folder that is open in an editor: the only way in which CodeForge reads and writes its files.
///
/// A path is followed one part at a time with every link resolved by hand, so that no link, and no link that is put
/// there meanwhile, leads outside. Files are replaced whole: a reader sees the old content or the new one.
package struct ProjectFolder: Sendable, Hashable {
    /// The absolute path with links resolved; what the store keeps.
    package let path: String
    /// The path as the user wrote it, which links inside the folder may use.
    let givenPath: String
    /// Tells it from a folder that stands at the path later.
    private let identity: String?

    /// Opens a folder; throws when the path is none or cannot be read.
    package init(path: String) throws(WorkspaceError) {
        do throws(SystemError) {
            _ = try OpenFile.folder(at: path)
        } catch {
            throw .system(path: path, reason: "the folder cannot be opened, \(error)")
        }
        guard let resolved = realpath(path, nil) else {
            throw .system(path: path, reason: "the folder cannot be opened, \(SystemError.last)")
        }
        defer { free(resolved) }
        guard let text = String(validatingCString: resolved) else {
            throw .system(path: path, reason: "the folder's name is not UTF-8")
        }
        self.path = text
        givenPath = path
        identity = FolderIdentity.of(text)
    }

    /// Whether the folder that was opened still stands at its path, as far as can be told.
    package var isInPlace: Bool { identity == nil || FolderIdentity.of(path) == identity }

    /// Refuses to change a folder that took the place of the one that was opened.
    func refuseOther(for file: String) throws(WorkspaceError) {
        if !isInPlace { throw .system(path: file, reason: ProjectFolder.otherInPlace) }
    }

    /// Why nothing is written to a folder that took the place of the one that was opened.
    package static let otherInPlace = "another folder stands in the place of the one that was opened"

    /// The absolute path by which the user knows the folder: an editor does not resolve links.
    package var shownPath: String { givenPath.hasPrefix("/") ? givenPath : path }

    /// The last part of the path.
    package var name: String {
        path.split(separator: "/").last.map(String.init) ?? "/"
    }

    /// The path of a file relative to this folder; nil when it is not in it, or no path that a project may have.
    package func relativePath(of absolute: String) -> ProjectPath? {
        pathInside(absolute).flatMap { try? ProjectPath(validating: String($0)) }
    }

    /// Whether a path names a file of this folder that a project has not, such as `.codeforge/jobs.md`.
    package func holds(_ file: String, at absolute: String) -> Bool {
        pathInside(absolute).map { $0 == file } ?? false
    }

    private func pathInside(_ absolute: String) -> Substring? {
        for root in [path, givenPath] {
            let prefix = root.hasSuffix("/") ? root : root + "/"
            if absolute.hasPrefix(prefix) { return absolute.dropFirst(prefix.count) }
        }
        return nil
    }

    /// The absolute path of a project's file.
    package func absolutePath(of file: ProjectPath) -> String {
        shownPath.hasSuffix("/") ? shownPath + file.text : "\(shownPath)/\(file.text)"
    }

    /// Opens the folder that the last part of a relative path stands in; missing folders are made when `creating`.
    func locate(_ file: String, creatingFolders creating: Bool) throws(WorkspaceError) -> FileLocation {
        if creating { try refuseOther(for: file) }
        do throws(PathWalk.Failure) {
            var walk = PathWalk(root: path, aliases: [path, givenPath], createsFolders: creating)
            return try walk.locate(file)
        } catch {
            throw WorkspaceError(error, at: file)
        }
    }
}
