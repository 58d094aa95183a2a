import Glibc
import JSON
import JSONRPC

/// Says to a server what a recorded client said, and compares what comes back.
///
/// Before each message the server has said what it had said before: answers by their identity, requests by their
/// method. Notifications come when they come and are not waited for.
///
/// The recorded folders are others, empty ones; what the server names anew, such as its jobs, is named as the answers
/// name it. The editor's process is gone, so none is named.
package struct SessionReplay {
    /// What a replay came to.
    package struct Outcome: Sendable {
        /// Messages of the recorded client that were sent.
        package var sent = 0
        /// What the recorded server said and this one did not, in words.
        package var missing: [String] = []
        /// Minus the signal's number where a signal ended the server.
        package var exitCode: Int32 = 0
    }

    /// How long something that was recorded is waited for, in milliseconds.
    private static let patience: Int32 = 10_000

    private let say: (JSONValue) -> Void
    private var decoder = FrameDecoder()
    private var heard: [JSONValue] = []
    /// The identities of this server's requests, by those of the recorded ones.
    private var identities: [String: JSONValue] = [:]
    private var stand: ReplayStandIns
    private var outcome = Outcome()

    /// Replays the lines of a recording.
    ///
    /// - Parameters:
    ///   - lines: the recording, as `SessionRecorder` writes it.
    ///   - arguments: options of `codeforge lsp`.
    ///   - folder: an empty folder, in which the recorded ones are made.
    ///   - say: gets each message of the server.
    /// - Returns: what came of it; nil where no server can be started.
    package static func run(
        _ lines: [JSONValue], arguments: [String], in folder: String, say: @escaping (JSONValue) -> Void
    ) -> Outcome? {
        guard let server = ServerChild(arguments: arguments) else { return nil }
        signal(SIGPIPE, SIG_IGN)
        var replay = SessionReplay(stand: ReplayStandIns(lines, in: folder), say: say)
        for line in lines {
            guard let message = line["message"] else { continue }
            if line["from"]?.string == "client" {
                replay.send(message, to: server.input)
            } else {
                replay.expect(message, from: server.output)
            }
        }
        close(server.input)
        while replay.hear(from: server.output) {}
        close(server.output)
        replay.outcome.exitCode = ServerChild.exitCode(of: server.process)
        return replay.outcome
    }

    private init(stand: ReplayStandIns, say: @escaping (JSONValue) -> Void) {
        self.stand = stand
        self.say = say
    }

    private mutating func send(_ message: JSONValue, to descriptor: Int32) {
        var object = stand.replaced(message).object ?? JSONObject()
        if object["method"] == nil, let id = object["id"] { object["id"] = identities[id.serialized] ?? id }
        let body = JSONValue.object(object).serialized
        let frame = Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
        let isSent = frame.withUnsafeBytes { ServerChild.writeAll($0, to: descriptor) }
        if isSent { outcome.sent += 1 }
    }

    /// Waits until the server has said something of the same kind.
    private mutating func expect(_ message: JSONValue, from descriptor: Int32) {
        guard let id = message["id"], id != .null else { return }
        let method = message["method"]?.string
        repeat {
            let place = heard.firstIndex { $0["method"]?.string == method && (method != nil || $0["id"] == id) }
            if let place {
                if method != nil { identities[id.serialized] = heard[place]["id"] }
                stand.learn(message, heard[place])
                heard.remove(at: place)
                return
            }
        } while hear(from: descriptor)
        outcome.missing.append(method.map { "the request \($0)" } ?? "the answer to \(id.serialized)")
    }

    /// Takes in what the server says next; false once it says nothing more.
    private mutating func hear(from descriptor: Int32) -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, Self.patience) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return false }
        bytes.withUnsafeBytes { decoder.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        while let event = decoder.next() {
            guard case .frame(let body) = event, let message = try? JSONValue(parsing: body) else { continue }
            say(message)
            if message["id"] != nil { heard.append(message) }
        }
        return true
    }
}
