/// What is noted of some lines of a document, in two stacks that meet where lines were edited last.
///
/// As in `FindingStore`, entries after the meeting point count their lines from the document's end, so that an edit
/// changes none of them.
struct LineEntries<Element: Sendable>: Sendable {
    private var front: [(line: Int, element: Element)] = []
    /// With lines counted from the end; the last is the first after `front`.
    private var back: [(line: Int, element: Element)] = []
    private(set) var lineCount: Int

    init(lineCount: Int) {
        self.lineCount = lineCount
    }

    var isEmpty: Bool { front.isEmpty && back.isEmpty }
    /// Whether no line behind the one whose entries were set last has any.
    var endsWithLastSet: Bool { back.isEmpty }

    /// Replaces the lines of `range` by `count` lines without entries.
    ///
    /// - Returns: the entries that are gone
    @discardableResult
    mutating func replaceLines(_ range: Range<Int>, count: Int) -> [Element] {
        let removed = removeAll(in: range)
        lineCount += count - range.count
        return removed
    }

    /// Sets the entries of a line.
    ///
    /// - Returns: those that it had before
    @discardableResult
    mutating func set(_ elements: [Element], onLine line: Int) -> [Element] {
        if elements.isEmpty, isEmpty { return [] }
        let removed = removeAll(in: line..<line + 1)
        for element in elements { front.append((line, element)) }
        return removed
    }

    private mutating func removeAll(in range: Range<Int>) -> [Element] {
        var removed: [Element] = []
        while let last = front.last, last.line >= range.lowerBound {
            front.removeLast()
            if last.line < range.upperBound {
                removed.append(last.element)
            } else {
                back.append((lineCount - last.line, last.element))
            }
        }
        while let next = back.last, lineCount - next.line < range.upperBound {
            back.removeLast()
            let line = lineCount - next.line
            if line < range.lowerBound { front.append((line, next.element)) } else { removed.append(next.element) }
        }
        return removed
    }

    /// Calls `body` with each entry and its line, by line.
    func forEach(_ body: (Int, Element) -> Void) {
        for entry in front { body(entry.line, entry.element) }
        for entry in back.reversed() { body(lineCount - entry.line, entry.element) }
    }

    /// The entries of a line.
    func on(_ line: Int) -> [Element] {
        var found: [Element] = []
        var place = firstOfFront(from: line)
        while place < front.count, front[place].line == line {
            found.append(front[place].element)
            place += 1
        }
        place = lastOfBack(from: line)
        while place >= 0, lineCount - back[place].line == line {
            found.append(back[place].element)
            place -= 1
        }
        return found
    }

    private func firstOfFront(from line: Int) -> Int {
        var (low, high) = (0, front.count)
        while low < high {
            let middle = (low + high) / 2
            if front[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place in `back` of the first entry that is on `line` or behind it; -1 where there is none.
    private func lastOfBack(from line: Int) -> Int {
        // Lines fall as places of `back` rise.
        var (low, high) = (0, back.count)
        while low < high {
            let middle = (low + high) / 2
            if lineCount - back[middle].line >= line { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    /// The entry of the last line up to `line` that has any.
    func last(upTo line: Int) -> Element? {
        if let next = back.last, lineCount - next.line <= line {
            return lastOfBack(upTo: line)
        }
        var (low, high) = (0, front.count)
        while low < high {
            let middle = (low + high) / 2
            if front[middle].line <= line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? front[low - 1].element : nil
    }

    private func lastOfBack(upTo line: Int) -> Element? {
        // Lines fall as places of `back` rise.
        var (low, high) = (0, back.count)
        while low < high {
            let middle = (low + high) / 2
            if lineCount - back[middle].line <= line { high = middle } else { low = middle + 1 }
        }
        return low < back.count ? back[low].element : nil
    }
}
