import CGlibc
import Glibc
import Models

/// Changing a person's files: never by more than what was seen and agreed to.
///
/// Between a look at a file and its replacement somebody may save it, and a disk may take its time. So the new file
/// and the old one exchange their names in one step, what came out is looked at, and where it is not what was seen
/// they exchange again. An editor that writes into the file itself has it open for writing: until it is closed,
/// nothing is known of what it will hold.
extension ProjectFolder {
    /// Writes a file of the project that holds `expected` now; nil for a file that is not there.
    ///
    /// The new content is complete on the disk before it takes the name. The mode of the old file is kept, a new one
    /// gets `mode`, such as `0o600`, or what the user's files have; a link inside the workspace stays a link.
    /// - Throws: `changed` when something else stands there; it stays.
    package func write(
        _ file: ProjectPath, _ bytes: [UInt8], replacing expected: [UInt8]?, mode: mode_t? = nil
    ) throws(WorkspaceError) {
        try write(file.text, bytes, replacing: expected, mode: mode)
    }

    /// Writes a document in `.codeforge/`, which people write too, as a file of the project is written.
    ///
    /// - Throws: `changed` when something else stands there; it stays.
    package func write(
        document: String, _ bytes: [UInt8], replacing expected: [UInt8]?
    ) throws(WorkspaceError) {
        begin()
        try write(Self.path(ofDocument: document), bytes, replacing: expected)
    }

    /// Makes `.codeforge` where there is none, and says in it what belongs to the repository: one that is there is
    /// somebody's own.
    func begin() {
        guard attributes(of: DocumentKind.folder) == nil else { return }
        do {
            try write("\(DocumentKind.folder)/.gitignore", Self.ignores, replacing: nil)
        } catch {
            // Whoever cannot write here is told so by what is written next; it is begun again once they can.
            rmdir("\(path)/\(DocumentKind.folder)")
        }
    }

    /// What of `.codeforge` git does not follow: what is of one machine or one person.
    ///
    /// Spec: https://git-scm.com/docs/gitignore
    private static let ignores = Array(
        """
        # What is of this machine or of one person. Everything else here is the project's: commit it.
        /jobs.md
        /questions.md
        /consent.md
        /changes.md
        /review.md
        /student.md
        /learning.md
        /earlier-*.md

        """.utf8)

    private func write(
        _ file: String, _ bytes: [UInt8], replacing expected: [UInt8]?, mode: mode_t? = nil
    ) throws(WorkspaceError) {
        let location = try locate(file, creatingFolders: true)
        let old = try? location.folder.attributes(of: location.name)
        guard old?.isRegularFile ?? true else { throw .notAFile(path: file) }
        guard (old == nil) == (expected == nil) else { throw .changed(path: file) }
        if let old, let reason = location.refusal(of: old) { throw .system(path: file, reason: reason) }
        do throws(SystemError) {
            let folder = location.folder.descriptor
            var temporary = try location.folder.writeTemporary(bytes, like: old, mode: mode)
            defer { unlinkat(folder, temporary, 0) }
            if old != nil { location.folder.copyExtendedAttributes(of: location.name, to: temporary) }
            let isWritten: Bool
            if let expected {
                // A program that is killed after the exchange leaves a person's file under this name.
                let kept = TemporaryName.keeping(location.name)
                try check(renameat(folder, temporary, folder, kept))
                temporary = kept
                isWritten =
                    try location.folder.exchange(location.name, with: temporary, ifItHolds: expected, forNew: bytes)
            } else {
                isWritten = try location.folder.name(temporary, location.name)
            }
            if isWritten { return }
        } catch {
            throw .system(path: file, reason: "\(error)")
        }
        throw .changed(path: file)
    }

    /// Removes a file of the project that holds `expected` now.
    ///
    /// - Throws: `changed` when something else stands there; it stays.
    package func remove(_ file: ProjectPath, holding expected: [UInt8]) throws(WorkspaceError) {
        try refuseOther(for: file.text)
        guard let location = try existing(file) else { throw .changed(path: file.text) }
        let folder = location.folder.descriptor
        let aside = TemporaryName.keeping(location.name)
        do throws(SystemError) {
            guard try location.folder.name(location.name, aside) else { throw SystemError(code: EEXIST) }
            guard try !location.folder.holds(expected, aside) else {
                if unlinkat(folder, aside, 0) == 0 { return }
                let failure = SystemError.last
                _ = try? location.folder.name(aside, location.name)
                throw failure
            }
            // Somebody saved it meanwhile: it gets its name back, unless they saved it once more under that.
            if try !location.folder.name(aside, location.name) { try check(unlinkat(folder, aside, 0)) }
        } catch {
            // An editor is about to write it anew, and keeps the old one as its backup meanwhile.
            if error.isNotFound { throw .changed(path: file.text) }
            throw .system(path: file.text, reason: "\(error)")
        }
        throw .changed(path: file.text)
    }

    /// The topmost folder that would have to be made for a file, relative to this one; nil where all are there.
    package func firstMissingFolder(of file: ProjectPath) -> String? {
        var folder = ""
        for part in file.text.split(separator: "/").dropLast() {
            folder += folder.isEmpty ? String(part) : "/\(part)"
            if presence(of: folder) == .absent { return folder }
        }
        return nil
    }

