// Foundation's search for a text in another one, which a module takes where any of its files imports Foundation, goes
// by way of UTF-16 and the rules of languages. An idea, a question and its code are searched for thousands of words:
// bytes take a hundredth of the time.

extension String {
    /// Whether a text stands in it, byte for byte.
    func contains(_ other: String) -> Bool { self[...].contains(other) }
}

extension Substring {
    /// Whether a text stands in it, byte for byte.
    func contains(_ other: String) -> Bool {
        var (text, other) = (self, other)
        return text.withUTF8 { text in other.withUTF8 { text.contains(bytes: $0) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(bytes other: Self) -> Bool {
        guard let first = other.first else { return true }
        guard count >= other.count else { return false }
        return (0...count - other.count).contains { start in
            self[start] == first && (1..<other.count).allSatisfy { self[start + $0] == other[$0] }
        }
    }
}
