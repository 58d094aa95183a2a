/// A 64-bit hash of a file's bytes that is the same in every process.
///
/// It tells an edited file from an untouched one; it is no protection against somebody who wants a collision.
package enum ContentHash {
    package static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { buffer in
            var hash = UInt64(buffer.count) &* multiplier
            var offset = 0
            while offset + 8 <= buffer.count {
                hash = mix(hash ^ UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            var tail: UInt64 = 0
            for byte in buffer[offset...] { tail = tail << 8 | UInt64(byte) }
            return mix(hash ^ tail)
        }
    }

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: multiplier)
        return product.high ^ product.low
    }
}
