/// A stream of server-sent events, fed in pieces as they come.
///
/// Lines end with CR, LF or CRLF, also where a piece ends between the two; a character may be split between pieces.
///
/// Spec: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
struct ServerSentEvents: Sendable {
    struct Event: Sendable, Hashable {
        /// Empty where the server named none.
        var name = ""
        /// Lines of data, joined by line feeds.
        var data = ""
    }

    struct TooLong: Error {}

    /// Longest event that is taken, in bytes.
    private static let maxEventBytes = 8 << 20

    private var line: [UInt8] = []
    private var name = ""
    private var data: [UInt8]?
    /// Whether the last byte was a CR, so that an LF that follows ends no second line.
    private var endedWithCR = false
    private var isFirstLine = true

    init() {}

    /// Takes a piece.
    ///
    /// - Returns: The events that it completes; comments and events without data are none.
    /// - Throws: `TooLong`.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            let followsCR = endedWithCR
            endedWithCR = byte == 13
            if byte == 10, followsCR { continue }
            guard byte == 10 || byte == 13 else {
                line.append(byte)
                if line.count + (data?.count ?? 0) > Self.maxEventBytes { throw TooLong() }
                continue
            }
            if let event = endLine() { events.append(event) }
        }
        return events
    }

    /// The stream ended: what stands without a blank line after it counts all the same, as servers leave it out.
    mutating func finish() -> Event? {
        if !line.isEmpty, let event = endLine() { return event }
        return dispatch()
    }

    private mutating func endLine() -> Event? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        guard !line.isEmpty else { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
        var value = line[min(colon + 1, line.count)...]
        if value.first == 32 { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data": data = data.map { $0 + [10] + value } ?? Array(value)
        case "event": name = String(decoding: value, as: UTF8.self)
        default: break
        }
        return nil
    }

    private mutating func dispatch() -> Event? {
        defer { (name, data) = ("", nil) }
        guard let data, !data.isEmpty else { return nil }
        return Event(name: name, data: String(decoding: data, as: UTF8.self))
    }
}
