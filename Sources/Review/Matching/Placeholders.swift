#if canImport(Glibc)
    @_exported import func Glibc.log2
#elseif canImport(Musl)
    @_exported import func Musl.log2
#else
    @_exported import func Darwin.log2
#endif

/// Values that stand where a secret would, and are none.
package enum Placeholders {
    private static let parts: [[UInt8]] = [
        "example", "xxxx", "your", "placeholder", "changeme", "change_me", "change-me", "replace", "dummy", "redacted",
        "insert", "****", "....", "${", "{{", "sample", "fake", "notreal", "not_real", "not-a-", "000000",
        "123456789012345", "abcdefghij", "foobar", "lorem", "undefined", "env.", "process.", "todo", "fixme",
        "deadbeef",
    ].map { Array($0.utf8) }
    /// Signs of a text that is yet to be filled; in a long one they may be chance.
    private static let signs: [[UInt8]] = ["<", "%s", "%(", "$(", "{0}"].map { Array($0.utf8) }

    /// Whether it holds what people write into examples, or is one thing again and again.
    package static func isPlaceholder(_ text: some Collection<UInt8>) -> Bool {
        let lowered = text.map(\.lowered)
        if Set(lowered).count <= max(2, min(5, lowered.count / 6)) { return true }
        if lowered.count < 32, signs.contains(where: { contains(lowered, $0) }) { return true }
        return parts.contains { part in
            guard contains(lowered, part) else { return false }
            // In a long text chance writes a short word as well, though seldom with one kind of letters: `…vFAkez…`.
            return lowered.count < 24 || part.count > 4 || isWritten(part, in: Array(text))
        }
    }

    /// Whether a text has a word in small letters, in capitals, or with a capital first.
    private static func isWritten(_ word: [UInt8], in text: [UInt8]) -> Bool {
        let capitals = word.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
        return [word, capitals, [capitals[0]] + word.dropFirst()].contains { contains(text, $0) }
    }

    static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count, let first = part.first else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            if text[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
    }
}
