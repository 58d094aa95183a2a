#if canImport(Glibc)
    import Glibc
#endif

/// The files of a workspace's `.codeforge/` folder, rendered so that what people write in them stays.
///
/// Beside each document lies, in `.codeforge/.base/`, what CodeForge wrote there last. A new rendering is merged
/// three ways: base, the file as it is, the new rendering. Several processes may do this at once: a lock file orders
/// them, and repeating a rendering changes nothing.
package struct DocumentFolder: Sendable {
    package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        package let path: String
        package let problem: String

        package var description: String { "\(path) \(problem)" }
    }

    private let folder: String
    private var base: String { folder + "/.base" }

    /// Longest document, in bytes, that is read.
    static let maxBytes = 4 * 1_024 * 1_024

    /// - Parameter root: The workspace's folder.
    package init(root: String) { folder = root + "/" + DocumentKind.folder }

    package func path(of kind: DocumentKind) -> String { folder + "/" + kind.fileName }

    /// The document as it is on disk; `nil` where there is none.
    package func text(of kind: DocumentKind) -> [UInt8]? { Self.read(path(of: kind)) }

    /// Merges a rendering into an open document's text, without touching the disk.
    package func merged(_ rendering: String, of kind: DocumentKind, into text: [UInt8]) -> [UInt8] {
        let theirs = Array(rendering.utf8)
        let base = Self.read(base + "/" + kind.fileName) ?? []
        return ThreeWayMerge(base: base, mine: text, theirs: theirs, style: .both).text
    }

    /// Writes what `render` gives, once nobody else writes here.
    ///
    /// - Parameter render: Called under the lock, so that the last to write has read the latest rows; `nil` leaves
    ///   a document as it is.
    /// - Returns: The documents whose file changed.
    /// - Throws: `Failure` where the folder or a file cannot be written, or is a link to somewhere else.
    @discardableResult
    package func update(
        _ render: () async throws -> [DocumentKind: String]
    ) async throws -> [DocumentKind] {
        try Self.makeFolder(folder)
        try Self.makeFolder(base)
        let lock = open(base + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { throw Failure(path: base + "/lock", problem: "cannot be opened: \(Self.reason)") }
        defer { close(lock) }
        try await Self.take(lock)
        if access(base + "/.gitignore", F_OK) != 0 { try Self.replace(base + "/.gitignore", with: Array("*\n".utf8)) }
        var changed: [DocumentKind] = []
        for (kind, rendering) in try await render().sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where try update(kind, rendering) {
            changed.append(kind)
        }
        return changed
    }

    private func update(_ kind: DocumentKind, _ rendering: String) throws(Failure) -> Bool {
        let theirs = Array(rendering.utf8)
        let basePath = base + "/" + kind.fileName
        let known = Self.read(basePath)
        let current = Self.read(path(of: kind))
        if known == theirs && current != nil { return false }
        // A document that somebody deleted is written anew only when there is something new to say.
        let mine = current ?? []
        let merged = ThreeWayMerge(base: current == nil ? [] : known ?? [], mine: mine, theirs: theirs, style: .both)
        if merged.text != mine || current == nil { try Self.replace(path(of: kind), with: merged.text) }
        try Self.replace(basePath, with: theirs)
        return merged.text != mine || current == nil
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o755) == 0 { return }
        guard errno == EEXIST else { throw Failure(path: path, problem: "cannot be made: \(reason)") }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure(path: path, problem: "is not a folder. Move it away, so that CodeForge can write there.")
        }
    }

    /// Waits for the lock without blocking a thread of the program.
    private static func take(_ lock: Int32) async throws {
        for _ in 0..<500 {
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw Failure(path: DocumentKind.folder, problem: "is being written by another program for more than 5 s.")
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= maxBytes else {
            return nil
        }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                guard let start = buffer.baseAddress else { return }
                let got = Glibc.read(file, start + count, size - count)
                if got <= 0 { return }
                count += got
            }
        }
    }

    /// Whole or not at all: a new file takes the old one's place.
    private static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
        let temporary = path + ".\(getpid()).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw Failure(path: path, problem: "cannot be written: \(reason)") }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(file, $0 + written, bytes.count - written) } ?? -1
            }
            if count < 0 { break }
            written += count
        }
        close(file)
        if written < bytes.count || rename(temporary, path) != 0 {
            let failure = Failure(path: path, problem: "cannot be written: \(reason)")
            unlink(temporary)
            throw failure
        }
    }
}
