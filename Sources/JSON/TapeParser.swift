/// Turns bytes into a tape in one pass, without recursion: an open container's entry links to its parent's.
struct TapeParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let maxDepth: Int
    let dialect: JSONDialect
    var position = 0
    var entries: [TapeEntry] = []

    /// Index of the innermost open container's entry, or `none`.
    private var open = TapeParser.none
    private var depth = 0
    private static let none = UInt32.max

    init(_ bytes: UnsafeBufferPointer<UInt8>, maxDepth: Int, dialect: JSONDialect) {
        self.bytes = bytes
        self.maxDepth = maxDepth
        self.dialect = dialect
        // Enough for a usual message in one allocation; a text of one long string does not reserve for its length.
        entries.reserveCapacity(min(bytes.count / 8 + 4, 256))
    }

    private enum Step { case value, afterValue }

    mutating func parse() throws(JSONFailure) {
        var step = Step.value
        repeat {
            switch step {
            case .value: step = try parseValue()
            case .afterValue: step = try closeOrContinue()
            }
        } while open != Self.none
        if skipWhitespace() != nil { throw failure(.trailingCharacters) }
    }

    /// Parses a scalar or an empty container whole, of another container what comes before its first value.
    private mutating func parseValue() throws(JSONFailure) -> Step {
        guard let first = skipWhitespace() else { throw failure(.endInValue) }
        switch first {
        case UInt8(ascii: "\""):
            try parseString()
            return .afterValue
        case UInt8(ascii: "{"): return try openContainer(.object)
        case UInt8(ascii: "["): return try openContainer(.array)
        case UInt8(ascii: "t"): try parseIdentifier("true", .true)
        case UInt8(ascii: "f"): try parseIdentifier("false", .false)
        case UInt8(ascii: "n"): try parseIdentifier("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
        case UInt8(ascii: "N") where dialect == .pydantic: try parseIdentifier("NaN", .notANumber)
        case UInt8(ascii: "I") where dialect == .pydantic: try parseIdentifier("Infinity", .float)
        default: throw failure(.expectedValue)
        }
        return .afterValue
    }

    private mutating func openContainer(_ kind: TapeEntry.Kind) throws(JSONFailure) -> Step {
        depth += 1
        if dialect == .rfc8259 { try checkDepth() }
        let start = position
        position += 1
        let parent = open
        open = UInt32(truncatingIfNeeded: entries.count)
        append(kind, from: start, to: position, next: parent)
        guard let first = skipWhitespace() else { throw failure(kind == .array ? .endInList : .endInObject) }
        if first == (kind == .array ? UInt8(ascii: "]") : UInt8(ascii: "}")) {
            closeContainer()
            return .afterValue
        }
        if kind == .object {
            guard first == UInt8(ascii: "\"") else { throw failure(.keyMustBeString) }
            try parseKey()
            if skipWhitespace() == nil { throw failure(.endInValue) }
        }
        try checkDepth()
        return .value
    }

    private func checkDepth() throws(JSONFailure) {
        if depth > maxDepth { throw failure(.tooDeep) }
    }

    private mutating func closeContainer() {
        position += 1
        depth -= 1
        let index = Int(open)
        open = entries[index].next
        entries[index].end = UInt32(truncatingIfNeeded: position)
        entries[index].next = UInt32(truncatingIfNeeded: entries.count)
    }

    /// Reads what follows a value inside a container: a comma (and the next key), or the container's end.
    private mutating func closeOrContinue() throws(JSONFailure) -> Step {
        let inArray = entries[Int(open)].kind == .array
        guard let next = skipWhitespace() else { throw failure(inArray ? .endInList : .endInObject) }
        let end = inArray ? UInt8(ascii: "]") : UInt8(ascii: "}")
        if next == end {
            closeContainer()
            return .afterValue
        }
        guard next == UInt8(ascii: ",") else {
            throw failure(inArray ? .expectedListCommaOrEnd : .expectedObjectCommaOrEnd)
        }
        position += 1
        guard let following = skipWhitespace() else { throw failure(.endInValue) }
        if following == end { throw failure(.trailingComma) }
        if !inArray {
            guard following == UInt8(ascii: "\"") else { throw failure(.keyMustBeString) }
            try parseKey()
        }
        return .value
    }

    private mutating func parseKey() throws(JSONFailure) {
        try parseString()
        guard let next = skipWhitespace() else { throw failure(.endInObject) }
        guard next == UInt8(ascii: ":") else { throw failure(.expectedColon) }
        position += 1
    }

    private mutating func parseIdentifier(_ text: StaticString, _ kind: TapeEntry.Kind) throws(JSONFailure) {
        let start = position
        try skipIdentifier(text)
        append(kind, from: start, to: position)
    }

    /// Steps over `text`, whose first byte has been seen at the current position.
    mutating func skipIdentifier(_ text: StaticString) throws(JSONFailure) {
        for offset in 1..<text.utf8CodeUnitCount {
            guard position + offset < bytes.count else {
                throw JSONFailure(kind: .endInValue, offset: position + offset)
            }
            guard bytes[position + offset] == text.utf8Start[offset] else {
                throw JSONFailure(kind: .expectedIdentifier, offset: position + offset)
            }
        }
        position += text.utf8CodeUnitCount
    }

    mutating func append(_ kind: TapeEntry.Kind, from start: Int, to end: Int) {
        append(kind, from: start, to: end, next: UInt32(truncatingIfNeeded: entries.count + 1))
    }

    private mutating func append(_ kind: TapeEntry.Kind, from start: Int, to end: Int, next: UInt32) {
        entries.append(
            TapeEntry(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), next: next, kind: kind))
    }

    /// Moves to the next byte that is not white space and returns it, without stepping over it.
    @inline(__always)
    private mutating func skipWhitespace() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return byte
            }
        }
        return nil
    }

    func failure(_ kind: JSONError.Kind) -> JSONFailure { JSONFailure(kind: kind, offset: position) }
}
