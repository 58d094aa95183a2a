import Testing
import Text

/// Random edits against the slow obvious text.
@Suite struct TextPropertyTests {
    private static let pieces = [
        "", "a", "word ", "\n", "\r", "\r\n", "é", "e\u{301}", "😀", "👩‍👩‍👧", "中文", "\u{2028}", "\t", "\n\n", "\r\r\n",
        "let x = 1;\n", "\u{10FFFF}", "\u{0}", "{\r\n}",
    ]

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `a random session leaves the text and the lines of the reference`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var reference = ReferenceText(TextPropertyTests.text(pieces: 40, &random))
        var buffer = TextBuffer(reference.utf8)
        for step in 0..<700 {
            let encoding = PositionEncoding.allCases[Int(random.next() % 3)]
            let one = TextPropertyTests.position(in: reference, &random)
            let other = random.next() % 2 == 0 ? one : TextPropertyTests.position(in: reference, &random)
            let new = TextPropertyTests.text(pieces: Int(random.next() % 4), &random)
            let before = reference
            reference.replace(one, other, with: new, encoding)
            let change = buffer.replace(from: one, to: other, with: new.utf8, encoding: encoding)
            #expect(buffer.copyBytes() == reference.utf8, "seed \(seed), step \(step)")
            checkLines(buffer, reference)
            checkChange(change, before: before, after: reference)
            if reference.scalars.count > 400 {
                reference = ReferenceText("")
                buffer.replaceAll(with: [])
            }
        }
    }

    @Test(arguments: PositionEncoding.allCases)
    func `every position of the protocol and every byte agree`(encoding: PositionEncoding) {
        let reference = ReferenceText("ab\r\né😀x\rcc\u{301}\n\n中")
        let buffer = TextBuffer(reference.utf8)
        for (line, range) in reference.lines.enumerated() {
            var (character, byte) = (0, 0)
            for index in range {
                let position = TextPosition(line: line, character: character)
                #expect(buffer.position(ofByte: byte, inLine: line, encoding: encoding) == position)
                #expect(buffer.byteOffset(of: position, encoding: encoding) == (line, byte))
                character += ReferenceText.units(reference.scalars[index], encoding)
                byte += ReferenceText.units(reference.scalars[index], .utf8)
            }
        }
    }

    private func checkLines(_ buffer: TextBuffer, _ reference: ReferenceText) {
        let lines = reference.lines
        #expect(buffer.lineCount == lines.count)
        for line in lines.indices {
            #expect(buffer.lineBytes(line) == reference.lineBytes(line))
        }
    }

    /// The lines outside of the change must be the old ones.
    private func checkChange(_ change: LineChange, before: ReferenceText, after: ReferenceText) {
        let (old, new) = (before.lines, after.lines)
        #expect(old.count - change.removedLines == new.count - change.insertedLines)
        for line in 0..<change.firstLine {
            #expect(before.lineBytes(line) == after.lineBytes(line))
        }
        let tail = old.count - change.firstLine - change.removedLines
        #expect(tail >= 0)
        for fromEnd in 0..<max(tail, 0) {
            #expect(before.lineBytes(old.count - 1 - fromEnd) == after.lineBytes(new.count - 1 - fromEnd))
        }
    }

    private static func text(pieces count: Int, _ random: inout SplitMix) -> String {
        (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    }

    /// A position in the text, or now and then past the end of a line or of everything.
    private static func position(in text: ReferenceText, _ random: inout SplitMix) -> TextPosition {
        let lines = text.lines
        let line = Int(random.next() % UInt64(lines.count + 1))
        let length = line < lines.count ? lines[line].count * 2 + 2 : 3
        return TextPosition(line: line, character: Int(random.next() % UInt64(length)))
    }
}

/// Sebastiano Vigna's SplitMix64: a small generator with a seed, so that a failure can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
