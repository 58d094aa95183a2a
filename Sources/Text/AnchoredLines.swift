/// Some lines of a text that follow its edits together; once the text is again what it was, so are they.
package struct AnchoredLines: Sendable {
    package private(set) var anchors: [LineAnchor]
    private let lines: [Int]
    private let text: [UInt8]
    private var isMoved = false

    /// Some lines of a text, which may stand there more than once.
    package init(_ lines: [Int], of text: TextBuffer) {
        self.lines = lines
        self.text = text.copyBytes()
        anchors = lines.map { LineAnchor(line: $0, of: text) }
    }

    /// Follows an edit after which the text is `now`.
    ///
    /// - Complexity: O(lines), and of the whole text where that is as long as it was
    package mutating func follow(_ edit: LineEdit, in now: TextBuffer) {
        var isOther = false
        for index in anchors.indices {
            anchors[index].follow(edit, in: now)
            isOther = isOther || !anchors[index].isThere || anchors[index].line != lines[index]
        }
        isMoved = isMoved || isOther
        guard isMoved, now.byteCount == text.count,
            now.withBytes(0..<text.count, { $0.elementsEqual(text) })
        else { return }
        for index in anchors.indices { anchors[index].restore(to: lines[index]) }
        isMoved = false
    }
}
