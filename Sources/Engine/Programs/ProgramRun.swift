import CGlibc
import Glibc
import Synchronization

/// One run of another program to its end, without a shell, in a process group of its own: what it started ends with it.
///
/// Blocks its thread until the program ends, the time is over, it has written too much, or somebody wants it to stop.
package struct ProgramRun: Sendable {
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case notStarted(String, code: Int32)
        case timedOut(String, Duration)
        case wroteTooMuch(String, limitBytes: Int)
        case cancelled(String)

        package var description: String {
            switch self {
            case .notStarted(let name, let code): "'\(name)' could not be started: \(SystemError(code: code))"
            case .timedOut(let name, let time): "'\(name)' took longer than \(time.components.seconds) s and was ended"
            case .wroteTooMuch(let name, let limit): "'\(name)' wrote more than \(limit >> 20) MiB and was ended"
            case .cancelled(let name): "'\(name)' was ended, for nobody waits for it any more"
            }
        }
    }

    package struct Result: Sendable {
        package let output: [UInt8]
        /// The beginning of what it said on standard error, at most 64 KiB.
        package let errors: [UInt8]
        /// The exit code, or minus the signal's number.
        package let code: Int32

        /// The first line of what it said on standard error, harmless on a terminal.
        package var complaint: String {
            let line = errors.split { $0 == 0x0A || $0 == 0x0D }.first ?? []
            return String(decoding: line, as: UTF8.self).printable
        }
    }

    /// A path, or a name that is looked for on `PATH`.
    package var program: String
    package var arguments: [String]
    /// Where it runs; the current folder when nil.
    package var folder: String?
    /// Variables besides those of this process; nil takes one away.
    package var environment: [String: String?] = [:]
    package var timeout: Duration
    package var outputLimitBytes: Int

    package init(
        _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String?] = [:],
        timeout: Duration, outputLimitBytes: Int
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.timeout = timeout
        self.outputLimitBytes = outputLimitBytes
    }

    private static let errorLimitBytes = 64 << 10
    /// The process groups of those that run.
    private static let running = Mutex<Set<pid_t>>([])

    /// Ends every program that runs, because this one ends.
    package static func endAll() {
        running.withLock { groups in
            for group in groups { kill(-group, SIGKILL) }
        }
    }

    /// Runs it; `isCancelled` is asked ten times a second.
    package func run(isCancelled: () -> Bool = { false }) throws(Failure) -> Result {
        var outputPipe = ChildPipe()
        var errorPipe = ChildPipe()
        guard outputPipe.open(), errorPipe.open() else { throw .notStarted(program, code: errno) }
        let child = try start(writingTo: outputPipe.writeEnd, errorPipe.writeEnd)
        outputPipe.closeWriteEnd()
        errorPipe.closeWriteEnd()
        var (output, errors): ([UInt8], [UInt8]) = ([], [])
        var failure: Failure?
        var code: Int32?
        let deadline = ContinuousClock.now + timeout
        // One that has closed its output may go on nevertheless.
        while failure == nil, outputPipe.isOpen || errorPipe.isOpen || code == nil {
            ChildPipe.wait(for: outputPipe, errorPipe, upTo: outputPipe.isOpen || errorPipe.isOpen ? 100 : 5)
            if !outputPipe.isOpen, !errorPipe.isOpen { code = Self.code(of: child, waiting: false) }
            outputPipe.read(into: &output, keeping: outputLimitBytes + 1)
            errorPipe.read(into: &errors, keeping: Self.errorLimitBytes)
            if output.count > outputLimitBytes {
                failure = .wroteTooMuch(program, limitBytes: outputLimitBytes)
            } else if ContinuousClock.now > deadline {
                failure = .timedOut(program, timeout)
            } else if isCancelled() {
                failure = .cancelled(program)
            }
        }
        // What it left behind must not go on after it.
        if failure != nil { kill(-child, SIGKILL) }
        let end = code ?? Self.code(of: child, waiting: true) ?? -1
        Self.running.withLock { _ = $0.remove(child) }
        if let failure { throw failure }
        return Result(output: output, errors: errors, code: end)
    }

    private func start(writingTo output: Int32, _ errors: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let words = CStrings([program] + arguments)
        let variables = CStrings(self.variables)
        defer {
            words.free()
            variables.free()
        }
        var child = pid_t()
        let code = posix_spawnp(&child, program, &actions, &attributes, words.pointers, variables.pointers)
        guard code == 0 else { throw .notStarted(program, code: code) }
        let started = child
        Self.running.withLock { _ = $0.insert(started) }
        return child
    }

    /// `NAME=value` of every variable that the program gets.
    private var variables: [String] {
        var variables: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            let name = String(text.prefix { $0 != "=" })
            if environment.index(forKey: name) == nil { variables.append(text) }
            next += 1
        }
        return variables + environment.compactMap { name, value in value.map { "\(name)=\($0)" } }.sorted()
    }

    /// How a child ended; nil while it runs.
    private static func code(of child: pid_t, waiting: Bool) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, waiting ? 0 : WNOHANG)
            if ended == 0 { return nil }
            if ended > 0 { break }
            guard errno == EINTR else { return -1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}

/// A `char *argv[]`.
private struct CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    func free() {
        for pointer in pointers { Glibc.free(pointer) }
    }
}

/// What a child writes into, and this process reads from; closed when the value goes away.
private struct ChildPipe: ~Copyable {
    private(set) var readEnd: Int32 = -1
    private(set) var writeEnd: Int32 = -1

    var isOpen: Bool { readEnd >= 0 }

    mutating func open() -> Bool {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        (readEnd, writeEnd) = (ends[0], ends[1])
        return true
    }

    mutating func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    deinit {
        if readEnd >= 0 { close(readEnd) }
        if writeEnd >= 0 { close(writeEnd) }
    }

    /// Waits until one of two has something, for at most so many milliseconds.
    static func wait(
        for first: borrowing ChildPipe, _ second: borrowing ChildPipe, upTo milliseconds: Int32
    ) {
        var waiting = [first.readEnd, second.readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&waiting, 2, milliseconds)
    }

    /// Takes what is there, keeping at most `limit` bytes in all.
    mutating func read(into bytes: inout [UInt8], keeping limit: Int) {
        guard isOpen else { return }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(readEnd, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count > 0 else { break }
            bytes += buffer[..<min(count, max(limit - bytes.count, 0))]
            if bytes.count >= limit { return }
        }
        close(readEnd)
        readEnd = -1
    }
}
