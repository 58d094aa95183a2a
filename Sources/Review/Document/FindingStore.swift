/// A finding with what it depends on besides the lines around it.
struct StoredFinding: Sendable {
    /// Its lines count from the line that its match starts on.
    var finding: Finding
    var requiredFacts = FactSet()
    var forbiddenFacts = FactSet()
    /// Whether it adds nothing where one of its rule that was found before it on the line, and holds it, counts.
    var isCovered = false
    /// Where its match starts, as its lines count.
    var matchLine = 0
    /// Whether a comment for another checker says that it is meant.
    var isAcceptedElsewhere = false
}

/// The findings of a document by line, in two stacks that meet where lines were edited last.
///
/// As in `LineTable`, those after the meeting point count their lines from the document's end, so that an edit changes
/// none of them.
struct FindingStore: Sendable {
    private struct Entry: Sendable {
        var line: Int
        var stored: StoredFinding
    }

    private var front: [Entry] = []
    /// With lines counted from the end; the last is the first after `front`.
    private var back: [Entry] = []
    private var lineCount = 0

    init(lineCount: Int) {
        self.lineCount = lineCount
    }

    var isEmpty: Bool { front.isEmpty && back.isEmpty }

    /// Replaces the lines of `range` by `count` lines without findings.
    mutating func replaceLines(_ range: Range<Int>, count: Int) {
        removeAll(in: range)
        lineCount += count - range.count
    }

    /// Sets the findings of `line`, which come by place.
    ///
    /// - Complexity: O(findings between the last such line and this one)
    mutating func set(_ findings: [StoredFinding], onLine line: Int) {
        if findings.isEmpty, isEmpty { return }
        removeAll(in: line..<line + 1)
        for stored in findings { front.append(Entry(line: line, stored: stored)) }
    }

    private mutating func removeAll(in range: Range<Int>) {
        while let last = front.last, last.line >= range.lowerBound {
            front.removeLast()
            if last.line < range.upperBound { continue }
            back.append(Entry(line: lineCount - last.line, stored: last.stored))
        }
        while let next = back.last, lineCount - next.line < range.upperBound {
            back.removeLast()
            let line = lineCount - next.line
            if line < range.lowerBound { front.append(Entry(line: line, stored: next.stored)) }
        }
    }

    /// Calls `body` with each finding and the line that it starts on, by line.
    func forEach(_ body: (Int, StoredFinding) -> Void) {
        for entry in front { body(entry.line, entry.stored) }
        for entry in back.reversed() { body(lineCount - entry.line, entry.stored) }
    }
}
