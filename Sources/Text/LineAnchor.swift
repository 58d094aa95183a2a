/// A line that was looked at, and where it stands while the text is edited.
///
/// It goes along with edits elsewhere, is gone while its text is another one, and is there again when an edit, such as
/// an undo, brings the text back to its place. White space at the line's ends does not count.
package struct LineAnchor: Hashable, Sendable {
    /// Where it stands; or stood, and would again.
    package private(set) var line: Int
    /// Of a line that was removed with others: how many of these stood between `line` and it.
    private var missing = 0
    /// Whether what was left of it went behind the edit that changed it, and an undo brings it back there.
    private var isTail = false
    /// Whether it stands there.
    package private(set) var isThere = true
    /// What stood in it, without white space at the ends.
    package let quote: [UInt8]

    /// The line of a text.
    package init(line: Int, of text: TextBuffer) {
        self.line = line
        quote = Array(text.lineBytes(line)[text.contentBounds(ofLine: line)])
    }

    /// Follows an edit after which the text is `text`.
    package mutating func follow(_ edit: LineEdit, in text: TextBuffer) {
        guard line >= edit.first else { return }
        guard line <= edit.last else {
            line += edit.growth
            return
        }
        if let place = kept(by: edit), isQuote(place, text) { return stand(at: place) }
        if let place = places(after: edit).first(where: { isQuote($0, text) }) { return stand(at: place) }
        isThere = false
        let end = edit.first + edit.inserted
        if missing > 0, line + missing > edit.last {
            line = end
        } else if line + missing == edit.last, !(line == edit.first && edit.keepsBeginning) {
            (line, missing, isTail) = (end, 0, true)
        } else {
            isTail = false
            let old = line + missing
            line = min(old, end)
            missing = old - line
        }
    }

    /// The text is again what it was when the line was `line`.
    mutating func restore(to line: Int) { stand(at: line) }

    private mutating func stand(at place: Int) {
        (line, missing, isTail, isThere) = (place, 0, false, true)
    }

    /// Where the edit leaves the line as it is.
    private func kept(by edit: LineEdit) -> Int? {
        guard isThere else { return nil }
        if line == edit.first, edit.keepsFirst { return line }
        return line == edit.last && edit.keepsLast ? edit.first + edit.inserted : nil
    }

    /// Where the line may be again that the edit changed, or that an earlier one did.
    private func places(after edit: LineEdit) -> [Int] {
        let (old, end) = (line + missing, edit.first + edit.inserted)
        guard edit.hasText else {
            // Of joined lines the first one: what else stands there now is another line's.
            return line == edit.first && missing == 0 && (edit.first == edit.last || edit.keepsBeginning) ? [line] : []
        }
        let fromEnd = end - (edit.last - old)
        return (isTail ? [fromEnd, old] : [old, fromEnd]).filter { edit.first <= $0 && $0 <= end }
    }

    private func isQuote(_ place: Int, _ text: TextBuffer) -> Bool {
        let bounds = text.contentBounds(ofLine: place)
        guard bounds.count == quote.count else { return false }
        return text.withLine(place) { $0[bounds].elementsEqual(quote) }
    }
}
