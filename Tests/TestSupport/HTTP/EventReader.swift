import JSON

/// Reads a stream of server-sent events as a browser does.
///
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
package struct EventReader {
    package struct Event: Hashable, Sendable {
        package let id: String?
        package let event: String
        package let data: JSONValue
    }

    private let connection: HTTPConnection
    private var text = ""
    /// Comments so far: signs of life.
    package private(set) var comments = 0

    /// Follows the stream of an answer whose head has been read.
    package init(_ connection: HTTPConnection) { self.connection = connection }

    /// The next event; nil where the stream ends as it should.
    package mutating func next(within timeout: Duration = ServerProcess.patience) throws -> Event? {
        let deadline = ContinuousClock.now + timeout
        while true {
            if let end = text.firstRange(of: "\n\n") {
                let block = text[..<end.lowerBound]
                let event = read(block)
                text = String(text[end.upperBound...])
                if let event { return event }
                continue
            }
            guard let bytes = try connection.receiveChunk(deadline) else { return nil }
            text += String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Every event until the stream ends.
    package mutating func all() throws -> [Event] {
        var events: [Event] = []
        while let event = try next() { events.append(event) }
        return events
    }

    private mutating func read(_ block: Substring) -> Event? {
        var (id, name, data): (String?, String?, String?)
        for line in block.split(separator: "\n") {
            if line.hasPrefix(":") { comments += 1 }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, !line.hasPrefix(":") else { continue }
            let value = String(parts[1].drop { $0 == " " })
            switch parts[0] {
            case "id": id = value
            case "event": name = value
            case "data": data = value
            default: break
            }
        }
        guard let data else { return nil }
        return Event(id: id, event: name ?? "message", data: (try? JSONValue(parsing: data)) ?? .null)
    }
}
