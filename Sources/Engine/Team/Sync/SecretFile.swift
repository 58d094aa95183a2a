import Glibc
import Models

/// A file with one secret in it, which its owner alone can read.
package struct SecretFile: Sendable {
    /// Why the secret was not used, a sentence with what to do.
    package struct Refused: Error, Hashable, Sendable {
        package let reason: String
    }

    private static let maxBytes = 8 << 10

    private let path: String

    package init(path: String) { self.path = path }

    /// The secret; nil where there is no file, or nothing in it.
    package func read() throws(Refused) -> Secret? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Refused(reason: "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var attributes = stat()
        guard fstat(descriptor, &attributes) == 0, attributes.st_mode & S_IFMT == S_IFREG else {
            throw Refused(reason: "\(path) is no file.")
        }
        guard attributes.st_uid == geteuid(), attributes.st_mode & 0o077 == 0 else {
            throw Refused(
                reason: "\(path) can be read by others, so that its key was not used. Run: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: Self.maxBytes)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).drop(while: \.isWhitespace)
        let secret = text.reversed().drop(while: \.isWhitespace).reversed()
        return secret.isEmpty ? nil : Secret(String(secret))
    }
}
