extension TapeParser {
    /// Parses the string whose opening quote stands at the current position, and checks its escapes and its UTF-8.
    mutating func parseString() throws(JSONFailure) {
        let start = position + 1
        position = start
        var kind = TapeEntry.Kind.string
        var firstInvalid: Int?
        while true {
            position = bytes.firstSpecialByte(from: position)
            guard position < bytes.count else { throw failure(.endInString) }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                kind = .escapedString
                try parseEscape()
            } else if byte < 0x20 {
                throw failure(.controlCharacter)
            } else {
                let length = bytes.scalarLength(at: position)
                // A broken sequence is reported only at the string's end: faults of its grammar go first.
                if length == 0, firstInvalid == nil { firstInvalid = position }
                position += max(length, 1)
            }
        }
        if let firstInvalid {
            var decoded: [UInt8] = []
            decodeJSONString(UnsafeBufferPointer(rebasing: bytes[start..<firstInvalid]), into: &decoded)
            throw JSONFailure(kind: .invalidCodePoint, offset: start + decoded.count + 1)
        }
        append(kind, from: start, to: position)
        position += 1
    }

    /// Steps over the escape whose backslash stands at the current position.
    private mutating func parseEscape() throws(JSONFailure) {
        position += 1
        guard position < bytes.count else { throw failure(.endInString) }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            try parseHexEscape()
            position += 1
        default: throw failure(.invalidEscape)
        }
    }

    /// Moves from the `u` of a `\u` escape to its last digit, or to that of its pair's second half.
    private mutating func parseHexEscape() throws(JSONFailure) {
        let unit = try parseFourHexDigits()
        guard dialect == .pydantic, 0xD800...0xDFFF ~= unit else { return }
        if unit >= 0xDC00 { throw failure(.loneSurrogate) }
        guard position + 2 < bytes.count else {
            if position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "\\") {
                throw JSONFailure(kind: .unexpectedEndOfHexEscape, offset: position + 1)
            }
            throw JSONFailure(kind: .endInString, offset: bytes.count)
        }
        guard bytes[position + 1] == UInt8(ascii: "\\") else {
            throw JSONFailure(kind: .unexpectedEndOfHexEscape, offset: position + 1)
        }
        guard bytes[position + 2] == UInt8(ascii: "u") else {
            throw JSONFailure(kind: .unexpectedEndOfHexEscape, offset: position + 2)
        }
        position += 2
        guard 0xDC00...0xDFFF ~= (try parseFourHexDigits()) else { throw failure(.loneSurrogate) }
    }

    private mutating func parseFourHexDigits() throws(JSONFailure) -> UInt32 {
        guard position + 4 < bytes.count else { throw JSONFailure(kind: .endInString, offset: bytes.count) }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = hexDigitValue(bytes[position]) else { throw failure(.invalidEscape) }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
