/// An edit as the lines of a text see it: what stood from `first` to `last` stands from `first` on in `inserted + 1`
/// lines now.
package struct LineEdit: Hashable, Sendable {
    /// The lines in which the edit begins and ends.
    package let first: Int
    package let last: Int
    /// How many ends of lines stand in place of the old ones; known once the edit is `applied`.
    package private(set) var inserted = 0
    /// Whether the new text has anything.
    package let hasText: Bool
    /// Whether the whole content of the first line stays where it is, before the edit; or some of it.
    package let keepsFirst: Bool
    package let keepsBeginning: Bool
    /// Whether the whole content of the last line stays, behind the edit.
    package let keepsLast: Bool
    private let oldCount: Int

    /// How many lines the text has more afterwards.
    package var growth: Int { inserted - (last - first) }

    /// The edit of a text that replaces what lies between two positions, in whichever order they come.
    package init(
        of text: TextBuffer, from one: TextPosition, to other: TextPosition, hasText: Bool, encoding: PositionEncoding
    ) {
        let start = text.byteOffset(of: min(one, other), encoding: encoding)
        let end = text.byteOffset(of: max(one, other), encoding: encoding)
        (first, last, oldCount, self.hasText) = (start.line, end.line, text.lineCount, hasText)
        let content = text.contentBounds(ofLine: start.line)
        keepsFirst = start.byteColumn >= content.upperBound
        keepsBeginning = start.byteColumn > content.lowerBound
        keepsLast = end.byteColumn <= text.contentBounds(ofLine: end.line).lowerBound
    }

    /// The edit after which the text is `text`.
    package func applied(to text: TextBuffer) -> LineEdit {
        var edit = self
        edit.inserted = text.lineCount - oldCount + last - first
        return edit
    }

    /// The edit of whole lines that makes one text of another; nil where they are the same.
    package init?(from old: TextBuffer, to new: TextBuffer) {
        let most = min(old.lineCount, new.lineCount)
        var same = 0
        while same < most, Self.isSame(old, same, new, same) { same += 1 }
        if same == old.lineCount, same == new.lineCount { return nil }
        var sameAtEnd = 0
        while sameAtEnd < most - same,
            Self.isSame(old, old.lineCount - 1 - sameAtEnd, new, new.lineCount - 1 - sameAtEnd)
        {
            sameAtEnd += 1
        }
        (first, last, oldCount) = (same, old.lineCount - sameAtEnd, old.lineCount)
        inserted = new.lineCount - sameAtEnd - same
        hasText = inserted > 0
        (keepsFirst, keepsBeginning, keepsLast) = (false, false, true)
    }

    private static func isSame(_ one: TextBuffer, _ line: Int, _ other: TextBuffer, _ otherLine: Int) -> Bool {
        one.withLine(line) { bytes in other.withLine(otherLine) { bytes.elementsEqual($0) } }
    }
}

extension TextBuffer {
    /// The bytes of a line between the white space at its ends; of a blank line none, at its start.
    package func contentBounds(ofLine line: Int) -> Range<Int> {
        withLine(line) { bytes in
            guard let start = bytes.firstIndex(where: { !isBlank($0) }),
                let end = bytes.lastIndex(where: { !isBlank($0) })
            else { return 0..<0 }
            return start..<end + 1
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
