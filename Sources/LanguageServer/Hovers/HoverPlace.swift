import LanguageServerProtocol
import Review
import Text

/// Where a hover was asked for: an object, for many look at it, and a copy counts some hundred references.
package final class HoverPlace: Sendable {
    package let document: OpenDocument
    package let snapshot: Snapshot
    /// The line and the byte in it.
    package let line: Int
    package let byte: Int
    /// The word at the place, or the one that ends there.
    package let word: (text: String, bytes: Range<Int>)?
    /// The word at the place where it is one of code: prose in comments and strings means something else.
    package let wordOfCode: (text: String, bytes: Range<Int>)?

    init(document: OpenDocument, position: TextPosition, snapshot: Snapshot) {
        self.document = document
        self.snapshot = snapshot
        let (line, byte) = document.buffer.byteOffset(of: position, encoding: snapshot.encoding)
        (self.line, self.byte) = (line, byte)
        word = document.buffer.withLine(line) { Self.word(at: byte, in: $0) }
        wordOfCode = word.flatMap { document.reviewed.isCode(line: line, byte: $0.bytes.lowerBound) ? $0 : nil }
    }

    private static func word(at byte: Int, in line: UnsafeBufferPointer<UInt8>) -> (text: String, bytes: Range<Int>)? {
        var start = min(byte, line.count)
        while start > 0, isWordByte(line[start - 1]) { start -= 1 }
        var end = min(byte, line.count)
        while end < line.count, isWordByte(line[end]) { end += 1 }
        // Numbers are no words, and nobody asks about one of a hundred characters.
        guard start < end, end - start <= 100, line[start] < 0x30 || line[start] > 0x39 else { return nil }
        return (String(decoding: line[start..<end], as: UTF8.self), start..<end)
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
