internal import Text

/// The lines that have changed since they were reviewed, as ascending ranges that do not touch.
struct DirtyLines: Sendable {
    /// Some lines in a row, as plain numbers: see `Bindings`.
    private struct Lines: BitwiseCopyable {
        var lowerBound: Int
        var upperBound: Int
    }

    private var ranges: [Lines]
    /// Whether the first range is what a review left of one, and nothing was edited since: what lies before it has been
    /// matched with the text as it stands.
    private(set) var isContinued = false
    /// Beyond this many, near ones are joined.
    private static let mostRanges = 64

    init(all lineCount: Int) {
        ranges = [Lines(lowerBound: 0, upperBound: lineCount)]
    }

    /// None.
    init() {
        ranges = []
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// The first of the ranges.
    var first: Range<Int>? { ranges.first.map { $0.lowerBound..<$0.upperBound } }

    /// Adds some lines that have not changed.
    mutating func insert(_ new: Range<Int>) {
        guard !new.isEmpty else { return }
        isContinued = false
        var new = Lines(lowerBound: new.lowerBound, upperBound: new.upperBound)
        var before: [Lines] = []
        var after: [Lines] = []
        for range in ranges {
            if range.upperBound < new.lowerBound {
                before.append(range)
            } else if range.lowerBound > new.upperBound {
                after.append(range)
            } else {
                new.lowerBound = min(range.lowerBound, new.lowerBound)
                new.upperBound = max(range.upperBound, new.upperBound)
            }
        }
        ranges = before + [new] + after
        if ranges.count > DirtyLines.mostRanges { join() }
    }

    /// Has the review go on at `line`, which the state that a changed line left has come to.
    mutating func goOn(at line: Int) {
        removeFirst(before: line)
        isContinued = true
        if ranges.first.map({ $0.lowerBound > line }) ?? true {
            ranges.insert(Lines(lowerBound: line, upperBound: line + 1), at: 0)
        }
    }

    /// Takes the lines before `line` out, which lie in the first range, or after it where that was not enough.
    mutating func removeFirst(before line: Int) {
        isContinued = false
        while let first = ranges.first, first.upperBound <= line { ranges.removeFirst() }
        if let first = ranges.first, first.lowerBound < line { ranges[0].lowerBound = line }
    }

    /// Follows an edit.
    mutating func add(_ change: LineChange) {
        isContinued = false
        let removed = change.firstLine..<change.firstLine + change.removedLines
        var inserted = Lines(lowerBound: change.firstLine, upperBound: change.firstLine + change.insertedLines)
        let growth = change.insertedLines - change.removedLines
        var before: [Lines] = []
        var after: [Lines] = []
        for range in ranges {
            if range.upperBound < removed.lowerBound {
                before.append(range)
            } else if range.lowerBound > removed.upperBound {
                after.append(Lines(lowerBound: range.lowerBound + growth, upperBound: range.upperBound + growth))
            } else {
                inserted.lowerBound = min(range.lowerBound, inserted.lowerBound)
                inserted.upperBound = max(range.upperBound + growth, inserted.upperBound)
            }
        }
        ranges = before + [inserted] + after
        if ranges.count > DirtyLines.mostRanges { join() }
    }

    /// Joins the two ranges that are nearest to each other.
    private mutating func join() {
        var best = 0
        for index in 0..<ranges.count - 1 where gap(index) < gap(best) { best = index }
        ranges[best].upperBound = ranges[best + 1].upperBound
        ranges.remove(at: best + 1)
    }

    private func gap(_ index: Int) -> Int { ranges[index + 1].lowerBound - ranges[index].upperBound }
}
