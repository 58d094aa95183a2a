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
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else { return nil }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                close(file)
                return nil
            }
            if Self.is(file, at: path) {
                self.path = path
                descriptor = file
                return
            }
            // Whoever held it removed the name between our opening and our locking: it locks nothing now.
            close(file)
        }
    }

    private static func `is`(_ file: Int32, at path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        guard fstat(file, &opened) == 0, lstat(path, &named) == 0 else { return false }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    /// Gives the right back; called once.
    package func end() {
        guard let path else { return }
        unlink(path)
        close(descriptor)
    }
}
