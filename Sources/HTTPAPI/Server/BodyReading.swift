import Hummingbird
import NIOCore

/// Reading a request's body within its limits.
enum BodyReading {
    /// The body.
    ///
    /// - Throws: 413 past `limit` bytes, 408 where it is not there in time.
    static func bytes(of request: Request, limit: Int, within time: Duration) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw APIFailure.tooLarge(limit)
        }
        let body = request.body
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in body {
                    guard bytes.count + part.readableBytes <= limit else { throw APIFailure.tooLarge(limit) }
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: time)
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
