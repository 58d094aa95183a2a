import Testing
import Text

@testable import Engine

@Suite struct MinimalEditsTests {
    /// Applies the changes to `old`, last first, by line and byte: the slow, obvious way.
    private func applying(_ edits: MinimalEdits, to old: [UInt8]) -> [UInt8] {
        let starts = TextPieces.lines(old).map(\.startIndex) + [old.count]
        var text = old
        for change in edits.changes.reversed() {
            let from = starts[change.start.line] + change.start.byteColumn
            let to = starts[change.end.line] + change.end.byteColumn
            text.replaceSubrange(from..<to, with: change.replacement)
        }
        return text
    }

    @Test func `the changes make the new text of the old one`() {
        for seed in 0..<2_000 {
            var random = RandomTexts(seed: UInt64(seed))
            let old = random.text()
            let new = Bool.random(using: &random.numbers) ? random.edited(old) : random.text()
            let edits = MinimalEdits(from: Array(old.utf8), to: Array(new.utf8))
            #expect(String(decoding: applying(edits, to: Array(old.utf8)), as: UTF8.self) == new, "seed \(seed)")
            for (a, b) in zip(edits.changes, edits.changes.dropFirst()) { #expect(a.end <= b.start) }
        }
    }

    @Test func `an equal text needs no change`() {
        #expect(MinimalEdits(from: Array("a\nb".utf8), to: Array("a\nb".utf8)).changes.isEmpty)
    }

    @Test func `only the word that differs is replaced`() throws {
        let edits = MinimalEdits(from: Array("one\nlet 😀 = old + 1\n".utf8), to: Array("one\nlet 😀 = new + 1\n".utf8))
        let change = try #require(edits.changes.first)
        #expect(edits.changes.count == 1)
        #expect(String(decoding: change.replacement, as: UTF8.self) == "new")
        #expect(edits.range(of: change, encoding: .utf8).lowerBound == TextPosition(line: 1, character: 11))
        #expect(edits.range(of: change, encoding: .utf16).lowerBound == TextPosition(line: 1, character: 9))
        #expect(edits.range(of: change, encoding: .utf32).lowerBound == TextPosition(line: 1, character: 8))
    }

    @Test func `ten thousand lines with a change in each hundredth are compared at once`() {
        let old = (0..<10_000).map { "line \($0)" }
        var new = old
        for index in stride(from: 0, to: 10_000, by: 100) { new[index] += " changed" }
        let edits = MinimalEdits(
            from: Array(old.joined(separator: "\n").utf8), to: Array(new.joined(separator: "\n").utf8))
        #expect(edits.changes.count == 100)
    }
}
