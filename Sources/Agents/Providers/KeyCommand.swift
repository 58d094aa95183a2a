import Glibc

/// Runs the shell command that prints a key, in a process group of its own: what it started ends with it.
///
/// Blocks its thread until the command ends or the time is over.
struct KeyCommand: Sendable {
    enum Failure: Error, Hashable {
        case notStarted
        case timedOut
        /// The exit code, or minus the signal's number.
        case ended(Int32)
    }

    /// Most that is read of its output.
    private static let maxBytes = 8 << 10

    let text: String
    let timeout: Duration

    /// - Returns: What it printed.
    func run() throws(Failure) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .notStarted }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let words: [UnsafeMutablePointer<CChar>?] =
            // The same from whichever program, in whichever folder.
            ["/bin/sh", "-c", "cd /\n\(text)"].map { (word: String) in strdup(word) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let error = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
        close(ends[1])
        guard error == 0 else { throw .notStarted }
        let output = read(ends[0])
        guard let output else {
            // Whatever it started must not hold the pipe, nor go on.
            kill(-process, SIGKILL)
            _ = Self.wait(for: process)
            throw .timedOut
        }
        let code = Self.wait(for: process)
        guard code == 0 else { throw .ended(code) }
        return output
    }

    /// What comes until the end; nil where that takes too long.
    private func read(_ descriptor: Int32) -> [UInt8]? {
        let deadline = ContinuousClock.now + timeout
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let left = (deadline - .now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { return nil }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(min(milliseconds, 1_000)))
            if ready <= 0 { continue }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return output }
            if output.count < Self.maxBytes { output += buffer[..<count] }
        }
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}
