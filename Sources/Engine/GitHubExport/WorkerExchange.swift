#if canImport(Glibc)
    import Glibc
#endif
import Dispatch
import Synchronization

/// One question and its answer with a program over pipes: what must not stand in an argument, a file or the store.
struct WorkerExchange: Sendable {
    let path: String
    let arguments: [String]

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs the program with `input` on its standard input; answers with all it wrote on its standard output.
    ///
    /// Its standard error is this process's. Cancelling the task ends the program.
    ///
    /// - Throws: `Failure` where the program could not be started or ended before it answered.
    func run(input: [UInt8]) async throws(Failure) -> [UInt8] {
        let child = try start()
        let outcome: Result<[UInt8], Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(returning: child.exchange(input, name: path))
                }
            }
        } onCancel: {
            child.end()
        }
        return try outcome.get()
    }

    private func start() throws(Failure) -> Child {
        guard access(path, X_OK) == 0 else {
            throw Failure(
                description: "The worker program is not at \(path). Install it beside codeforge,"
                    + " or name it in CODEFORGE_WORKER.")
        }
        let toChild = try Self.privatePipe()
        let fromChild = try Self.privatePipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild.read, 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild.write, 1)
        let pointers = ([path] + arguments).map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var process = pid_t(0)
        let error = posix_spawn(&process, path, &actions, nil, pointers, environ)
        close(toChild.read)
        close(fromChild.write)
        guard error == 0 else {
            close(toChild.write)
            close(fromChild.read)
            throw Failure(description: "\(path) could not be started: \(String(cString: strerror(error))).")
        }
        return Child(process: process, input: toChild.write, output: fromChild.read)
    }

    /// A pipe that no other program that is started inherits.
    private static func privatePipe() throws(Failure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Failure(description: "No pipe to the worker: \(String(cString: strerror(errno))).")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}

/// A running program and this side's ends of its pipes.
private final class Child: Sendable {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    /// Whether the number is still this program's, which nobody else gets before it was waited for.
    private let isThere = Mutex(true)

    init(process: pid_t, input: Int32, output: Int32) {
        (self.process, self.input, self.output) = (process, input, output)
    }

    /// Has the program end, unless it has ended.
    func end() {
        isThere.withLock { if $0 { kill(process, SIGTERM) } }
    }

    /// Writes all, reads all, and waits for the end.
    func exchange(_ bytes: [UInt8], name: String) -> Result<[UInt8], WorkerExchange.Failure> {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(input, $0.baseAddress.map { $0 + sent }, bytes.count - sent) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            sent += count
        }
        close(input)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            answer += buffer[..<count]
        }
        close(output)
        var information = siginfo_t()
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        isThere.withLock { isThere in
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            isThere = false
        }
        if answer.isEmpty { return .failure(.init(description: "\(name) ended without an answer.")) }
        return .success(answer)
    }
}
