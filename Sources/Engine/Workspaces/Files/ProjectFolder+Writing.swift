import Glibc
import Models

extension ProjectFolder {
    /// Replaces or creates a file of the product's own in `.codeforge/` that nobody else writes, such as what a
    /// document was rendered as.
    ///
    /// The new content is complete on the disk before it takes the name, so that a crash leaves the old or the new
    /// file. The mode of an existing file is kept; a link inside the workspace stays a link.
    /// A path that leads outside or names something that is not a regular file is refused.
    package func write(document: String, _ bytes: some Collection<UInt8>) throws(WorkspaceError) {
        let file = try Self.path(ofDocument: document)
        begin()
        let location = try locate(file, creatingFolders: true)
        let old = try? location.folder.attributes(of: location.name)
        guard old?.isRegularFile ?? true else { throw .notAFile(path: file) }
        do throws(SystemError) {
            let temporary = try location.folder.writeTemporary(bytes, like: old)
            let folder = location.folder.descriptor
            guard renameat(folder, temporary, folder, location.name) != 0 else { return }
            let error = SystemError.last
            unlinkat(folder, temporary, 0)
            throw error
        } catch {
            throw .system(path: file, reason: "\(error)")
        }
    }

    /// Why no file can be made in a folder, a sentence's end; nil where one can.
    ///
    /// Nothing is left there by the look.
    package static func hindrance(toMakeFilesIn folder: String) -> String? {
        // O_TMPFILE: a file without a name. https://man7.org/linux/man-pages/man2/open.2.html
        let file = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 {
            close(file)
            return nil
        }
        var failure = SystemError.last
        // Not every file system has files without names.
        if [EOPNOTSUPP, EISDIR, EINVAL].contains(failure.code) {
            let path = "\(folder)/\(TemporaryName.next())"
            let named = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if named >= 0 {
                close(named)
                unlink(path)
                return nil
            }
            failure = SystemError.last
        }
        return "\(folder): \(failure)"
    }

    /// Where a document of the product's own stands in the folder.
    static func path(ofDocument document: String) throws(WorkspaceError) -> String {
        let path = DocumentKind.folder + "/" + document
        guard (try? ProjectPath(validating: document)) != nil else { throw .reserved(path: path) }
        return path
    }

    /// Where a project's regular file stands; nil when nothing does.
    func existing(_ file: ProjectPath) throws(WorkspaceError) -> FileLocation? {
        do throws(PathWalk.Failure) {
            let location = try find(file.text)
            do throws(SystemError) {
                if try location.folder.attributes(of: location.name).isRegularFile { return location }
            } catch {
                throw .system(error)
            }
        } catch {
            if case .system(let reason) = error, reason.isNotFound { return nil }
            throw WorkspaceError(error, at: file.text)
        }
        throw .notAFile(path: file.text)
    }
}

extension OpenFile {
    /// Writes a complete file under a name of its own into this folder, with the owner and mode of an older one.
    func writeTemporary(
        _ bytes: some Collection<UInt8>, like old: stat?, mode: mode_t? = nil
    ) throws(SystemError) -> String {
        let name = TemporaryName.next()
        do throws(SystemError) {
            let file = try createFile(named: name, mode: mode.map { $0 & 0o666 } ?? 0o666)
            if let old {
                // Only root may give a file away; for everybody else it already has the right owner, or cannot.
                _ = fchown(file.descriptor, old.st_uid, old.st_gid)
                try check(fchmod(file.descriptor, old.st_mode & 0o7777))
            }
            if old == nil, let mode { try check(fchmod(file.descriptor, mode)) }
            try file.writeDurably(bytes)
            return name
        } catch {
            unlinkat(descriptor, name, 0)
            throw error
        }
    }
}
