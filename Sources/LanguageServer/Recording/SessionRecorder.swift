import Glibc
import JSON
import JSONRPC

/// `codeforge lsp --record FILE`: a server behind a pipe, with what both sides say written down, scrubbed.
///
/// The server is another process that knows nothing of it: recording changes nothing of what it does. A message is
/// written down before its last bytes are passed on, so that no answer stands before its question.
///
/// The file is JSON Lines: `{"codeforge": VERSION}`, then `{"from": "client" | "server", "message": ...}` in the order
/// in which they passed, or `{"from": ..., "unreadable": BYTES}` for what is no message.
struct SessionRecorder: Sendable {
    private let file: Int32
    private let scrubber = Scrubber(seed: .random(in: .min ... .max))

    /// Serves and records until the client goes away, and ends the program with the server's exit code.
    static func run(_ arguments: [String], to path: String, version: String) -> Never {
        // Whoever names a file that is there already means another one.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            LanguageServerProgram.refuse(
                "the recording cannot be written to \(path): \(String(cString: strerror(errno)))")
        }
        guard let server = ServerChild(arguments: arguments) else {
            LanguageServerProgram.refuse("the server that is to be recorded cannot be started")
        }
        signal(SIGPIPE, SIG_IGN)
        let recorder = SessionRecorder(file: file)
        recorder.write(["codeforge": .string(version)])
        let (process, input, output) = (server.process, server.input, server.output)
        Task.detached {
            recorder.pass(from: output, to: STDOUT_FILENO, of: "server")
            let code = ServerChild.exitCode(of: process)
            _exit(code < 0 ? 1 : code)
        }
        recorder.pass(from: STDIN_FILENO, to: input, of: "client")
        close(input)
        // The server's end ends this process.
        while true { pause() }
    }

    private init(file: Int32) { self.file = file }

    /// Passes bytes on until their end, and writes down the messages in them.
    private func pass(from source: Int32, to target: Int32, of sender: String) {
        var decoder = FrameDecoder()
        let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { space.deallocate() }
        while true {
            let count = read(source, space.baseAddress, space.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            let bytes = UnsafeRawBufferPointer(rebasing: space[..<count])
            decoder.append(bytes)
            while let event = decoder.next() { write(event, of: sender) }
            guard ServerChild.writeAll(bytes, to: target) else { return }
        }
    }

    private func write(_ event: FrameDecoder.Event, of sender: String) {
        var line: JSONObject = ["from": .string(sender)]
        switch event {
        case .frame(let bytes):
            if let message = try? JSONValue(parsing: bytes) {
                line["message"] = scrubber.scrubbed(message)
            } else {
                line["unreadable"] = .integer(bytes.count)
            }
        case .fault: line["unreadable"] = 0
        }
        write(line)
    }

    /// One line in one piece: both directions write.
    private func write(_ line: JSONObject) {
        let text = Array((JSONValue.object(line).serialized + "\n").utf8)
        text.withUnsafeBytes { _ = ServerChild.writeAll($0, to: file) }
    }
}
