import Engine
import Glibc
import JSON

/// Standard output and standard error, written without a buffer of our own.
///
/// What a reader that has gone away does not take is lost.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes text for people; whatever it quotes steers neither the terminal nor a workflow's runner.
    func write(_ text: String) {
        write(Array(text.printableLines(styled: isCapableTerminal).utf8))
    }

    /// Writes a JSON document and a line end.
    func write(json: JSONValue, pretty: Bool = true) {
        write(Array((json.serialized(pretty: pretty) + "\n").printableJSON.utf8))
    }

    /// Writes all of `bytes`, which somebody has to have made harmless.
    ///
    /// What standard output can't take, as on a full disk, ends the program: half an answer must not look like one.
    ///
    /// - Returns: false where the reader has gone away and the rest is lost.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                if count < 0, errno != EPIPE, self == .output { Self.endUnwritten(errno) }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func endUnwritten(_ code: Int32) -> Never {
        StandardStream.error.write("Error: Standard output cannot be written: \(String(cString: strerror(code))).\n")
        exit(2)
    }

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Whether it is a terminal that obeys control sequences, as that of Emacs' shell does not.
    var isCapableTerminal: Bool { isTerminal && getenv("TERM").map { String(cString: $0) } != "dumb" }
}
