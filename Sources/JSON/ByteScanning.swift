extension UnsafeBufferPointer<UInt8> {
    /// Index of the first byte at or after `start` that a string scanner has to look at: a quote, a backslash,
    /// a control character or the start of a non-ASCII character; `count` where there is none.
    ///
    /// Eight bytes are tested at a time; a word's bits of interest are its bytes' top bits.
    @inline(__always)
    func firstSpecialByte(from start: Int) -> Int {
        var index = start
        if let base = UnsafeRawPointer(baseAddress) {
            while index + 8 <= count {
                let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let special = Self.specialBytes(in: word)
                if special != 0 { return index + special.trailingZeroBitCount / 8 }
                index += 8
            }
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
            index += 1
        }
        return count
    }

    /// The top bit of each special byte.
    ///
    /// Bits above the lowest one set may be wrong: a borrow runs upwards.
    @inline(__always)
    private static func specialBytes(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let control = word &- (ones &* 0x20)
        return (word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control & ~word) & tops
    }

    /// Length of the UTF-8 character that starts at `index`, 0 where the bytes there are none.
    func scalarLength(at index: Int) -> Int {
        func continues(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
            index + offset < count && low...high ~= self[index + offset]
        }
        switch self[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, from: 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, to: 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, from: 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, to: 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}

func hexDigitValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
