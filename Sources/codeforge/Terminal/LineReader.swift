import Glibc

/// Lines of standard input, one at a time, in memory that does not grow with the stream.
struct LineReader {
    enum Line {
        case text([UInt8])
        /// The line is longer than the limit; it is read past with the next one.
        case tooLong
    }

    private let limitBytes: Int
    private var buffer: [UInt8] = []
    /// Where the unread bytes begin.
    private var start = 0
    /// Bytes from `start` on that hold no line feed.
    private var searched = 0
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var reachedEnd = false
    /// Whether the unread bytes begin inside a line that was too long.
    private var isPassing = false

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Reads the next line.
    ///
    /// - Parameter beforeWaiting: called before every read, which may wait for whoever writes.
    /// - Returns: the line without its line feed, nil at the end of input.
    /// - Throws: `CommandFailure` where standard input cannot be read.
    mutating func next(beforeWaiting: () throws -> Void) throws -> Line? {
        while true {
            if let end = nextLineFeed() {
                defer { start = end + 1 }
                if isPassing {
                    isPassing = false
                    continue
                }
                return end - start > limitBytes ? .tooLong : .text(Array(buffer[start..<end]))
            }
            let isTooLong = !isPassing && buffer.count - start > limitBytes
            isPassing = isPassing || isTooLong
            if isPassing {
                start = buffer.count
                searched = 0
            }
            compact()
            if isTooLong { return .tooLong }
            if reachedEnd {
                guard !buffer.isEmpty else { return nil }
                defer { buffer = [] }
                return .text(buffer)
            }
            try beforeWaiting()
            try fill()
        }
    }

    private mutating func nextLineFeed() -> Int? {
        let from = start + searched
        let found = buffer.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, from < bytes.count,
                let match = memchr(base + from, CInt(UInt8(ascii: "\n")), bytes.count - from)
            else { return nil }
            return UnsafeRawPointer(match) - base
        }
        searched = found == nil ? buffer.count - start : 0
        return found
    }

    /// Drops what has been read, and the memory of a line that was much longer than most.
    private mutating func compact() {
        guard start > 0 else { return }
        if start == buffer.count, buffer.capacity > 1 << 20 {
            buffer = []
        } else {
            buffer.removeSubrange(..<start)
        }
        start = 0
    }

    private mutating func fill() throws {
        while true {
            let count = read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFailure(description: "Standard input cannot be read: \(String(cString: strerror(errno))).")
            }
            reachedEnd = count == 0
            buffer += chunk[..<count]
            return
        }
    }
}
