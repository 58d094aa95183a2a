/// Lines of a file, counted from one, that were changed or added.
struct ChangedLines: Sendable, Hashable {
    /// Ascending; nil where all lines are.
    private var ranges: [ClosedRange<Int>]?

    /// All lines.
    static let all = ChangedLines(ranges: nil)
    static let none = ChangedLines(ranges: [])

    private init(ranges: [ClosedRange<Int>]?) {
        self.ranges = ranges
    }

    /// Adds lines that come after all that are in already.
    mutating func append(_ lines: ClosedRange<Int>) {
        ranges?.append(lines)
    }

    func touch(_ lines: ClosedRange<Int>) -> Bool {
        guard let ranges else { return true }
        return ranges.contains { $0.overlaps(lines) }
    }

    /// Follows the replacement of some lines by `count` new ones, which are changed ones.
    mutating func replace(_ lines: ClosedRange<Int>, byLines count: Int) {
        guard let old = ranges else { return }
        let growth = count - lines.count
        var new: [ClosedRange<Int>] = []
        for range in old {
            if range.lowerBound < lines.lowerBound {
                new.append(range.lowerBound...min(range.upperBound, lines.lowerBound - 1))
            }
        }
        new.append(lines.lowerBound...lines.lowerBound + max(count, 1) - 1)
        for range in old where range.upperBound > lines.upperBound {
            new.append(max(range.lowerBound, lines.upperBound + 1) + growth...range.upperBound + growth)
        }
        ranges = new
    }
}
