/// A row's identity: a UUID, written as 36 lower-case characters.
package struct RowID: Hashable, Sendable, Comparable, CustomStringConvertible, LosslessStringConvertible {
    private let high: UInt64
    private let low: UInt64

    /// Reads the text form, in either case; `nil` for anything but 8-4-4-4-12 hexadecimal digits.
    package init?(_ text: String) {
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var digits = 0
        var position = 0
        for byte in text.utf8 {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard digits < 32, let nibble = Self.nibble(byte) else { return nil }
                if digits < 16 {
                    halves.high = halves.high << 4 | nibble
                } else {
                    halves.low = halves.low << 4 | nibble
                }
                digits += 1
            }
            position += 1
        }
        guard position == 36, digits == 32 else { return nil }
        (high, low) = halves
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new version 4 identity.
    package static func random() -> RowID {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    package static func random(using generator: inout some RandomNumberGenerator) -> RowID {
        let high = generator.next() & ~0xF000 | 0x4000
        let low = generator.next() & ~(0b11 << 62) | (0b10 << 62)
        return RowID(high: high, low: low)
    }

    package var text: String {
        var result = [UInt8]()
        result.reserveCapacity(36)
        for digit in 0..<32 {
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 { result.append(UInt8(ascii: "-")) }
            let half = digit < 16 ? high : low
            let nibble = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (digit & 15))) & 0xF
            result.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
        }
        return String(decoding: result, as: UTF8.self)
    }

    package var description: String { text }

    package static func < (left: RowID, right: RowID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    private static func nibble(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
