import Glibc

/// The two ends of the conversation: frames come in on standard input and go out on what was standard output.
///
/// Taking the streams moves standard output to a private descriptor and points descriptor 1 at standard error, so that
/// nothing that a library prints can ever stand between two frames.
package struct StandardStreams: Sendable {
    /// Where `wait` may be told to wait.
    package struct Readiness: Sendable {
        package var input = false
        package var output = false
        package var inbox = false
    }

    /// How reading ended.
    package enum ReadResult: Sendable { case bytes(Int), endOfInput, nothingNow }

    private let input: Int32 = 0
    private let output: Int32
    /// Whether a write may be as large as we like, because the descriptor never blocks.
    private let outputNeverBlocks: Bool
    /// Largest write to a descriptor that could block: POSIX lets one of this size through once it is writable.
    private static let atomicBytes = 4096

    /// Takes over standard input and output; nil when output is closed.
    package init?() {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is an error like a full disk, not the end.
        signal(SIGXFSZ, SIG_IGN)
        let private1 = fcntl(1, F_DUPFD_CLOEXEC, 3)
        guard private1 >= 0 else { return nil }
        if dup2(2, 1) < 0 { Self.pointAtNull(1) }
        output = private1
        var status = stat()
        let kind = fstat(private1, &status) == 0 ? status.st_mode & S_IFMT : 0
        // A terminal's or file's flags are shared with other programs; a pipe's end is ours.
        outputNeverBlocks =
            (kind == S_IFIFO || kind == S_IFSOCK)
            && fcntl(private1, F_SETFL, fcntl(private1, F_GETFL) | O_NONBLOCK) == 0
    }

    /// Asks for larger pipe buffers, so that a burst takes fewer wake-ups.
    ///
    /// Failing to get them costs only time.
    package func enlargePipes() {
        let setPipeSize: Int32 = 1031
        _ = fcntl(input, setPipeSize, 1 << 18)
        _ = fcntl(output, setPipeSize, 1 << 18)
    }

    /// Waits until one of the wanted things is possible; a timeout of -1 waits for ever, one of 0 only looks.
    package func wait(
        forInput: Bool, forOutput: Bool, inbox: Int32?, timeoutMilliseconds: Int32
    ) -> Readiness {
        var descriptors = (
            pollfd(fd: forInput ? input : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: forOutput ? output : -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: inbox ?? -1, events: Int16(POLLIN), revents: 0)
        )
        let ready = withUnsafeMutableBytes(of: &descriptors) { bytes in
            poll(bytes.assumingMemoryBound(to: pollfd.self).baseAddress, 3, timeoutMilliseconds)
        }
        guard ready > 0 else { return Readiness() }
        return Readiness(
            input: descriptors.0.revents != 0, output: descriptors.1.revents != 0, inbox: descriptors.2.revents != 0)
    }

    /// Reads what there is into `space`; call it when `wait` said that there is input.
    package func read(into space: UnsafeMutableRawBufferPointer) -> ReadResult {
        let count = Glibc.read(input, space.baseAddress, space.count)
        if count > 0 { return .bytes(count) }
        if count < 0, errno == EAGAIN || errno == EINTR { return .nothingNow }
        return .endOfInput
    }

    /// Writes as much as goes without blocking.
    ///
    /// - Returns: the bytes written; nil when nobody reads any more.
    package func write(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let size = outputNeverBlocks ? bytes.count : min(bytes.count, Self.atomicBytes)
        let count = Glibc.write(output, bytes.baseAddress, size)
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    private static func pointAtNull(_ descriptor: Int32) {
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard null >= 0 else { return }
        dup2(null, descriptor)
        if null != descriptor { close(null) }
    }
}
