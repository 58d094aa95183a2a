/// The header block of one frame: lines of `name: value`, names in any case, in any order, unknown ones ignored.
struct FrameHeader {
    enum Length {
        case missing
        case invalid(String)
        case conflicting
        /// `Int.max` stands for any number that an `Int` cannot hold.
        case bytes(Int)
    }

    private(set) var length = Length.missing
    /// The charset of a `Content-Type` line, where it names one that is not UTF-8.
    private(set) var unsupportedCharset: String?

    /// Reads a block without the empty line that ends it.
    init(parsing block: ArraySlice<UInt8>) {
        for line in block.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = line[..<colon]
            let value = Self.trimmed(line[(colon + 1)...])
            if Self.equal(name, "content-length") {
                readLength(value)
            } else if Self.equal(name, "content-type") {
                readContentType(value)
            }
        }
    }

    private mutating func readLength(_ value: ArraySlice<UInt8>) {
        guard let bytes = Self.number(value) else {
            length = .invalid(String(decoding: value.prefix(40), as: UTF8.self))
            return
        }
        switch length {
        case .missing: length = .bytes(bytes)
        case .bytes(let earlier) where earlier == bytes: break
        case .bytes: length = .conflicting
        case .invalid, .conflicting: break
        }
    }

    /// LSP allows `utf8` beside `utf-8` for old clients; a missing charset means UTF-8.
    private mutating func readContentType(_ value: ArraySlice<UInt8>) {
        let text = String(decoding: value, as: UTF8.self).lowercased()
        for parameter in text.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ $0 != " " }) == "charset" else { continue }
            let charset = String(parts[1].filter { $0 != " " && $0 != "\"" && $0 != "'" })
            if charset != "utf-8" && charset != "utf8" { unsupportedCharset = String(charset.prefix(40)) }
        }
    }

    // MARK: - Bytes

    /// The value of decimal digits, saturating at `Int.max`; nil where anything else stands.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            let (tenfold, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tenfold.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            value = tooBig || overflow ? Int.max : sum
        }
        return value
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func equal(_ bytes: ArraySlice<UInt8>, _ lowercase: StaticString) -> Bool {
        guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
        return zip(bytes, 0...).allSatisfy { byte, offset in lowered(byte) == lowercase.utf8Start[offset] }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    // MARK: - Finding the way back

    /// Finds the first line `Content-Length: digits`, up to its end, anywhere in `bytes`.
    ///
    /// - Returns: its offset and true; or the offset before which nothing can be part of one, and false.
    /// - Complexity: O(`bytes`), about a byte a nanosecond.
    static func firstLengthLine(in bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, found: Bool) {
        var index = 0
        while index < bytes.count {
            if lowered(bytes[index]) == UInt8(ascii: "c") {
                switch matchLengthLine(bytes, at: index) {
                case true: return (index, true)
                case nil: return (index, false)
                default: break
                }
            }
            index += 1
        }
        return (bytes.count, false)
    }

    /// Whether a length line stands at `start`; nil when the bytes end before that is known.
    private static func matchLengthLine(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool? {
        let name: StaticString = "content-length:"
        var index = start
        for offset in 0..<name.utf8CodeUnitCount {
            guard index < bytes.count else { return nil }
            guard lowered(bytes[index]) == name.utf8Start[offset] else { return false }
            index += 1
        }
        while index < bytes.count, bytes[index] == 0x20, index - start < 40 { index += 1 }
        let firstDigit = index
        while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9"),
            index - firstDigit < 40
        { index += 1 }
        guard index < bytes.count else { return nil }
        guard index > firstDigit, bytes[index] == 0x0D || bytes[index] == 0x0A else { return false }
        if bytes[index] == 0x0A { return true }
        guard index + 1 < bytes.count else { return nil }
        return bytes[index + 1] == 0x0A
    }
}
