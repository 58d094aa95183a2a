import JSON

/// Frames on their way out, in one buffer that is reused.
package struct Outbox {
    /// Whole frames, ready to be written.
    private var frames: [UInt8] = []
    /// Bytes at the front of `frames` that are written already.
    private var written = 0
    private var writer = JSONWriter()

    package init() {}

    /// Bytes that still have to be written.
    package var pendingBytes: Int { frames.count - written }

    /// Adds the answer to a request.
    ///
    /// `result` writes exactly one JSON value.
    package mutating func respond(to id: RequestID, result: (inout JSONWriter) -> Void) {
        message { writer in
            writer.key("id")
            id.write(to: &writer)
            writer.key("result")
            result(&writer)
        }
    }

    /// Adds the error that answers a request.
    package mutating func respond(to id: RequestID, error: ResponseError) {
        message { writer in
            writer.key("id")
            id.write(to: &writer)
            writer.key("error")
            error.write(to: &writer)
        }
    }

    /// Adds a notification.
    ///
    /// `parameters` writes exactly one JSON value.
    package mutating func notify(_ method: String, parameters: (inout JSONWriter) -> Void) {
        message { writer in
            writer.key("method")
            writer.string(method)
            writer.key("params")
            parameters(&writer)
        }
    }

    /// Adds a request to the client.
    package mutating func request(_ id: RequestID, _ method: String, parameters: ((inout JSONWriter) -> Void)?) {
        message { writer in
            writer.key("id")
            id.write(to: &writer)
            writer.key("method")
            writer.string(method)
            guard let parameters else { return }
            writer.key("params")
            parameters(&writer)
        }
    }

    /// Hands the pending bytes to `write`, which says how many it took.
    ///
    /// - Returns: false when `write` gave nil: nobody reads any more.
    package mutating func drain(_ write: (UnsafeRawBufferPointer) -> Int?) -> Bool {
        while written < frames.count {
            let taken = frames.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0[written...])) }
            guard let taken else { return false }
            guard taken > 0 else { break }
            written += taken
        }
        if written == frames.count {
            if frames.capacity > 1 << 20 { frames = [] } else { frames.removeAll(keepingCapacity: true) }
            written = 0
        } else if written > 1 << 20 {
            frames.removeSubrange(..<written)
            written = 0
        }
        return true
    }

    // MARK: - Frames

    private mutating func message(_ members: (inout JSONWriter) -> Void) {
        if writer.bytes.capacity > 1 << 20 { writer = JSONWriter() } else { writer.reset() }
        writer.beginObject()
        writer.key("jsonrpc")
        writer.string("2.0")
        members(&writer)
        writer.endObject()
        frames.append(contentsOf: "Content-Length: ".utf8)
        frames.append(contentsOf: String(writer.bytes.count).utf8)
        frames.append(contentsOf: "\r\n\r\n".utf8)
        frames.append(contentsOf: writer.bytes)
    }
}

extension RequestID {
    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .integer(let value): writer.int(value)
        case .string(let text): writer.string(text)
        case .number(let literal): writer.raw(literal.utf8)
        case .null: writer.null()
        }
    }
}

extension ResponseError {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("code")
        writer.int(code.rawValue)
        writer.key("message")
        writer.string(message)
        if let data {
            writer.key("data")
            data.write(to: &writer)
        }
        writer.endObject()
    }
}
