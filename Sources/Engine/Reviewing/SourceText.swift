/// A file's bytes as the reviewer can take them.
enum SourceText {
    /// A NUL stands in it, as in no source file.
    case binary
    case text([UInt8], note: String?)

    init(_ bytes: [UInt8]) {
        if let decoded = SourceText.decodeUTF16(bytes) {
            self = .text(decoded, note: "is UTF-16; columns are those of the same text in UTF-8")
        } else if bytes.contains(0) {
            self = .binary
        } else if String(validating: bytes, as: UTF8.self) != nil {
            self = .text(bytes, note: nil)
        } else {
            self = .text(
                Array(String(decoding: bytes, as: UTF8.self).utf8),
                note: "is not UTF-8; bytes that are no character were read as U+FFFD")
        }
    }

    /// The text in UTF-8 where a byte order mark says that it is UTF-16.
    private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
        guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            isLittleEndian
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        guard !units.contains(0) else { return nil }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
