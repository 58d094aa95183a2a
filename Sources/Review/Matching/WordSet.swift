/// Some words, by the hashes of their texts.
///
/// A hash is its own place in the table: a `Set` would hash it again, which costs more than everything else that is
/// done with a token.
struct WordSet: Sendable {
    /// Hashes at their places or after them; 0 where none is.
    private let slots: [UInt32]

    /// The words of a text, separated by single spaces.
    init(_ words: StaticString) {
        let text = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        var size = 8
        while size < 3 * (text.reduce(1) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 }) { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        var start = 0
        for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: " ") {
            defer { start = end + 1 }
            if start == end { continue }
            let hash = TokenHash.of(UnsafeBufferPointer(rebasing: text[start..<end]))
            var place = Int(hash) & (size - 1)
            while slots[place] != 0 { place = (place + 1) & (size - 1) }
            slots[place] = hash
        }
        self.slots = slots
    }

    /// Whether a word with this hash is one of them.
    func contains(_ hash: UInt32) -> Bool {
        var place = Int(hash) & (slots.count - 1)
        while slots[place] != 0 {
            if slots[place] == hash { return true }
            place = (place + 1) & (slots.count - 1)
        }
        return false
    }
}
