/// Appends the text of a JSON string, given as the checked bytes between its quotes.
///
/// A lone surrogate becomes U+FFFD.
/// - Complexity: O(*n*); stretches without escapes are copied whole.
func decodeJSONString(_ source: UnsafeBufferPointer<UInt8>, into target: inout [UInt8]) {
    var index = 0
    while index < source.count {
        let rest = UnsafeBufferPointer(rebasing: source[index...])
        let run = rest.firstIndexOfBackslash()
        target.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<run]))
        index += run
        guard index + 1 < source.count else { return }
        let letter = source[index + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "b"): target.append(0x08)
        case UInt8(ascii: "f"): target.append(0x0C)
        case UInt8(ascii: "n"): target.append(0x0A)
        case UInt8(ascii: "r"): target.append(0x0D)
        case UInt8(ascii: "t"): target.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = readEscapedScalar(source, at: &index)
            target.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
        default: target.append(letter)
        }
    }
}

/// Reads four hexadecimal digits at `index`, and the second half of a surrogate pair where one follows.
private func readEscapedScalar(_ source: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = readHexDigits(source, at: index) else {
        index = source.count
        return replacement
    }
    index += 4
    guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) ?? replacement }
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "u"),
        let second = readHexDigits(source, at: index + 2), 0xDC00...0xDFFF ~= second
    else { return replacement }
    index += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
}

private func readHexDigits(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 4 <= source.count else { return nil }
    var unit: UInt32 = 0
    for byte in source[index..<index + 4] {
        guard let digit = hexDigitValue(byte) else { return nil }
        unit = unit << 4 | UInt32(digit)
    }
    return unit
}

extension UnsafeBufferPointer<UInt8> {
    /// Index of the first backslash, `count` where there is none.
    @inline(__always)
    fileprivate func firstIndexOfBackslash() -> Int {
        guard let base = UnsafeRawPointer(baseAddress) else { return count }
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = 0
        while index + 8 <= count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let difference = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            let found = (difference &- ones) & ~difference & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] != UInt8(ascii: "\\") { index += 1 }
        return index
    }
}
