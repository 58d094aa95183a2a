import Glibc

/// Standard output and standard error, written without a buffer of our own.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes all of `text`; what a reader that has gone away does not take is lost.
    func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes all of `bytes`.
    /// - Returns: false where the reader has gone away and the rest is lost.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    var isTerminal: Bool { isatty(rawValue) == 1 }
}
