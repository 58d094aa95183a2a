import Testing
import Text

@Suite struct TextBufferTests {
    private func edited(
        _ text: String, _ from: (Int, Int), _ to: (Int, Int), _ new: String, _ encoding: PositionEncoding = .utf16
    ) -> (String, LineChange) {
        var buffer = TextBuffer(text)
        let change = buffer.replace(
            from: TextPosition(line: from.0, character: from.1), to: TextPosition(line: to.0, character: to.1),
            with: new.utf8, encoding: encoding)
        return (buffer.string, change)
    }

    @Test func `an empty text has one line`() {
        let buffer = TextBuffer()
        #expect(buffer.lineCount == 1)
        #expect(buffer.position(ofOffset: buffer.byteCount, encoding: .utf16) == TextPosition(line: 0, character: 0))
    }

    @Test(arguments: ["a\nb", "a\rb", "a\r\nb"])
    func `each terminator ends a line`(text: String) {
        let buffer = TextBuffer(text)
        #expect(buffer.lineCount == 2)
        #expect(buffer.lineBytes(0) == Array("a".utf8))
        #expect(buffer.lineBytes(1) == Array("b".utf8))
    }

    @Test func `an edit inside of a line names that line`() {
        let (text, change) = edited("one\ntwo\nthree", (1, 1), (1, 2), "WW")
        #expect(text == "one\ntWWo\nthree")
        #expect(change == LineChange(firstLine: 1, removedLines: 1, insertedLines: 1))
    }

    @Test func `an edit at a line's start leaves the line before alone`() {
        let (text, change) = edited("one\ntwo\nthree", (1, 0), (1, 0), "x\ny")
        #expect(text == "one\nx\nytwo\nthree")
        #expect(change == LineChange(firstLine: 1, removedLines: 1, insertedLines: 2))
    }

    @Test func `a line feed after a carriage return joins it`() {
        let (text, change) = edited("a\rb", (1, 0), (1, 0), "\n")
        #expect(text == "a\r\nb")
        #expect(change == LineChange(firstLine: 0, removedLines: 2, insertedLines: 2))
    }

    @Test func `positions clamp`() {
        #expect(edited("ab\r\ncd", (0, 99), (0, 99), "!").0 == "ab!\r\ncd")
        #expect(edited("ab\r\ncd", (7, 3), (9, 9), "!").0 == "ab\r\ncd!")
        #expect(edited("a😀b", (0, 2), (0, 2), "!").0 == "a!😀b")
        #expect(edited("aéb", (0, 2), (0, 2), "!", .utf8).0 == "a!éb")
        #expect(edited("ab", (-1, -5), (0, -2), "!").0 == "!ab")
    }

    @Test func `a reversed range is the same range`() {
        #expect(edited("abc\ndef", (1, 1), (0, 1), "-").0 == "a-ef")
    }

    @Test func `bytes that are not UTF-8 are kept and each count as one unit`() {
        let text: [UInt8] = [0x61, 0xFF, 0xC3, 0x0A, 0xED, 0xA0, 0x80, 0x62]
        var buffer = TextBuffer(text)
        #expect(buffer.copyBytes() == text)
        #expect(buffer.position(ofOffset: buffer.byteCount, encoding: .utf16) == TextPosition(line: 1, character: 4))
        let change = buffer.replace(
            from: TextPosition(line: 0, character: 1), to: TextPosition(line: 0, character: 2), with: [],
            encoding: .utf16)
        #expect(change == LineChange(firstLine: 0, removedLines: 1, insertedLines: 1))
        #expect(buffer.copyBytes() == [0x61, 0xC3, 0x0A, 0xED, 0xA0, 0x80, 0x62])
    }

    @Test func `a copy keeps its text while the original is edited`() {
        var buffer = TextBuffer("one\ntwo")
        _ = buffer.replaceBytes(0..<0, with: Array("zero\n".utf8))
        let copy = buffer
        _ = buffer.replaceBytes(0..<buffer.byteCount, with: [])
        #expect(copy.string == "zero\none\ntwo")
        #expect(buffer.string.isEmpty)
    }

    @Test func `replacing everything counts all lines`() {
        var buffer = TextBuffer("a\nb\nc")
        let change = buffer.replaceAll(with: Array("x\n".utf8))
        #expect(change == LineChange(firstLine: 0, removedLines: 3, insertedLines: 2))
        #expect(buffer.string == "x\n")
    }
}
