import Foundation
import Glibc
import JSON

/// A connection to a server on this machine over which bytes go as they are written: what no HTTP library would send
/// can be sent.
package final class HTTPConnection {
    package enum Failure: Error { case cannotConnect, closed, silent, malformed(String) }

    private let socket: Int32
    private var buffer: [UInt8] = []

    /// Connects to a port of this machine.
    package init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard result == 0 else {
            Glibc.close(socket)
            throw Failure.cannotConnect
        }
    }

    deinit { Glibc.close(socket) }

    /// Sends bytes; what the other side has closed is no failure, for it may have answered before.
    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    package func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends a request with the head that belongs to it.
    package func send(
        _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8]? = nil
    ) {
        var head = "\(method) \(target) HTTP/1.1\r\nhost: 127.0.0.1\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "content-length: \(body.count)\r\n" }
        send(Array((head + "\r\n").utf8) + (body ?? []))
    }

    // MARK: - Receiving

    /// The next answer, with its whole body.
    package func receive(within timeout: Duration = ServerProcess.patience) throws -> HTTPReply {
        let deadline = ContinuousClock.now + timeout
        let (status, headers) = try receiveHead(deadline)
        var body: [UInt8] = []
        if headers["transfer-encoding"]?.lowercased() == "chunked" {
            while let chunk = try receiveChunk(deadline) { body += chunk }
        } else if let length = headers["content-length"].flatMap({ Int($0) }) {
            body = try take(length, deadline)
        }
        return HTTPReply(status: status, headers: headers, body: body)
    }

    /// The head of the next answer.
    package func receiveHead(
        _ deadline: ContinuousClock.Instant = .now + ServerProcess.patience
    ) throws -> (status: Int, headers: [String: String]) {
        let first = try line(deadline)
        guard first.hasPrefix("HTTP/1.1 "), let status = Int(first.dropFirst(9).prefix(3)) else {
            throw Failure.malformed(first)
        }
        var headers: [String: String] = [:]
        while true {
            let line = try line(deadline)
            if line.isEmpty { return (status, headers) }
            guard let colon = line.firstIndex(of: ":") else { throw Failure.malformed(line) }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
        }
    }

    /// The next part of a body that comes in parts; nil at its end.
    package func receiveChunk(_ deadline: ContinuousClock.Instant) throws -> [UInt8]? {
        let size = try line(deadline)
        guard let count = Int(size, radix: 16) else { throw Failure.malformed(size) }
        let bytes = try take(count, deadline)
        _ = try line(deadline)
        return count == 0 ? nil : bytes
    }

    /// Whether the server has closed the connection by then; what comes before is dropped.
    package func isClosed(within timeout: Duration) -> Bool {
        let deadline = ContinuousClock.now + timeout
        while true {
            do { try fill(deadline) } catch Failure.closed { return true } catch { return false }
            buffer = []
        }
    }

    private func line(_ deadline: ContinuousClock.Instant) throws -> String {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n".utf8)) {
                let line = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeSubrange(..<end.upperBound)
                return line
            }
            try fill(deadline)
        }
    }

    private func take(_ count: Int, _ deadline: ContinuousClock.Instant) throws -> [UInt8] {
        while buffer.count < count { try fill(deadline) }
        defer { buffer.removeSubrange(..<count) }
        return Array(buffer[..<count])
    }

    private func fill(_ deadline: ContinuousClock.Instant) throws {
        let left = deadline - .now
        guard left > .zero else { throw Failure.silent }
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        guard poll(&descriptor, 1, Int32(clamping: max(1, milliseconds))) > 0 else { throw Failure.silent }
        var space = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &space, space.count, 0)
        guard count > 0 else { throw Failure.closed }
        buffer += space[..<count]
    }
}
