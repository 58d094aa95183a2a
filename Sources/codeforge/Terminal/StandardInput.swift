import Glibc

/// Standard input, for commands that take a text from a pipe.
enum StandardInput {
    /// Why standard input could not be taken.
    enum Failure: Error, CustomStringConvertible {
        case tooLarge(limitBytes: Int)
        case unreadable(reason: String)

        var description: String {
            switch self {
            case .tooLarge(let limit): "Standard input holds more than \(limit) bytes. Give a smaller text."
            case .unreadable(let reason): "Standard input cannot be read: \(reason)."
            }
        }
    }

    /// Everything up to the end of input.
    static func readAll(limitBytes: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(reason: String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limitBytes else { throw .tooLarge(limitBytes: limitBytes) }
        }
    }
}
