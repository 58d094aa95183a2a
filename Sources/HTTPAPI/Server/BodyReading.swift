import Hummingbird
import NIOCore
import Synchronization

/// Reading a request's body within its limits.
enum BodyReading {
    /// For so many bytes that have come, the rest may take a second longer: a large body over a slow line is no attack.
    private static let bytesPerSecond = 16 << 10

    /// How much came until now.
    private final class Received: Sendable {
        let bytes = Atomic(0)
    }

    /// The body.
    ///
    /// - Throws: 413 past `limit` bytes, 408 where it is not there in time, and what came of it was not much.
    static func bytes(of request: Request, limit: Int, within time: Duration) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw APIFailure.tooLarge(limit)
        }
        let body = request.body
        let received = Received()
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in body {
                    guard bytes.count + part.readableBytes <= limit else { throw APIFailure.tooLarge(limit) }
                    bytes.append(contentsOf: part.readableBytesView)
                    received.bytes.store(bytes.count, ordering: .relaxed)
                }
                return bytes
            }
            group.addTask {
                let start = ContinuousClock.now
                while true {
                    let end = start + time + .seconds(received.bytes.load(ordering: .relaxed) / bytesPerSecond)
                    if end <= .now { break }
                    try await Task.sleep(until: end)
                }
                throw APIFailure.tooSlow
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    /// Whether a text in a JSON document holds the character NUL, which no database keeps in a text.
    static func holdsNUL(_ json: [UInt8]) -> Bool {
        let escape = Array(#"\u0000"#.utf8)
        var index = 0
        while index + escape.count <= json.count {
            guard json[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if json[index..<index + escape.count].elementsEqual(escape) { return true }
            // What is escaped, a backslash too, begins nothing itself.
            index += 2
        }
        return false
    }
}
