/// The lines of a text, to turn places in bytes into places in code points; lines end with LF, CRLF or CR.
struct SourceLines {
    private let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices {
            let isEnd =
                bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            if isEnd { starts.append(index + 1) }
        }
        self.starts = starts
    }

    /// The number of lines that hold text; what follows the last line's end counts only when there is something.
    var count: Int { bytes.isEmpty ? 0 : starts.count - (starts.last == bytes.count ? 1 : 0) }

    /// A place beyond the text is the nearest one in it.
    func place(line: Int, byte: Int) -> LocatedFinding.Place {
        let line = min(max(line, 0), starts.count - 1)
        let range = self.range(ofLine: line)
        let before = bytes[range].prefix(max(byte, 0))
        let characters = before.count { $0 & 0xC0 != 0x80 }
        // What UTF-8 writes with four bytes takes two UTF-16 units.
        let long = before.count { $0 >= 0xF0 }
        return LocatedFinding.Place(
            line: line + 1, column: characters + 1, utf8Offset: before.count, utf16Offset: characters + long)
    }

    /// The offset of a place in the text; beyond it, the nearest one in it.
    func offset(line: Int, byte: Int) -> Int {
        guard line < starts.count else { return bytes.count }
        let range = range(ofLine: max(line, 0))
        return min(range.lowerBound + max(byte, 0), range.upperBound)
    }

    func text(ofLine line: Int) -> String {
        guard starts.indices.contains(line) else { return "" }
        return String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// The line's bytes without its end.
    private func range(ofLine line: Int) -> Range<Int> {
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }
}
