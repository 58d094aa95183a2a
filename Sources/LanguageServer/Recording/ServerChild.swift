import Glibc

/// A language server of this same program as a process behind two pipes.
struct ServerChild {
    let process: pid_t
    /// What is written here, the server reads.
    let input: Int32
    /// What the server says.
    let output: Int32

    /// Starts `codeforge lsp` with these arguments; nil where the system refuses.
    init?(arguments: [String]) {
        guard let toServer = Self.makePipe() else { return nil }
        guard let fromServer = Self.makePipe() else {
            for descriptor in toServer { close(descriptor) }
            return nil
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toServer[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromServer[1], STDOUT_FILENO)

        var words: [UnsafeMutablePointer<CChar>?] = (["codeforge", "lsp"] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child = pid_t(0)
        let error = posix_spawn(&child, "/proc/self/exe", &actions, nil, words, environ)
        close(toServer[0])
        close(fromServer[1])
        (process, input, output) = (child, toServer[1], fromServer[0])
        guard error == 0 else {
            close(toServer[1])
            close(fromServer[0])
            return nil
        }
    }

    /// A pipe that no other program inherits: where it is read, and where it is written.
    private static func makePipe() -> [Int32]? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    /// Writes all bytes; false once the other side is gone.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let slice = UnsafeRawBufferPointer(rebasing: rest)
            let count = write(descriptor, slice.baseAddress, slice.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits for the process's end; minus the signal's number where a signal ended it.
    static func exitCode(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return 1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}
