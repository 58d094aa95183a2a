import TestSupport
import Testing
import Text

/// Lines that are followed through edits, beside an editor that knows each line by itself.
@Suite struct LineAnchorTests {
    private struct Edit {
        var first: TextPosition
        var last: TextPosition
        var text: String
    }

    /// A text, and what follows it.
    private struct Editor {
        var buffer: TextBuffer
        var lines: AnchoredLines
        var anchors: [LineAnchor] { lines.anchors }

        init(_ text: String) {
            let buffer = TextBuffer(text)
            self.buffer = buffer
            lines = AnchoredLines(Array(0..<buffer.lineCount), of: buffer)
        }

        /// - Returns: the edit that takes it back.
        mutating func apply(_ edit: Edit) -> Edit {
            let start = buffer.offset(of: edit.first, encoding: .utf8)
            let end = buffer.offset(of: edit.last, encoding: .utf8)
            let old = String(decoding: buffer.copyBytes()[start..<end], as: UTF8.self)
            let lineEdit = LineEdit(
                of: buffer, from: edit.first, to: edit.last, hasText: !edit.text.isEmpty, encoding: .utf8)
            _ = buffer.replace(from: edit.first, to: edit.last, with: edit.text.utf8, encoding: .utf8)
            lines.follow(lineEdit.applied(to: buffer), in: buffer)
            return Edit(
                first: edit.first, last: buffer.position(ofOffset: start + edit.text.utf8.count, encoding: .utf8),
                text: old)
        }
    }

    private static func position(_ line: Int, _ character: Int) -> TextPosition {
        TextPosition(line: line, character: character)
    }

    /// The line where each anchor of a text stands after edits; nil where it is gone.
    private func places(_ text: String, _ edits: (Int, Int, Int, Int, String)...) -> [Int?] {
        var editor = Editor(text)
        for (line, byte, endLine, endByte, text) in edits {
            _ = editor.apply(
                Edit(first: Self.position(line, byte), last: Self.position(endLine, endByte), text: text))
        }
        return editor.anchors.map { $0.isThere ? $0.line : nil }
    }

    @Test func `lines go along with what is put before them or taken away`() {
        #expect(places("a\nb\nc", (0, 0, 0, 0, "x\ny\n")) == [2, 3, 4])
        #expect(places("a\nb\nc", (0, 1, 0, 1, "\nx")) == [0, 2, 3])
        #expect(places("a\nb\nc", (0, 0, 1, 0, "")) == [nil, 0, 1])
        #expect(places("a\nb\nc", (0, 1, 1, 1, "")) == [0, nil, 1])
        #expect(places("a\na\na", (0, 0, 1, 0, "")) == [nil, 0, 1], "the one that is gone is no other one")
        #expect(places("a\nb\nc", (1, 0, 1, 0, "    ")) == [0, 1, 2])
    }

    @Test func `a line is gone while its text is another one`() {
        #expect(places("a\nbb\nc", (1, 1, 1, 1, "x")) == [0, nil, 2])
        #expect(places("a\nbb\nc", (1, 1, 1, 1, "x"), (1, 1, 1, 2, "")) == [0, 1, 2])
        #expect(places("a\nbb\nc", (1, 1, 1, 1, "\n")) == [0, nil, 3])
        #expect(places("a\nbb\nc", (1, 1, 1, 1, "\n"), (1, 1, 2, 0, "")) == [0, 1, 2])
        #expect(places("a\nb\nc\nd", (0, 1, 2, 1, ""), (0, 1, 0, 1, "\nb\nc")) == [0, 1, 2, 3])
        #expect(places("a\nb\nc\nd", (1, 0, 3, 0, ""), (1, 0, 1, 0, "b\nc\n")) == [0, 1, 2, 3])
        #expect(places("a\nb", (0, 0, 1, 1, "a\nb\n")) == [0, 1])
    }

    private static func randomEdit(_ buffer: TextBuffer, _ random: inout SeededRandom) -> Edit {
        func place() -> TextPosition {
            let line = Int.random(in: 0..<buffer.lineCount, using: &random)
            let length = buffer.contentRange(ofLine: line).count
            // Most edits begin or end with a line.
            let byte = [0, length, Int.random(in: 0...length, using: &random)].randomElement(using: &random) ?? 0
            return position(line, byte)
        }
        let pieces = ["", "", "x", "\n", "  ", "b\n", "\nif a {\n}", "}", "\n\n"]
        let first = place()
        var last = Bool.random(using: &random) ? first : place()
        // Small ones are more frequent than those of everything.
        if last.line > first.line + 3 { last = position(first.line + 1, 0) }
        return Edit(
            first: min(first, last), last: max(first, last), text: pieces.randomElement(using: &random) ?? "")
    }

    @Test func `edits that are taken back leave every line where it was`() {
        let rounds = Rounds.number("CODEFORGE_PROPERTY_ROUNDS", else: 400)
        for round in 0..<rounds {
            var random = SeededRandom(seed: UInt64(round))
            let pieces = ["a", "b", "}", "", "  if a {", "return"]
            let lines = (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }
            var editor = Editor(lines.joined(separator: "\n"))
            var undo: [Edit] = []
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                undo.append(editor.apply(Self.randomEdit(editor.buffer, &random)))
                for anchor in editor.anchors where anchor.isThere {
                    let text = editor.buffer.lineBytes(anchor.line)
                    let quote = Array(text[editor.buffer.contentBounds(ofLine: anchor.line)])
                    #expect(quote == anchor.quote, "round \(round): what is shown has its text")
                }
            }
            for edit in undo.reversed() { _ = editor.apply(edit) }
            let back = editor.anchors.enumerated().filter { $0.element.isThere && $0.element.line == $0.offset }
            let wrong = editor.anchors.enumerated().filter { $0.element.isThere && $0.element.line != $0.offset }
            #expect(wrong.isEmpty, "round \(round): \(wrong.map(\.offset))")
            #expect(back.count == lines.count, "round \(round): \(lines.count - back.count) did not come back")
        }
    }

    @Test func `one text that takes the place of another is an edit of the lines between`() {
        let old = TextBuffer("a\nb\nc\nd")
        var anchors = (0..<4).map { LineAnchor(line: $0, of: old) }
        let new = TextBuffer("a\nx\ny\nc\nd")
        let edit = LineEdit(from: old, to: new)
        #expect(edit?.growth == 1)
        for index in anchors.indices { if let edit { anchors[index].follow(edit, in: new) } }
        #expect(anchors.map { $0.isThere ? $0.line : nil } == [0, nil, 3, 4])
        #expect(LineEdit(from: old, to: old) == nil)
    }
}
