/// A file's bytes as the reviewer can take them.
enum SourceText {
    /// NULs stand in it, and much else that no source file has.
    case binary
    case text([UInt8], note: String?)

    init(_ bytes: [UInt8]) {
        if let decoded = SourceText.decodeUTF16(bytes) {
            self = .text(decoded, note: "is UTF-16; columns are those of the same text in UTF-8")
        } else if bytes.contains(0) {
            self = SourceText.isBinary(bytes) ? .binary : .text(SourceText.withoutNULs(bytes), note: SourceText.nulNote)
        } else if String(validating: bytes, as: UTF8.self) != nil {
            self = .text(bytes, note: nil)
        } else {
            self = .text(
                Array(String(decoding: bytes, as: UTF8.self).utf8),
                note: "is not UTF-8; bytes that are no character were read as U+FFFD")
        }
    }

    private static let nulNote = "holds NULs, which were read as spaces"

    /// Of other bytes than those of a text so many are too many: one in fifty.
    private static let textBytesForEachOther = 50

    /// Whether more than a few bytes are none that a text has.
    ///
    /// One NUL does not hide a program: most languages run it.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let isText = String(validating: bytes, as: UTF8.self) != nil
        let others = bytes.count { byte in
            byte < 32 && !(9...13).contains(byte) && byte != 27 || !isText && byte >= 0x80
        }
        return others * textBytesForEachOther > bytes.count
    }

    /// As long as it was, so that columns stay what they are.
    private static func withoutNULs(_ bytes: [UInt8]) -> [UInt8] {
        let text = bytes.map { $0 == 0 ? 32 : $0 }
        return String(validating: text, as: UTF8.self) != nil ? text : Array(String(decoding: text, as: UTF8.self).utf8)
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
