import Review

/// Where the lines of a text begin.
struct LineStarts {
    private let starts: [Int]
    private let count: Int

    /// - Complexity: O(bytes)
    init(_ bytes: [UInt8]) {
        starts = [0] + bytes.indices.lazy.filter { bytes[$0] == 10 }.map { $0 + 1 }
        count = bytes.count
    }

    /// The line, from 0, of a byte.
    func line(of index: Int) -> Int { starts.partitioningIndex { $0 > index } - 1 }

    /// The bytes of each line without its end.
    var ranges: [Range<Int>] {
        starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] - 1 : count) }
    }

    /// The bytes of a finding's range.
    func range(of range: ByteRange) -> Range<Int> {
        let start = min(starts[min(range.startLine, starts.count - 1)] + range.startByte, count)
        return start..<max(start, min(starts[min(range.endLine, starts.count - 1)] + range.endByte, count))
    }

    /// The lines of some bytes, and their columns where they are one line's.
    func span(of range: Range<Int>) -> SecretSpan {
        let (first, last) = (line(of: range.lowerBound), line(of: range.upperBound - 1))
        guard first == last else { return SecretSpan(lines: first...last, columns: nil) }
        let columns = range.lowerBound - starts[first]..<range.upperBound - starts[first]
        return SecretSpan(lines: first...first, columns: columns, holdsQuotes: true)
    }
}
