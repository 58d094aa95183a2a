/// Cuts a byte stream into the bodies of `Content-Length` frames, for any split of the bytes.
///
/// The decoder never gives up: after a header that it cannot follow it reports one `FramingFault`, then looks for the
/// next `Content-Length: N` line and goes on there. JSON holds no raw line breaks inside strings, so that line cannot
/// stand in a skipped body by accident.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
package struct FrameDecoder: Sendable {
    /// What `next()` found in the stream.
    package enum Event: Equatable, Sendable {
        /// The body of one frame, complete.
        case frame([UInt8])
        /// A header that cannot be followed; the decoder has moved on past it.
        case fault(FramingFault)
    }

    /// Longest body that is read, in bytes; longer ones are skipped as they stream, without being held.
    package static let maximumBodyBytes = 64 << 20
    /// Longest header block that is read, in bytes.
    package static let maximumHeaderBytes = 16 << 10
    /// Bodies from this size on are collected in an array of exactly their size instead of passing through `buffer`.
    private static let largeBodyBytes = 64 << 10

    private enum State: Sendable {
        case header
        case body(length: Int)
        case largeBody(length: Int)
        case skippedBody(remaining: Int)
        case resynchronising
    }

    private var state = State.header
    private var buffer: [UInt8] = []
    /// Bytes at the front of `buffer` that are done with.
    private var consumed = 0
    /// Bytes from `consumed` on in which no end of a header was found yet.
    private var searched = 0
    private var largeBody: [UInt8] = []

    /// A decoder at the start of a stream.
    package init() {}

    /// Takes in the next bytes of the stream.
    ///
    /// - Complexity: O(bytes), amortised.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        compact()
        var rest = bytes[...]
        if case .largeBody(let length) = state {
            let taken = rest.prefix(length - largeBody.count)
            largeBody.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
        }
        buffer.append(contentsOf: rest)
    }

    /// The next complete frame or fault; nil when more bytes are needed first.
    package mutating func next() -> Event? {
        while true {
            switch state {
            case .header:
                switch readHeader() {
                case .needsMoreBytes: return nil
                case .read: continue
                case .failed(let fault): return .fault(fault)
                }
            case .body(let length):
                guard buffer.count - consumed >= length else { return nil }
                defer { consumed += length }
                state = .header
                return .frame(Array(buffer[consumed..<consumed + length]))
            case .largeBody(let length):
                guard largeBody.count == length else { return nil }
                defer { largeBody = [] }
                state = .header
                return .frame(largeBody)
            case .skippedBody(let remaining):
                let skipped = min(remaining, buffer.count - consumed)
                consumed += skipped
                guard skipped == remaining else {
                    state = .skippedBody(remaining: remaining - skipped)
                    return nil
                }
                state = .header
            case .resynchronising:
                guard findNextHeader() else { return nil }
            }
        }
    }

    // MARK: - Headers

    private enum HeaderOutcome { case needsMoreBytes, read, failed(FramingFault) }

    private mutating func readHeader() -> HeaderOutcome {
        skipBareLineFeeds()
        guard let (end, body) = headerEnd() else {
            guard buffer.count - consumed > Self.maximumHeaderBytes else { return .needsMoreBytes }
            return fail(.headerTooLong, skipping: Self.maximumHeaderBytes)
        }
        searched = 0
        let header = FrameHeader(parsing: buffer[consumed..<end])
        let blockBytes = body - consumed
        switch header.length {
        case .missing:
            // The block itself may hide a good header behind stray bytes: look from its second byte on.
            return fail(.missingLength, skipping: 1)
        case .invalid(let text): return fail(.invalidLength(text), skipping: blockBytes)
        case .conflicting: return fail(.conflictingLengths, skipping: blockBytes)
        case .bytes(let length) where length > Self.maximumBodyBytes:
            return fail(.bodyTooLong(length), skipping: blockBytes)
        case .bytes(let length):
            consumed += blockBytes
            guard let charset = header.unsupportedCharset else {
                beginBody(length)
                return .read
            }
            state = .skippedBody(remaining: length)
            return .failed(.unsupportedCharset(charset))
        }
    }

    private mutating func beginBody(_ length: Int) {
        guard length >= Self.largeBodyBytes, buffer.count - consumed < length else {
            state = .body(length: length)
            return
        }
        largeBody.reserveCapacity(length)
        largeBody.append(contentsOf: buffer[consumed...])
        consumed = buffer.count
        state = .largeBody(length: length)
    }

    private mutating func fail(_ fault: FramingFault, skipping count: Int) -> HeaderOutcome {
        consumed += count
        searched = 0
        state = .resynchronising
        return .failed(fault)
    }

    /// Some clients end their messages with line feeds, which mean nothing.
    private mutating func skipBareLineFeeds() {
        while searched == 0, consumed < buffer.count, buffer[consumed] == 0x0A { consumed += 1 }
    }

    /// Where in `buffer` the header block at `consumed` ends, and where the body after its empty line begins.
    ///
    /// The specification ends lines with CR LF; lone line feeds, which clients written by hand send, can mean nothing
    /// else.
    private mutating func headerEnd() -> (end: Int, body: Int)? {
        let limit = min(buffer.count, consumed + Self.maximumHeaderBytes)
        var index = consumed + searched
        while index + 1 < limit {
            if buffer[index] == 0x0A {
                if buffer[index + 1] == 0x0A { return (index, index + 2) }
                if buffer[index + 1] == 0x0D {
                    guard index + 2 < limit else { break }
                    if buffer[index + 2] == 0x0A { return (index, index + 3) }
                }
            }
            index += 1
        }
        searched = index - consumed
        return nil
    }

    /// Moves `consumed` to the next line that looks like `Content-Length: N`.
    ///
    /// - Returns: false when there is none yet; bytes that cannot be its beginning are dropped.
    private mutating func findNextHeader() -> Bool {
        let (offset, found) = buffer.withUnsafeBufferPointer { bytes in
            FrameHeader.firstLengthLine(in: UnsafeBufferPointer(rebasing: bytes[consumed...]))
        }
        consumed += offset
        guard found else { return false }
        state = .header
        return true
    }

    private mutating func compact() {
        if consumed == buffer.count {
            if buffer.capacity > 1 << 20 { buffer = [] } else { buffer.removeAll(keepingCapacity: true) }
            consumed = 0
        } else if consumed > Self.largeBodyBytes {
            buffer.removeSubrange(..<consumed)
            consumed = 0
        }
    }
}
