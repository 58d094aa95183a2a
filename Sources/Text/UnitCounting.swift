/// Counting of a line's bytes in the units of a position encoding.
///
/// Bytes that are not valid UTF-8 (a file read from disk may hold any) count as one unit each, so that every offset
/// of every text has exactly one position.
enum UnitCounting {
    /// The units of `bytes` up to `byteColumn`, which is moved back to the start of its scalar.
    static func units(in bytes: UnsafeBufferPointer<UInt8>, upTo byteColumn: Int, _ encoding: PositionEncoding) -> Int {
        let limit = min(max(byteColumn, 0), bytes.count)
        var (column, units) = (0, 0)
        while column < limit {
            let run = asciiRun(bytes, from: column, to: limit)
            column += run
            units += run
            guard column < limit else { break }
            let length = scalarLength(bytes, at: column)
            if column + length > limit { break }
            column += length
            units += unitCount(ofScalarOfLength: length, encoding)
        }
        return units
    }

    /// The byte column of the scalar that `character` falls in, or the end of `bytes` for one past it.
    static func byteColumn(of character: Int, in bytes: UnsafeBufferPointer<UInt8>, _ encoding: PositionEncoding) -> Int
    {
        var (column, left) = (0, max(character, 0))
        while column < bytes.count, left > 0 {
            let run = asciiRun(bytes, from: column, to: min(bytes.count, column + min(left, bytes.count)))
            column += run
            left -= run
            guard column < bytes.count, left > 0 else { break }
            let length = scalarLength(bytes, at: column)
            let units = unitCount(ofScalarOfLength: length, encoding)
            if units > left { break }
            column += length
            left -= units
        }
        return column
    }

    /// The length of the scalar at `index`: 1 for ASCII and for a byte that begins no valid sequence.
    static func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 1
        }
        guard index + length <= bytes.count else { return 1 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 1 }
        switch (lead, bytes[index + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 1
        default: return length
        }
    }

    private static func unitCount(ofScalarOfLength length: Int, _ encoding: PositionEncoding) -> Int {
        switch encoding {
        case .utf8: length
        case .utf16: length == 4 ? 2 : 1
        case .utf32: 1
        }
    }

    /// How many bytes from `start` on are ASCII, eight at a time.
    private static func asciiRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var index = start
        while index + 8 <= end {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < end, base[index] < 0x80 { index += 1 }
        return index - start
    }
}
