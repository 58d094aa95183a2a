extension TapeParser {
    /// Longest integer part that Pydantic reads, in characters with its sign.
    private static let longestPydanticInteger = 4300

    /// Steps over a number that starts with a digit or a minus sign.
    ///
    /// Only its grammar is checked; its value is read when asked for.
    mutating func parseNumber() throws(JSONFailure) {
        let start = position
        var kind = TapeEntry.Kind.integer
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        guard position < bytes.count else { throw failure(.endInValue) }
        switch bytes[position] {
        case UInt8(ascii: "0"):
            position += 1
            if isDigit(at: position) { throw failure(.invalidNumber) }
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            skipDigits()
            if dialect == .pydantic, position - start > Self.longestPydanticInteger {
                throw JSONFailure(kind: .numberOutOfRange, offset: start + Self.longestPydanticInteger + 1)
            }
        case UInt8(ascii: "I") where dialect == .pydantic:
            try skipIdentifier("Infinity")
            append(.float, from: start, to: position)
            return
        default: throw failure(.invalidNumber)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            kind = .float
            position += 1
            try requireDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            kind = .float
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try requireDigits()
        }
        append(kind, from: start, to: position)
    }

    private mutating func requireDigits() throws(JSONFailure) {
        guard position < bytes.count else { throw failure(.endInValue) }
        guard isDigit(at: position) else { throw failure(.invalidNumber) }
        skipDigits()
    }

    private mutating func skipDigits() {
        while isDigit(at: position) { position += 1 }
    }

    private func isDigit(at index: Int) -> Bool {
        index < bytes.count && bytes[index] &- UInt8(ascii: "0") < 10
    }
}
