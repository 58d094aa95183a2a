import Foundation
import Glibc
import JSON

/// A running `codeforge lsp`, spoken to over real pipes.
///
/// Everything it writes to standard output must be frames: the first byte outside of one throws.
package final class ServerProcess {
    /// How long something may take that is sure to come: a machine that is busy with other things is no failure.
    package static let patience = Duration.seconds(240)

    private let process = Process()
    private let toServer = Pipe()
    private let fromServer = Pipe()
    private let errors = Pipe()
    private let dataFolder: TemporaryFolder
    private var reader = FrameReader()
    /// Messages that came while another was waited for.
    private var waiting: [JSONValue] = []

    /// Starts the server with a data folder of its own.
    package init(arguments: [String] = [], environment: [String: String] = [:]) throws {
        signal(SIGPIPE, SIG_IGN)
        dataFolder = try TemporaryFolder()
        process.executableURL = URL(filePath: BuiltProgram.codeforge)
        process.arguments = ["lsp"] + arguments
        let own = ["XDG_DATA_HOME": dataFolder.path, "XDG_CONFIG_HOME": dataFolder.path]
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
        process.standardInput = toServer
        process.standardOutput = fromServer
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Else the server would never see the end of its input, nor we that of its output.
        try toServer.fileHandleForReading.close()
        try fromServer.fileHandleForWriting.close()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    package var identifier: Int32 { process.processIdentifier }

    // MARK: - Sending

    /// Sends one message; `jsonrpc` is added.
    package func send(_ message: JSONValue) throws {
        var object = message.object ?? JSONObject()
        object["jsonrpc"] = "2.0"
        try send(bytes: FrameReader.frame(JSONValue.object(object).serialized))
    }

    /// Sends bytes as they are, while taking in what the server says, so that neither blocks the other.
    package func send(bytes: [UInt8]) throws {
        let descriptor = toServer.fileHandleForWriting.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                try takeOutput(waitingFor: descriptor, ServerProcess.patience)
            } else {
                throw ServerProcessError.closed
            }
        }
    }

    /// Ends the server's input.
    package func closeInput() throws {
        try toServer.fileHandleForWriting.close()
    }

    // MARK: - Receiving

    /// The next message from the server.
    package func receive(within timeout: Duration = ServerProcess.patience) throws -> JSONValue {
        if !waiting.isEmpty { return waiting.removeFirst() }
        let deadline = ContinuousClock.now + timeout
        while true {
            if let message = try reader.next() { return message }
            let left = deadline - ContinuousClock.now
            guard left > .zero else { throw ServerProcessError.silent }
            try takeOutput(waitingFor: nil, left)
        }
    }

    /// Whether an answer to a request comes; what comes before it is dropped without a look into its JSON.
    package func isAnswered(_ id: String, within timeout: Duration) throws -> Bool {
        waiting = []
        let deadline = ContinuousClock.now + timeout
        let mark = Array("\"id\":\"\(id)\"".utf8)
        while true {
            while let body = try reader.nextBody() {
                if body.prefix(mark.count + 40).firstRange(of: mark) != nil { return true }
            }
            let left = deadline - ContinuousClock.now
            guard left > .zero else { return false }
            do {
                try takeOutput(waitingFor: nil, left)
            } catch ServerProcessError.silent {
                return false
            }
        }
    }

    /// The answer to a request; what comes before it stays to be received.
    package func answer(to id: JSONValue, within timeout: Duration = ServerProcess.patience) throws -> JSONValue {
        var others: [JSONValue] = []
        defer { waiting = others + waiting }
        while true {
            let message = try receive(within: timeout)
            if message["id"] == id, message["method"] == nil { return message }
            others.append(message)
        }
    }

    /// Every message until the server closes its output.
    package func receiveAll(within timeout: Duration = ServerProcess.patience) throws -> [JSONValue] {
        var messages: [JSONValue] = []
        do {
            while true { messages.append(try receive(within: timeout)) }
        } catch ServerProcessError.closed {
            guard reader.isAtBoundary else { throw ServerProcessError.notAFrame("output ends inside a frame") }
            return messages
        }
    }

    private func takeOutput(waitingFor writable: Int32?, _ timeout: Duration) throws {
        let output = fromServer.fileHandleForReading.fileDescriptor
        var descriptors = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: writable ?? -1, events: Int16(POLLOUT), revents: 0),
        ]
        let milliseconds = timeout.components.seconds * 1000 + timeout.components.attoseconds / 1_000_000_000_000_000
        guard poll(&descriptors, 2, Int32(clamping: milliseconds)) > 0 else { throw ServerProcessError.silent }
        guard descriptors[0].revents != 0 else { return }
        var space = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(output, &space, space.count)
        guard count > 0 else { throw ServerProcessError.closed }
        reader.append(space[..<count])
    }

    // MARK: - The end

    /// The exit code, once the server has ended.
    package func exitCode(within timeout: Duration = ServerProcess.patience) throws -> Int32 {
        let ended = DispatchSemaphore(value: 0)
        let process = process
        Thread.detachNewThread {
            process.waitUntilExit()
            ended.signal()
        }
        guard ended.wait(timeout: .now() + .seconds(Int(timeout.components.seconds))) == .success else {
            throw ServerProcessError.silent
        }
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}

/// How a conversation with a server fails.
package enum ServerProcessError: Error, Hashable {
    /// Nothing came in time.
    case silent
    /// The server has closed its end.
    case closed
    /// Standard output holds something else than frames.
    case notAFrame(String)
}
