import Glibc
import SQLiteStorage
import Storage

/// An open file or folder; closed when the value goes away.
///
/// Nothing here follows a symbolic link in the last part of a name, blocks on a FIFO or a device, or becomes the
/// program's terminal.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens a folder by its path; links in it are followed, for the user chose it.
    static func folder(at path: String) throws(SystemError) -> OpenFile {
        try opening { open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC) }
    }

    /// Opens a folder inside this one.
    func folder(named name: UnsafePointer<CChar>) throws(SystemError) -> OpenFile {
        let descriptor = descriptor
        return try OpenFile.opening {
            openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        }
    }

    /// Opens a regular file inside this folder for reading; nil when it is something else, or the database in use.
    func regularFile(named name: UnsafePointer<CChar>) throws(SystemError) -> OpenFile? {
        // Merely opening a device can have an effect, so that the look comes first; the second look is what counts.
        let attributes = try attributes(of: name)
        guard attributes.isRegularFile, !HeldDatabases.contain(attributes, named: String(cString: name)) else {
            return nil
        }
        let descriptor = descriptor
        let file = try OpenFile.opening {
            openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        }
        if try file.attributes().isRegularFile { return file }
        return nil
    }

    /// Opens a regular file by its path for reading; nil when it is something else, or the database in use.
    ///
    /// Links are followed, for the user chose the path.
    static func regularFile(at path: String) throws(SystemError) -> OpenFile? {
        var attributes = stat()
        try check(stat(path, &attributes))
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard attributes.isRegularFile, !HeldDatabases.contain(attributes, named: String(name)) else { return nil }
        let file = try opening { open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        if try file.attributes().isRegularFile { return file }
        return nil
    }

    /// Creates a file inside this folder for writing; fails where anything has that name.
    func createFile(named name: String, mode: mode_t) throws(SystemError) -> OpenFile {
        let descriptor = descriptor
        return try OpenFile.opening {
            openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
    }

    /// What the folder's entry is; of a link itself, not of what it leads to.
    func attributes(of name: UnsafePointer<CChar>) throws(SystemError) -> stat {
        var result = stat()
        try check(fstatat(descriptor, name, &result, AT_SYMLINK_NOFOLLOW))
        return result
    }

    /// What this file is.
    func attributes() throws(SystemError) -> stat {
        var result = stat()
        try check(fstat(descriptor, &result))
        return result
    }

    /// The file's bytes from where it stands; at most `limit` and one more, by which a longer file shows.
    func read(upTo limit: Int, expecting expected: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var isAtEnd = false
        while !isAtEnd, bytes.count <= limit {
            // One byte more than expected finds the end without another allocation.
            let wanted = min(bytes.isEmpty ? max(expected, 0) + 1 : 1 << 16, limit + 1 - bytes.count)
            let chunk = try readChunk(wanted)
            isAtEnd = chunk.isEmpty
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        }
        return bytes
    }

    private func readChunk(_ count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while true {
                let result = Glibc.read(descriptor, buffer.baseAddress, count)
                if result < 0, errno == EINTR { continue }
                if result < 0 { failure = SystemError.last }
                initialized = max(result, 0)
                return
            }
        }
        if let failure { throw failure }
        return chunk
    }

    /// Writes all bytes, and waits until they are on the disk.
    func writeDurably(_ bytes: some Collection<UInt8>) throws(SystemError) {
        var failure: SystemError?
        func writeAll(_ buffer: UnsafeBufferPointer<UInt8>) {
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    failure = SystemError.last
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
        if bytes.withContiguousStorageIfAvailable(writeAll) == nil { Array(bytes).withUnsafeBufferPointer(writeAll) }
        if let failure { throw failure }
        try check(fsync(descriptor))
    }

    private static func opening(_ open: () -> Int32) throws(SystemError) -> OpenFile {
        while true {
            let descriptor = open()
            if descriptor >= 0 { return OpenFile(descriptor: descriptor) }
            if errno != EINTR { throw SystemError.last }
        }
    }
}

/// Throws the reason when a system call failed.
func check(_ result: Int32) throws(SystemError) {
    if result < 0 { throw SystemError.last }
}

/// A failed system call.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    let code: Int32

    static var last: SystemError { SystemError(code: errno) }

    /// Whether nothing has the name, or it is not in a folder.
    var isNotFound: Bool { code == ENOENT || code == ENOTDIR }

    /// Whether the name is a link where none is followed.
    var isLink: Bool { code == ELOOP }

    var description: String { String(cString: strerror(code)) }
}

extension stat {
    var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
