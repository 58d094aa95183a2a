/// Looks for a word in a text, without making tokens of it.
enum WordSearch {
    private static let lowBits: UInt64 = 0x0101_0101_0101_0101

    /// How far a text has to be read for a word to have come twice, each time between bytes that no word of ASCII goes
    /// on with; nil where it does not.
    ///
    /// - Complexity: O(bytes read), eight at once
    static func endOfSecond(
        _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let span = word.count - 1
        guard let bytes = UnsafeRawPointer(text.baseAddress), span >= 0, text.count > span else { return nil }
        let places = text.count - span
        let (first, last) = (UInt64(word[0]) &* lowBits, UInt64(word[span]) &* lowBits)
        var (at, count) = (0, 0)
        while at + 8 <= places {
            // A byte is zero where both the first and the last byte of the word are right.
            let differences =
                (bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian ^ first)
                | (bytes.loadUnaligned(fromByteOffset: at + span, as: UInt64.self).littleEndian ^ last)
            var zeros = (differences &- lowBits) & ~differences & (lowBits << 7)
            while zeros != 0 {
                if stands(word, in: text, at: at + zeros.trailingZeroBitCount >> 3) { count += 1 }
                zeros &= zeros - 1
            }
            at += 8
            if count > 1 { return at + span }
        }
        while at < places {
            if stands(word, in: text, at: at) { count += 1 }
            at += 1
        }
        return count > 1 ? text.count : nil
    }

    private static func stands(
        _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Bool {
        for offset in word.indices where text[place + offset] != word[offset] { return false }
        let end = place + word.count
        return !(place > 0 && goesOn(text[place - 1])) && !(end < text.count && goesOn(text[end]))
    }

    /// Bytes beyond ASCII may be no part of a word, as a byte order mark is none.
    private static func goesOn(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "_") }
}