    /// Removes the folders above a file that went away, as far as they are empty, up to and with `top`.
    package func removeEmptyFolders(above file: ProjectPath, upTo top: String) {
        var parts = file.text.split(separator: "/").map(String.init)
        while parts.popLast() != nil, !parts.isEmpty {
            let folder = parts.joined(separator: "/")
            guard folder == top || folder.hasPrefix(top + "/"), let location = try? find(folder),
                unlinkat(location.folder.descriptor, location.name, AT_REMOVEDIR) == 0
            else { return }
        }
    }
}

extension FileLocation {
    /// Why a file is not replaced by another one; nil where it may be.
    fileprivate func refusal(of file: stat) -> String? {
        if file.st_nlink > 1 { return "it has another name (a hard link), under which it would stay as it is" }
        guard file.st_mode & 0o222 != 0 else { return "it may only be read" }
        // An editor that makes its backup just now has the name free for a moment: what stands there is seen next.
        guard faccessat(folder.descriptor, name, W_OK, 0) != 0, errno != ENOENT else { return nil }
        return "it may only be read"
    }
}

extension OpenFile {
    /// Gives a new file the extended attributes of an old one, as far as the file system and the user's rights let it.
    fileprivate func copyExtendedAttributes(of old: String, to new: String) {
        let source = openat(descriptor, old, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        let target = openat(descriptor, new, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        defer {
            if source >= 0 { close(source) }
            if target >= 0 { close(target) }
        }
        guard source >= 0, target >= 0 else { return }
        let size = flistxattr(source, nil, 0)
        guard size > 0 else { return }
        var names = [CChar](repeating: 0, count: size)
        let count = flistxattr(source, &names, size)
        guard count > 0 else { return }
        for name in names.prefix(count).split(separator: 0) {
            let name = Array(name) + [0]
            let length = fgetxattr(source, name, nil, 0)
            guard length >= 0 else { continue }
            var value = [UInt8](repeating: 0, count: length)
            let read = fgetxattr(source, name, &value, length)
            if read >= 0 { fsetxattr(target, name, value, read, 0) }
        }
    }

    /// Gives a file another name, which nothing may have.
    ///
    /// - Returns: Whether the name was free.
    func name(_ old: String, _ new: String) throws(SystemError) -> Bool {
        if renameat2(descriptor, old, descriptor, new, UInt32(CODEFORGE_RENAME_NOREPLACE)) == 0 { return true }
        if errno == EEXIST { return false }
        guard Self.lacksFlags(errno) else { throw SystemError.last }
        // A hard link fails where the new name is taken, which a rename would silently replace.
        if linkat(descriptor, old, descriptor, new, 0) == 0 {
            try check(unlinkat(descriptor, old, 0))
            return true
        }
        if errno == EEXIST { return false }
        throw SystemError.last
    }

    /// Puts a new file, of the temporary name, in the place of one that holds `expected`; the old one then has the
    /// temporary name.
    ///
    /// - Returns: False where the file holds something else, and stays.
    fileprivate func exchange(
        _ name: String, with temporary: String, ifItHolds expected: [UInt8], forNew new: [UInt8]
    ) throws(SystemError) -> Bool {
        // Most changes show here, before anything moves.
        guard try holds(expected, name) else { return false }
        guard renameat2(descriptor, temporary, descriptor, name, UInt32(CODEFORGE_RENAME_EXCHANGE)) == 0 else {
            if errno == ENOENT { return false }
            guard Self.lacksFlags(errno) else { throw SystemError.last }
            try check(renameat(descriptor, temporary, descriptor, name))
            return true
        }
        if try holds(expected, temporary) { return true }
        // The file was saved between the look and the exchange. Whoever saves while the names go back is newer still:
        // on they go, until what comes out is the new file itself.
        for _ in 0..<16 {
            if renameat2(descriptor, temporary, descriptor, name, UInt32(CODEFORGE_RENAME_EXCHANGE)) != 0 {
                guard errno == ENOENT else { throw SystemError.last }
                // The name is free meanwhile: an editor keeps what stood there as its backup, and writes next.
                if try self.name(temporary, name) { return false }
            }
            if try holds(new, temporary) { return false }
        }
        return false
    }

    /// Whether a file holds these bytes, and nobody has it open for writing.
    func holds(_ expected: [UInt8], _ name: String) throws(SystemError) -> Bool {
        do throws(SystemError) {
            guard let file = try regularFile(named: name), file.waitsForWriters() else { return false }
            return try file.read(upTo: expected.count, expecting: expected.count) == expected
        } catch {
            if error.isNotFound { return false }
            throw error
        }
    }

    /// Whether the file system or the kernel knows no such flags.
    private static func lacksFlags(_ code: Int32) -> Bool { code == EINVAL || code == ENOSYS || code == ENOTSUP }

    /// Waits until no process has a file open for writing, up to a second.
    ///
    /// - Returns: False where one still has.
    func waitsForWriters() -> Bool {
        for _ in 0..<200 {
            guard isBeingWritten() else { return true }
            usleep(5_000)
        }
        return false
    }

    /// Whether a process has a file open for writing that this one has open for reading alone.
    ///
    /// The kernel grants no read lease then. It is given back at once; whoever opens the file in between is let in, and
    /// the signal that tells of it is one that does nothing. Where there are no leases (another's file, a network
    /// disk), nobody can be seen.
    private func isBeingWritten() -> Bool {
        guard fcntl(descriptor, Int32(CODEFORGE_SETSIG), SIGURG) == 0 else { return false }
        guard fcntl(descriptor, Int32(CODEFORGE_SETLEASE), F_RDLCK) == 0 else { return errno == EAGAIN }
        _ = fcntl(descriptor, Int32(CODEFORGE_SETLEASE), F_UNLCK)
        return false
    }
}
