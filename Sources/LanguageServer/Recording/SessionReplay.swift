import Glibc
import JSON
import JSONRPC

/// Says to a server what a recorded client said, and compares what comes back.
///
/// Before each message the server has said what it had said before: answers by their identity, requests by their
/// method. Notifications come when they come and are not waited for, nor are requests to look again; these are answered
/// at once. Answers have to be alike as far as `AnswerShape` says.
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
        /// What this server answers otherwise, in words.
        package var different: [String] = []
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
    /// What was asked last under each identity of the client's.
    private var asked: [String: JSONValue] = [:]
    private let input: Int32
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
        var replay = SessionReplay(stand: ReplayStandIns(lines, in: folder), input: server.input, say: say)
        for line in lines {
            guard let message = line["message"] else { continue }
            if line["from"]?.string == "client" {
                replay.send(message)
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

    private init(stand: ReplayStandIns, input: Int32, say: @escaping (JSONValue) -> Void) {
        self.stand = stand
        self.input = input
        self.say = say
    }

    private mutating func send(_ message: JSONValue) {
        var object = stand.replaced(message).object ?? JSONObject()
        if let id = object["id"] {
            if object["method"] == nil {
                // What was answered at once, or never asked, is not answered now.
                guard let own = identities[id.serialized] else { return }
                object["id"] = own
            } else {
                asked[id.serialized] = message
            }
        }
        if write(.object(object)) { outcome.sent += 1 }
    }

    private func write(_ message: JSONValue) -> Bool {
        let body = message.serialized
        let frame = Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
        return frame.withUnsafeBytes { ServerChild.writeAll($0, to: input) }
    }

    /// Whether a message asks to look again: how often that is asked is a matter of time.
    private static func isRefresh(_ message: JSONValue) -> Bool {
        message["method"]?.string?.hasSuffix("/refresh") == true
    }

    /// Waits until the server has said something of the same kind.
    private mutating func expect(_ message: JSONValue, from descriptor: Int32) {
        guard let id = message["id"], id != .null, !Self.isRefresh(message) else { return }
        let method = message["method"]?.string
        repeat {
            let place = heard.firstIndex { $0["method"]?.string == method && (method != nil || $0["id"] == id) }
            if let place {
                let own = heard.remove(at: place)
                if method != nil {
                    identities[id.serialized] = own["id"]
                } else if let request = asked[id.serialized],
                    let difference = AnswerShape.difference(message, own, to: request)
                {
                    outcome.different.append("the answer to \(id.serialized), \(difference)")
                }
                stand.learn(message, own)
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
            if Self.isRefresh(message) {
                _ = write(["id": message["id"] ?? .null, "result": .null, "jsonrpc": "2.0"])
            } else if message["id"] != nil {
                heard.append(message)
            }
        }
        return true
    }
}
