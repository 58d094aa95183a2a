import Glibc

/// What is never mirrored, whatever the ignore files say, beside credentials and the folders of programs: the folders of
/// git and of the product itself, and what is no text.
enum MirrorPolicy {
    /// Folders that are never entered, wherever they stand.
    static func isReservedFolder(_ name: Span<UInt8>) -> Bool {
        name.equals(".git", foldingCase: true) || name.equals(".codeforge", foldingCase: true)
    }

    /// The text of a file's bytes; nil when they are binary: a NUL, or not UTF-8.
    static func text(of bytes: [UInt8]) -> String? {
        guard !hasNUL(bytes) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Whether a byte is NUL, which no text has.
    static func hasNUL(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }
}

extension Span<UInt8> {
    /// Compares with ASCII text in lower case.
    func equals(_ text: StaticString, foldingCase: Bool) -> Bool {
        count == text.utf8CodeUnitCount && hasPrefix(text, foldingCase: foldingCase)
    }

    func hasSuffix(_ text: StaticString, foldingCase: Bool) -> Bool {
        count >= text.utf8CodeUnitCount
            && extracting(last: text.utf8CodeUnitCount).hasPrefix(text, foldingCase: foldingCase)
    }

    func hasPrefix(_ text: StaticString, foldingCase: Bool) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in expected.indices {
                let byte = self[index]
                let isUpper = byte >= 65 && byte <= 90
                guard (foldingCase && isUpper ? byte | 0x20 : byte) == expected[index] else { return false }
            }
            return true
        }
    }
}
