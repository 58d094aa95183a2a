import Glibc
import Models

extension ProjectFolder {
    /// Reads a regular file, nil when there is none.
    ///
    /// Links are followed inside the workspace. A path that leads outside or names no regular file, and a file longer than the limit, are refused.
    package func read(_ file: ProjectPath, limitBytes: Int = MirrorLimits.standard.fileBytes)
        throws(WorkspaceError) -> FileContent?
    {
        let content = try read(file.text, limitBytes: limitBytes)
        guard let content, content.bytes.count > limitBytes else { return content }
        throw .tooLarge(path: file.text, limitBytes: limitBytes)
    }

    /// As above for any relative path, except that of a longer file the first `limitBytes + 1` bytes come back.
    ///
    /// With `textOnly`, a file that begins like no text comes back as far as its first NUL shows that. With `settled`,
    /// an editor that is in the middle of writing the file is waited for, up to a second.
    func read(
        _ file: String, limitBytes: Int, textOnly: Bool = false, settled: Bool = false
    ) throws(WorkspaceError) -> FileContent? {
        do throws(PathWalk.Failure) {
            let location = try find(file)
            do throws(SystemError) {
                if let opened = try location.folder.regularFile(named: location.name) {
                    if settled { _ = opened.waitsForWriters() }
                    return try FileContent(reading: opened, limitBytes: limitBytes, textOnly: textOnly)
                }
            } catch {
                throw .system(error)
            }
        } catch {
            if case .system(let reason) = error, reason.isNotFound { return nil }
            throw WorkspaceError(error, at: file)
        }
        throw .notAFile(path: file)
    }

    /// Reads what stands at a path that an agent planned, nil for nothing.
    ///
    /// - Throws: `link` as `refuseLinks`.
    package func readPlanned(_ file: ProjectPath) throws(WorkspaceError) -> FileContent? {
        try refuseLinks(on: file)
        return try read(file)
    }

    /// - Throws: `link` where another file would be read, or written, than the one of that name.
    package func refuseLinks(on file: ProjectPath) throws(WorkspaceError) {
        var place = path
        for part in file.text.split(separator: "/") {
            place += "/\(part)"
            var attributes = stat()
            guard lstat(place, &attributes) == 0 else { break }
            if attributes.st_mode & S_IFMT == S_IFLNK { throw .link(path: file.text) }
        }
    }

    /// What stands at a path now, a link not followed; nil when nothing does or it cannot be told.
    func attributes(of file: String) -> stat? {
        guard let location = try? find(file) else { return nil }
        return try? location.folder.attributes(of: location.name)
    }

    /// Whether a regular file of the folder stands at a relative path; no link of its own leads there.
    package func hasFile(_ file: String) -> Bool { attributes(of: file)?.isRegularFile ?? false }

    /// Whether a folder stands at a relative path; no link of its own leads there.
    func hasFolder(_ path: String) -> Bool { (attributes(of: path)?.st_mode ?? 0) & S_IFMT == S_IFDIR }

    /// Whether something stands at a path.
    package enum Presence: Sendable {
        case absent
        case present
        /// It cannot be told, for want of permission or because of a failing disk.
        case unknown
    }

    package func presence(of file: String) -> Presence {
        do throws(PathWalk.Failure) {
            let location = try find(file)
            do throws(SystemError) {
                _ = try location.folder.attributes(of: location.name)
                return .present
            } catch {
                throw .system(error)
            }
        } catch {
            switch error {
            case .system(let reason): return reason.isNotFound ? .absent : .unknown
            case .noRoot: return .unknown
            case .outside, .reserved: return .present
            }
        }
    }

    /// Where a path ends, links followed inside the folder.
    func find(_ file: String) throws(PathWalk.Failure) -> FileLocation {
        var walk = PathWalk(root: path, aliases: [path, givenPath], createsFolders: false)
        return try walk.locate(file)
    }
}

/// A file's bytes and when they were so.
package struct FileContent: Sendable, Hashable {
    package private(set) var bytes: [UInt8] = []
    let stamp: FileStamp

    /// As far as git looks, too, for what tells a binary file.
    private static let headBytes = 8000

    /// Reads on until the file has stayed the same from the first byte to the last, three times at most.
    init(reading file: borrowing OpenFile, limitBytes: Int, textOnly: Bool = false) throws(SystemError) {
        var before = FileStamp(try file.attributes())
        if textOnly, before.sizeBytes > FileContent.headBytes {
            bytes = try file.read(upTo: FileContent.headBytes - 1, expecting: FileContent.headBytes - 1)
            if MirrorPolicy.hasNUL(bytes) {
                stamp = before
                return
            }
        }
        for _ in 0..<3 {
            try check(Int32(truncatingIfNeeded: lseek(file.descriptor, 0, SEEK_SET)))
            bytes = try file.read(upTo: limitBytes, expecting: min(Int(before.sizeBytes), limitBytes))
            let after = FileStamp(try file.attributes())
            if before == after { break }
            before = after
        }
        stamp = before
    }
}

/// By what a change of a file shows without reading it.
struct FileStamp: Sendable, Hashable {
    let sizeBytes: Int64
    /// Nanoseconds since 1970.
    let modifiedNanoseconds: Int64
    let inode: UInt64

    /// How long a file that others save by may live, in nanoseconds.
    private static let youth: Int64 = 10_000_000_000

    /// Whether the file was written a moment ago, or a clock was set since.
    var isYoung: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let age = Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec) &- modifiedNanoseconds
        return age < Self.youth
    }

    init(_ attributes: stat) {
        sizeBytes = Int64(attributes.st_size)
        modifiedNanoseconds = Int64(attributes.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(attributes.st_mtim.tv_nsec)
        inode = UInt64(attributes.st_ino)
    }
}
