import Glibc
import Synchronization

/// Writes lines to a new file or to standard output.
final class LineOutput: Sendable {
    private let name: String
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])

    private static let bufferBytes = 1 << 16

    /// `-` is standard output. Another name must not exist: nothing is overwritten.
    init(_ name: String) throws {
        self.name = name
        descriptor = name == "-" ? STDOUT_FILENO : open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure(file: name, "made") }
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
    }

    func write(_ line: String) throws {
        try buffer.withLock { buffer in
            buffer += line.utf8
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count >= Self.bufferBytes { try flush(&buffer) }
        }
    }

    /// Writes what is still held back.
    func finish() throws {
        try buffer.withLock { buffer in try flush(&buffer) }
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
    private let name: String
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var buffer: [UInt8] = []
        var start = 0
        var isAtEnd = false
    }

    /// `-` is standard input.
    init(_ name: String) throws {
        self.name = name
        descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(file: name, "read") }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next line without its end, `nil` after the last one; empty lines are passed over.
    func next() throws -> String? {
        try state.withLock { state in
            while true {
                let line = try nextLine(&state)
                if line != "" { return line }
            }
        }
    }

    private func nextLine(_ state: inout State) throws -> String? {
        var searched = state.start
        while true {
            if let end = state.buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { state.start = end + 1 }
                return String(decoding: state.buffer[state.start..<end], as: UTF8.self)
            }
            if state.isAtEnd {
                defer { state.start = state.buffer.count }
                return state.start < state.buffer.count
                    ? String(decoding: state.buffer[state.start...], as: UTF8.self) : nil
            }
            state.buffer.removeFirst(state.start)
            state.start = 0
            searched = state.buffer.count
            try fill(&state)
        }
    }

    private func fill(_ state: inout State) throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var count = read(descriptor, &chunk, chunk.count)
        while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
        guard count >= 0 else { throw CommandFailure(file: name, "read") }
        state.isAtEnd = count == 0
        state.buffer += chunk[..<count]
    }
}

extension CommandFailure {
    /// What the system says about a file that can't be worked with.
    fileprivate init(file: String, _ action: String) {
        self.init(description: "\(file) can't be \(action): \(String(cString: strerror(errno))).")
    }
}
