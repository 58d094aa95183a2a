import Glibc

/// The three descriptors that every program is given, and that somebody may have closed before it started.
package enum StandardDescriptors {
    /// Takes the place of those that are closed, so that no file that this program opens becomes one of them.
    ///
    /// Called first of all. Each is opened the wrong way round: reading from the one and writing to the others fails
    /// as it would have failed on a closed one, and is told like every such failure.
    ///
    /// As in https://www.gnu.org/software/gnulib/manual/html_node/stdopen.html
    package static func occupy() {
        for (descriptor, wrongMode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest number that is free, which is this one: those below it are taken by now.
            _ = open("/dev/null", wrongMode)
        }
    }

    /// Whether a standard stream can be used the way that it is meant to be.
    package static func isUsable(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFL)
        guard flags >= 0 else { return false }
        let mode = flags & O_ACCMODE
        return mode == O_RDWR || mode == (descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
}
