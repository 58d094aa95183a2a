import JSON

/// Puts a reply together from the bytes of a stream.
struct ReplyReader: Sendable {
    private static let maxBytes = 8 << 20

    private let api: any ModelAPI
    private let mask: KeyMask
    private var events = ServerSentEvents()
    private(set) var reply = ModelReply()
    /// Whether the stream said that nothing more comes.
    private(set) var isDone = false

    init(api: any ModelAPI, mask: KeyMask) {
        self.api = api
        self.mask = mask
    }

    /// Takes a piece.
    ///
    /// - Returns: Whether there was data in it; comments are none.
    /// - Throws: `ModelFault` for an error in the stream, and for data that is none of the API's.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(ModelFault) -> Bool {
        let complete: [ServerSentEvents.Event]
        do {
            complete = try events.feed(bytes)
        } catch {
            throw .broken("an event of it is too long")
        }
        var hasData = false
        for event in complete where !isDone {
            if try take(event) { hasData = true }
        }
        guard reply.text.utf8.count + reply.reasoning.utf8.count <= Self.maxBytes else {
            throw .broken("it is longer than \(Self.maxBytes >> 20) MiB")
        }
        return hasData
    }

    /// The stream ended.
    mutating func finish() throws(ModelFault) -> ModelReply {
        if !isDone, let last = events.finish() { _ = try take(last) }
        let isEmpty = reply.text.isEmpty && reply.reasoning.isEmpty && reply.refusal.isEmpty
        if isEmpty, reply.finish == .cut { throw .server("the stream ended before an answer", retryAfter: nil) }
        // A secret that came in pieces is one only now.
        return mask.masked(reply)
    }

    /// All of it came as one document, or as a stream that was not called one.
    mutating func finish(whole bytes: [UInt8]) throws(ModelFault) -> ModelReply {
        if let json = try? JSONValue(parsing: bytes) {
            return mask.masked(try api.reply(whole: mask.maskedAnswer(json)))
        }
        guard ["data:", "event:", ":"].contains(where: { bytes.starts(with: $0.utf8) }) else {
            let error = ServerError(body: bytes, without: mask)
            throw error.isPage ? error.fault(status: 200) : .broken("neither JSON nor a stream of events")
        }
        _ = try feed(bytes)
        return try finish()
    }

    private mutating func take(_ event: ServerSentEvents.Event) throws(ModelFault) -> Bool {
        if event.data.hasPrefix("[DONE]") {
            isDone = true
            return true
        }
        // A broken gateway sends its comments as data.
        if event.data.hasPrefix(":") { return false }
        guard let json = try? JSONValue(parsing: event.data), json.object != nil || json.array != nil else {
            throw reply.text.isEmpty
                ? .broken("an event of it is not JSON") : .brokenOff("an event of it is not JSON")
        }
        if try api.add(mask.maskedAnswer(json), to: &reply) { isDone = true }
        return true
    }
}
