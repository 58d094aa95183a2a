/// Cuts a text into lines or words whose concatenation is the text again.
enum TextPieces {
    /// Lines with their terminators (`\n`, `\r\n` or `\r`); the last may have none.
    ///
    /// An empty text has no line.
    static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
            lines.append(text[start..<index])
            start = index
        }
        if start < text.count { lines.append(text[start...]) }
        return lines
    }

    /// Words (letters, digits, `_` and everything beyond ASCII), runs of blanks, line ends, and single other bytes.
    ///
    /// A piece never ends inside a UTF-8 sequence.
    static func words(_ text: some Sequence<UInt8>) -> [ArraySlice<UInt8>] {
        let bytes = Array(text)
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let kind = Kind(bytes[start])
            var end = start + 1
            while kind != .other, end < bytes.count, Kind(bytes[end]) == kind { end += 1 }
            if bytes[start] == 0x0D, end < bytes.count, bytes[end] == 0x0A { end += 1 }
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }

    private enum Kind {
        case word, blank, other

        init(_ byte: UInt8) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: self = .word
            case 0x20, 0x09: self = .blank
            default: self = .other
            }
        }
    }
}
