/// A document's text: UTF-8 bytes and the index of its lines, edited in place.
///
/// An edit near the previous one costs the edited bytes; a distant one, one `memmove` of what lies in between. A copy
/// is free until one of the two is edited. Lines end with `\n`, `\r\n` or `\r`, and there is always at least one.
/// Bytes that are not UTF-8 are kept as they are. At most 2 GiB.
package struct TextBuffer: Sendable {
    private var bytes: GapArray<UInt8>
    private var lines: LineTable

    package init(_ utf8: [UInt8] = []) {
        lines = utf8.withUnsafeBufferPointer { LineTable($0) }
        bytes = GapArray(utf8)
    }

    package init(_ string: String) {
        self.init(Array(string.utf8))
    }

    package var byteCount: Int { lines.byteCount }
    package var lineCount: Int { lines.lineCount }

    /// Replaces what lies between two positions, in whichever order they come.
    ///
    /// Positions clamp: a line past the last means the end of the text, a character past the line's end the place
    /// before its terminator, and one inside of a scalar that scalar's start.
    package mutating func replace(
        from first: TextPosition, to second: TextPosition, with utf8: some Sequence<UInt8>, encoding: PositionEncoding
    ) -> LineChange {
        let (one, other) = (offset(of: first, encoding: encoding), offset(of: second, encoding: encoding))
        return replaceBytes(min(one, other)..<max(one, other), with: utf8)
    }

    package mutating func replace(
        _ range: Range<TextPosition>, with utf8: some Sequence<UInt8>, encoding: PositionEncoding
    ) -> LineChange {
        replace(from: range.lowerBound, to: range.upperBound, with: utf8, encoding: encoding)
    }

    /// Replaces the bytes at the offsets `range`, which must lie in the text.
    package mutating func replaceBytes(_ range: Range<Int>, with utf8: some Sequence<UInt8>) -> LineChange {
        let inserted: Int
        if let count = utf8.withContiguousStorageIfAvailable({
            bytes.replace(range, with: $0); return $0.count
        }) {
            inserted = count
        } else {
            let copy = Array(utf8)
            bytes.replace(range, with: copy)
            inserted = copy.count
        }
        let starts = lineStarts(in: range.lowerBound...range.lowerBound + inserted)
        return lines.replace(range, inserted: inserted, newStarts: starts)
    }

    /// Replaces the whole text.
    @discardableResult
    package mutating func replaceAll(with utf8: [UInt8]) -> LineChange {
        let removed = lineCount
        self = TextBuffer(utf8)
        return LineChange(firstLine: 0, removedLines: removed, insertedLines: lineCount)
    }

    /// Calls `body` with the bytes of `line`, without its terminator; with none for a line that does not exist.
    package func withLine<Result>(_ line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withElements(contentRange(ofLine: line), body)
    }

    /// As `withLine`, for loops over many lines: not generic, so that callers in other modules pay nothing for that.
    package func visitLine(_ line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withElements(contentRange(ofLine: line), body)
    }

    /// Calls `body` with each of some lines, in order, until it returns false: its number and its bytes without the
    /// terminator.
    package func forEachLine(in range: Range<Int>, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Bool) {
        guard !range.isEmpty else { return }
        let offset = lines.start(of: range.lowerBound)
        bytes.withElements(offset..<lines.start(of: range.upperBound)) { text in
            for line in range {
                let start = lines.start(of: line) - offset
                var end = lines.start(of: line + 1) - offset
                if line + 1 < lineCount {
                    end -= 1
                    if end > start, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
                }
                guard body(line, UnsafeBufferPointer(rebasing: text[start..<end])) else { return }
            }
        }
    }

    package func lineBytes(_ line: Int) -> [UInt8] {
        withLine(line) { Array($0) }
    }

    /// Calls `body` with the bytes at the offsets `range`, lying side by side.
    package func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withElements(range, body)
    }

    package func copyBytes() -> [UInt8] { bytes.elements }

    package var string: String { String(decoding: copyBytes(), as: UTF8.self) }

    /// The offset of the first byte of `line`; the end of the text for a line past the last.
    package func startOffset(ofLine line: Int) -> Int {
        lines.start(of: max(line, 0))
    }

    /// The line that holds the byte at `offset`.
    package func line(atOffset offset: Int) -> Int {
        lines.line(at: offset)
    }

    /// The offsets of the line's bytes without its terminator.
    package func contentRange(ofLine line: Int) -> Range<Int> {
        guard line >= 0, line < lineCount else { return byteCount..<byteCount }
        let start = lines.start(of: line)
        var end = lines.start(of: line + 1)
        guard line + 1 < lineCount else { return start..<end }
        end -= 1
        if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The line starts of the text among the offsets `range`, except 0.
    private func lineStarts(in range: ClosedRange<Int>) -> [Int32] {
        let from = max(range.lowerBound - 1, 0)
        let to = min(range.upperBound + 1, bytes.count)
        return bytes.withElements(from..<to) { window in
            var starts: [Int32] = []
            for offset in range where offset > 0 {
                let next = offset < to ? window[offset - from] : 0
                if LineTable.startsLine(previous: window[offset - 1 - from], next) { starts.append(Int32(offset)) }
            }
            return starts
        }
    }
}
