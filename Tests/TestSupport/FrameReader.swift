import JSON

/// Reads what a server writes, and accepts nothing but frames.
package struct FrameReader: Sendable {
    private var bytes: [UInt8] = []
    private var consumed = 0

    package init() {}

    package var isAtBoundary: Bool { consumed == bytes.count }

    package mutating func append(_ more: some Sequence<UInt8>) {
        if consumed > 1 << 20 {
            bytes.removeFirst(consumed)
            consumed = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole message.
    ///
    /// - Throws: for bytes that are no frame, and for a body that is not JSON.
    package mutating func next() throws -> JSONValue? {
        try nextBody().map { try JSONValue(parsing: Array($0)) }
    }

    /// The body of the next frame, whatever it holds.
    package mutating func nextBody() throws -> ArraySlice<UInt8>? {
        let prefix = Array("Content-Length: ".utf8)
        let rest = bytes[consumed...]
        guard rest.prefix(prefix.count).elementsEqual(prefix.prefix(rest.count)) else { throw broken() }
        guard let end = rest.firstIndex(of: 0x0D) else {
            guard rest.count < 40 else { throw broken() }
            return nil
        }
        let digits = rest[(rest.startIndex + prefix.count)..<end]
        guard let length = Int(String(decoding: digits, as: UTF8.self)), length >= 0 else { throw broken() }
        guard rest.count >= end - rest.startIndex + 4 else { return nil }
        guard rest[end..<(end + 4)].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) else { throw broken() }
        let body = end + 4
        guard bytes.count >= body + length else { return nil }
        consumed = body + length
        return bytes[body..<(body + length)]
    }

    private func broken() -> ServerProcessError {
        .notAFrame(String(decoding: bytes[consumed...].prefix(80), as: UTF8.self))
    }

    /// A frame around a body.
    package static func frame(_ body: String) -> [UInt8] {
        frame(Array(body.utf8))
    }

    /// A frame around a body.
    package static func frame(_ body: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}
