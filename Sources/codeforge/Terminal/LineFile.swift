import Engine
import Glibc
import Synchronization

/// Writes lines of JSON to a new file or to standard output.
final class LineOutput: Sendable {
    private let name: String
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])
    private let isFinished = Mutex(false)

    private static let bufferBytes = 1 << 16

    /// Makes the file, or takes standard output for `-`; a file that exists is not overwritten.
    init(_ name: String) throws {
        self.name = name
        descriptor = name == "-" ? STDOUT_FILENO : open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure(file: name, "made") }
    }

    deinit {
        // Runs after a failed `init`, too: then the file of that name is somebody else's.
        guard descriptor >= 0, descriptor != STDOUT_FILENO else { return }
        close(descriptor)
        // Half a file would look like a whole one, and be in the way of the next try.
        if !isFinished.withLock({ $0 }) { unlink(name) }
    }

    func write(_ line: String) throws {
        try buffer.withLock { buffer in
            buffer += line.printableJSON.utf8
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count >= Self.bufferBytes { try flush(&buffer) }
        }
    }

    /// Writes what is still held back.
    func finish() throws {
        try buffer.withLock { buffer in try flush(&buffer) }
        isFinished.withLock { $0 = true }
    }

    private func flush(_ buffer: inout [UInt8]) throws {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CommandFailure(file: name, "written") }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Reads lines from a file or from standard input, one after the other, without holding them all.
final class LineInput: Sendable {
    private let reader = Mutex(LineReader(limitBytes: LineInput.limitBytes))

    /// Longest line, in bytes: a pattern's vector or a large file's content fits many times.
    private static let limitBytes = 1 << 28

    /// Opens the file in the place of standard input, or takes that for `-`.
    init(_ name: String) throws {
        if name != "-" { try Self.take(open(name, O_RDONLY | O_CLOEXEC), named: name) }
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0 else { throw CommandFailure(file: name, "read") }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFIFO || kind == S_IFSOCK || isatty(STDIN_FILENO) == 1 { try Self.waitForEnd(of: name) }
    }

    /// Puts a descriptor in the place of standard input.
    private static func take(_ descriptor: Int32, named name: String) throws {
        guard descriptor >= 0, dup2(descriptor, STDIN_FILENO) >= 0 else { throw CommandFailure(file: name, "read") }
        close(descriptor)
    }

    /// Has all that comes over a pipe come first: who waits for a line must not hold the database meanwhile.
    private static func waitForEnd(of name: String) throws {
        guard let file = tmpfile() else { throw CommandFailure(file: name, "kept for the moment") }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CommandFailure(file: name, "read") }
            guard fwrite(buffer, 1, count, file) == count else {
                throw CommandFailure(file: name, "kept for the moment")
            }
            if count == 0 { break }
        }
        guard fflush(file) == 0, lseek(fileno(file), 0, SEEK_SET) == 0 else {
            throw CommandFailure(file: name, "kept for the moment")
        }
        try take(dup(fileno(file)), named: name)
    }

    /// The next line without its end, `nil` after the last one; empty lines are passed over.
    func next() throws -> String? {
        try reader.withLock { reader in
            while let line = try reader.next(beforeWaiting: {}) {
                guard case .text(let bytes) = line else {
                    throw CommandFailure(description: "A line is longer than 256 MiB: this is no export.")
                }
                if !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            }
            return nil
        }
    }
}

extension CommandFailure {
    /// What the system says about a file that can't be worked with.
    fileprivate init(file: String, _ action: String) {
        let reason = String(cString: strerror(errno))
        self.init(description: "\(file == "-" ? "The standard stream" : file) can't be \(action): \(reason).")
    }
}
