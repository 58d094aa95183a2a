/// One place where two sequences differ: `old` of the first became `new` of the second.
///
/// Either may be empty, not both.
package struct DiffHunk: Hashable, Sendable {
    package var old: Range<Int>
    package var new: Range<Int>

    package init(old: Range<Int>, new: Range<Int>) {
        self.old = old
        self.new = new
    }

    fileprivate func moved(by count: Int) -> DiffHunk {
        DiffHunk(
            old: old.lowerBound + count..<old.upperBound + count, new: new.lowerBound + count..<new.upperBound + count)
    }
}

/// The differences between two sequences of equal-or-not elements, in order, none touching the next.
///
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), between anchors: elements that occur exactly
/// once on both sides (as in Bram Cohen's patience diff), which keeps far-apart edits of a long file cheap.
///
/// - Complexity: O((n + m) + D²) for each gap between anchors, where a gap with more than `maxEdits` differences
///   is reported as one hunk.
package enum SequenceDiff {
    /// Past this many differences in one gap the two sides have so little in common that one hunk reads better.
    static let maxEdits = 1_000

    package static func hunks<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [DiffHunk] {
        var numbers: [Element: Int32] = [:]
        func number(_ element: Element) -> Int32 {
            if let known = numbers[element] { return known }
            let next = Int32(numbers.count)
            numbers[element] = next
            return next
        }
        let a = old.map(number)
        let b = new.map(number)
        var found: [DiffHunk] = []
        compare(a[...], b[...], into: &found)
        return joined(slid(joined(found), a, b))
    }

    /// Moves what was only removed or only inserted next to another change where equal elements let it.
    ///
    /// Of several equally short descriptions that is the one that a person would give: a changed line, not a new one
    /// before and a removed one after a line that stayed. As `xdl_change_compact` of git does.
    private static func slid(_ hunks: [DiffHunk], _ a: [Int32], _ b: [Int32]) -> [DiffHunk] {
        var result: [DiffHunk] = []
        for (index, hunk) in hunks.enumerated() {
            let isTouched = result.last?.old.upperBound == hunk.old.lowerBound
            guard hunk.old.isEmpty != hunk.new.isEmpty, !isTouched else {
                result.append(hunk)
                continue
            }
            let (range, elements) = hunk.new.isEmpty ? (hunk.old, a) : (hunk.new, b)
            func repeats(_ count: Int, from start: Int) -> Bool {
                (0..<count).allSatisfy { elements[start + $0] == elements[start + $0 + range.count] }
            }
            let up = hunk.old.lowerBound - (result.last?.old.upperBound ?? hunk.old.lowerBound)
            let down = index + 1 < hunks.count ? hunks[index + 1].old.lowerBound - hunk.old.upperBound : 0
            if up > 0, repeats(up, from: range.lowerBound - up) {
                result.append(hunk.moved(by: -up))
            } else if down > 0, repeats(down, from: range.lowerBound) {
                result.append(hunk.moved(by: down))
            } else {
                result.append(hunk)
            }
        }
        return result
    }

    private static func compare(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, into hunks: inout [DiffHunk]) {
        let (a, b) = withoutCommonEnds(a, b)
        if a.isEmpty && b.isEmpty { return }
        if a.isEmpty || b.isEmpty {
            hunks.append(DiffHunk(old: a.indices, new: b.indices))
            return
        }
        let anchors = a.count + b.count > 64 ? uniqueAnchors(a, b) : []
        if anchors.isEmpty {
            myers(a, b, into: &hunks)
            return
        }
        var (fromA, fromB) = (a.startIndex, b.startIndex)
        for (anchorA, anchorB) in anchors {
            compare(a[fromA..<anchorA], b[fromB..<anchorB], into: &hunks)
            (fromA, fromB) = (anchorA + 1, anchorB + 1)
        }
        compare(a[fromA...], b[fromB...], into: &hunks)
    }

    private static func withoutCommonEnds(
        _ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>
    ) -> (ArraySlice<Int32>, ArraySlice<Int32>) {
        var (a, b) = (a, b)
        while let x = a.first, x == b.first {
            a.removeFirst()
            b.removeFirst()
        }
        while let x = a.last, x == b.last {
            a.removeLast()
            b.removeLast()
        }
        return (a, b)
    }

    /// Pairs of indices of elements that are unique on both sides, longest increasing run of them.
    private static func uniqueAnchors(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> [(Int, Int)] {
        let inA = uniquePositions(a)
        let inB = uniquePositions(b)
        let pairs = a.indices.compactMap { index -> (Int, Int)? in
            guard inA[a[index]] == index, let other = inB[a[index]], other >= 0 else { return nil }
            return (index, other)
        }
        return longestIncreasing(pairs)
    }

    /// Where each element stands; -1 for one that occurs more than once.
    private static func uniquePositions(_ slice: ArraySlice<Int32>) -> [Int32: Int] {
        var positions: [Int32: Int] = [:]
        for index in slice.indices {
            positions[slice[index]] = positions[slice[index]] == nil ? index : -1
        }
        return positions
    }

    /// The longest subsequence of `pairs` whose second members increase (patience sorting).
    private static func longestIncreasing(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var tops: [Int] = []
        var previous = [Int](repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? tops[low - 1] : -1
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var chain: [(Int, Int)] = []
        var index = tops.last ?? -1
        while index >= 0 {
            chain.append(pairs[index])
            index = previous[index]
        }
        return chain.reversed()
    }

    private static func myers(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, into hunks: inout [DiffHunk]) {
        guard let trace = furthestReaches(a, b) else {
            hunks.append(DiffHunk(old: a.indices, new: b.indices))
            return
        }
        var (x, y) = (a.count, b.count)
        var backwards: [DiffHunk] = []
        for d in stride(from: trace.count - 1, to: 0, by: -1) {
            let reach = trace[d - 1]
            let k = x - y
            let down = k == -d || (k != d && reach[at: k - 1, d - 1] < reach[at: k + 1, d - 1])
            let fromX = down ? reach[at: k + 1, d - 1] : reach[at: k - 1, d - 1]
            let fromY = fromX - (down ? k + 1 : k - 1)
            let (startX, startY) = (a.startIndex + fromX, b.startIndex + fromY)
            backwards.append(
                down
                    ? DiffHunk(old: startX..<startX, new: startY..<startY + 1)
                    : DiffHunk(old: startX..<startX + 1, new: startY..<startY))
            (x, y) = (fromX, fromY)
        }
        hunks.append(contentsOf: backwards.reversed())
    }

    /// For each number of edits the furthest `x` on each diagonal, up to the first that reaches both ends;
    /// `nil` past `maxEdits`.
    private static func furthestReaches(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> [Reach]? {
        var trace: [Reach] = []
        for d in 0...min(maxEdits, a.count + b.count) {
            var reach = Reach(edits: d)
            for k in stride(from: -d, through: d, by: 2) {
                var x = 0
                if d > 0 {
                    let before = trace[d - 1]
                    let down = k == -d || (k != d && before[at: k - 1, d - 1] < before[at: k + 1, d - 1])
                    x = down ? before[at: k + 1, d - 1] : before[at: k - 1, d - 1] + 1
                }
                while x < a.count, x - k < b.count, a[a.startIndex + x] == b[b.startIndex + x - k] { x += 1 }
                reach[at: k, d] = x
                if x >= a.count && x - k >= b.count {
                    trace.append(reach)
                    return trace
                }
            }
            trace.append(reach)
        }
        return nil
    }

    /// The `x` reached on diagonals `-d, -d + 2, ... d`.
    private struct Reach {
        private var xs: [Int32]

        init(edits: Int) { xs = [Int32](repeating: -1, count: edits + 1) }

        subscript(at k: Int, _ d: Int) -> Int {
            get {
                let index = (k + d) / 2
                return xs.indices.contains(index) && k + d >= 0 ? Int(xs[index]) : -1
            }
            set { xs[(k + d) / 2] = Int32(newValue) }
        }
    }

    /// Hunks that touch made one.
    private static func joined(_ hunks: [DiffHunk]) -> [DiffHunk] {
        var result: [DiffHunk] = []
        for hunk in hunks {
            if let last = result.last, last.old.upperBound == hunk.old.lowerBound,
                last.new.upperBound == hunk.new.lowerBound
            {
                result[result.count - 1] = DiffHunk(
                    old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
            } else {
                result.append(hunk)
            }
        }
        return result
    }
}
