/// Text of no known language: only what looks like a value that is given a name has tokens.
extension LineLexer {
    /// Whether a line may give a name a value; all others have no tokens.
    static func mayAssign(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "=")) || line.contains(UInt8(ascii: ":"))
    }

    mutating func lexPlain() {
        let byte = line[index]
        if byte.isSpace { return skipSpace() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), lexPlainString(byte) { return }
        if let last = tokens.last, last.kind == .operator, last.end - last.start == 1,
            line[Int(last.start)] == UInt8(ascii: "="), Int(last.end) == index, tokens.count <= 3
        {
            return lexPlainValue()
        }
        guard byte.isWord else { return lexOperator() }
        let start = index
        while index < limit, line[index].isWord || line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: "-")
        {
            index += 1
        }
        addHashed(.word, from: start)
    }

    private mutating func lexPlainString(_ quote: UInt8) -> Bool {
        guard let end = line[(index + 1)..<limit].firstIndex(of: quote) else { return false }
        let start = index
        index = end + 1
        addHashed(.string, from: start, head: 1, tail: 1)
        return true
    }

    /// `NAME=value` up to the line's end, as in a file of settings.
    private mutating func lexPlainValue() {
        let start = index
        while index < limit, !line[index].isSpace { index += 1 }
        addHashed(.word, from: start)
    }
}
