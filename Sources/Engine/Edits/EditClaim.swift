import Glibc

/// The right to apply one job's edits: a lock that the kernel drops when its process dies.
package final class EditClaim: Sendable {
    private let path: String?
    private let descriptor: Int32

    /// For a store that no other process sees.
    init() {
        path = nil
        descriptor = -1
    }

    /// - Returns: `nil` while another program holds the lock, or where the file cannot be made.
    init?(path: String) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        self.path = path
        descriptor = file
    }

    /// Gives the right back; called once.
    package func end() {
        guard let path else { return }
        unlink(path)
        close(descriptor)
    }
}
