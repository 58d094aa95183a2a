#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where each line starts, in two stacks that meet at the last edit.
///
/// Lines before the meeting point are kept as distances from the text's start, lines after it as distances from its
/// end. So an edit at the meeting point changes no other entry, and an edit `n` lines away moves `n` entries over.
///
/// A line starts at offset `p > 0` if the byte before it is `\n`, or is a `\r` that no `\n` follows: whether `p` is a
/// line start depends on the two bytes around it alone.
struct LineTable: Sendable {
    /// Distances from the text's start, ascending; the first is line 0's.
    private var front: [Int32] = [0]
    /// Distances from the text's end; the last is that of the line right after `front`.
    private var back: [Int32] = []
    private(set) var byteCount: Int

    init(_ text: UnsafeBufferPointer<UInt8>) {
        byteCount = text.count
        front.reserveCapacity(text.count / 40 + 1)
        LineTable.forEachLineStart(in: text) { front.append(Int32($0)) }
    }

    var lineCount: Int { front.count + back.count }

    /// Offset of the first byte of `line`; the byte count for the line after the last.
    func start(of line: Int) -> Int {
        if line < front.count { return Int(front[line]) }
        let fromTop = line - front.count
        return fromTop < back.count ? byteCount - Int(back[back.count - 1 - fromTop]) : byteCount
    }

    /// The line that holds the byte at `offset`; the last line for the end of the text.
    ///
    /// - Complexity: O(log lines)
    func line(at offset: Int) -> Int {
        var (low, high) = (0, lineCount)
        while high - low > 1 {
            let middle = (low + high) / 2
            if start(of: middle) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Follows an edit that replaced the bytes at `removed`, offsets into the old text.
    ///
    /// `newStarts` are the line starts of the new text from `removed.lowerBound` to the end of what was inserted, both
    /// included, without 0, ascending.
    mutating func replace(_ removed: Range<Int>, inserted: Int, newStarts: [Int32]) -> LineChange {
        let (start, end) = (removed.lowerBound, removed.upperBound)
        meet(beforeStartsFrom: start)
        let firstLine = front.count - 1
        var removedStarts = 0
        var hadStart = false
        while let last = back.last, byteCount - Int(last) <= end {
            hadStart = hadStart || byteCount - Int(last) == start
            back.removeLast()
            removedStarts += 1
        }
        byteCount += inserted - removed.count
        front.append(contentsOf: newStarts)
        let keepsFirst = hadStart && newStarts.first.map(Int.init) == start
        return LineChange(
            firstLine: keepsFirst ? firstLine + 1 : firstLine,
            removedLines: keepsFirst ? removedStarts : removedStarts + 1,
            insertedLines: keepsFirst ? newStarts.count : newStarts.count + 1)
    }

    /// Moves the meeting point so that `front` holds line 0 and the lines that start before `offset`.
    private mutating func meet(beforeStartsFrom offset: Int) {
        while front.count > 1, let last = front.last, Int(last) >= offset {
            front.removeLast()
            back.append(Int32(byteCount - Int(last)))
        }
        while let last = back.last, byteCount - Int(last) < offset {
            back.removeLast()
            front.append(Int32(byteCount - Int(last)))
        }
    }

    /// Calls `body` with each line start after the first.
    ///
    /// - Complexity: O(bytes), at memory speed where the text has no `\r`.
    static func forEachLineStart(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        guard let base = text.baseAddress, text.count > 0 else { return }
        let end = base + text.count
        if memchr(base, 0x0D, text.count) == nil {
            var rest = base
            while let found = memchr(rest, 0x0A, end - rest) {
                rest = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
                body(rest - base)
            }
            return
        }
        for offset in 1...text.count
        where startsLine(previous: base[offset - 1], offset < text.count ? base[offset] : 0) {
            body(offset)
        }
    }

    /// Whether a line starts between the byte `previous` and the byte `next` (0 at the end of the text).
    static func startsLine(previous: UInt8, _ next: UInt8) -> Bool {
        previous == 0x0A || (previous == 0x0D && next != 0x0A)
    }
}
