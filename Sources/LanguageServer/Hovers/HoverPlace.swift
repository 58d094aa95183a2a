import LanguageServerProtocol
import Review
import Text

/// Where a hover was asked for.
package struct HoverPlace: Sendable {
    package let document: OpenDocument
    package let snapshot: Snapshot
    /// The line and the byte in it.
    package let line: Int
    package let byte: Int

    init(document: OpenDocument, position: TextPosition, snapshot: Snapshot) {
        self.document = document
        self.snapshot = snapshot
        (line, byte) = document.buffer.byteOffset(of: position, encoding: snapshot.encoding)
    }

    /// The word at the place, or the one that ends there.
    package var word: (text: String, bytes: Range<Int>)? {
        document.buffer.withLine(line) { bytes in
            var start = min(byte, bytes.count)
            while start > 0, Self.isWordByte(bytes[start - 1]) { start -= 1 }
            var end = min(byte, bytes.count)
            while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
            // Numbers are no words, and nobody asks about one of a hundred characters.
            guard start < end, end - start <= 100, bytes[start] < 0x30 || bytes[start] > 0x39 else { return nil }
            return (String(decoding: bytes[start..<end], as: UTF8.self), start..<end)
        }
    }

    /// The word at the place where it is one of code: prose in comments and strings means something else.
    package var wordOfCode: (text: String, bytes: Range<Int>)? {
        word.flatMap { document.reviewed.isCode(line: line, byte: $0.bytes.lowerBound) ? $0 : nil }
    }

    /// Letters, digits, `_`, `$` and everything beyond ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...: true
        default: false
        }
    }

    /// Makes an answer that covers some bytes of the line.
    package func hover(_ markdown: String, covering bytes: Range<Int>) -> Hover {
        let range = snapshot.range(
            ByteRange(startLine: line, startByte: bytes.lowerBound, endLine: line, endByte: bytes.upperBound),
            in: document)
        return Hover(contents: snapshot.markup(markdown), range: range)
    }
}

extension Snapshot {
    /// Markdown, or the same text without its marks for a client that shows none.
    package func markup(_ markdown: String) -> MarkupContent {
        guard !client.hoverMarkdown else { return MarkupContent(.markdown, markdown) }
        let plain = markdown.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }
        return MarkupContent(.plaintext, String(decoding: plain, as: UTF8.self))
    }
}
