/// Numbers by 32-bit keys, in one sorted array.
///
/// A dictionary would do, but the first of each kind costs the search for its key's conformances when the program
/// starts, and none can be a constant.
package struct KeyedNumbers: Sendable, Hashable {
    /// The key in the upper half, a number in the lower; ascending.
    package var entries: [UInt64]

    package init(entries: [UInt64]) {
        self.entries = entries
    }

    init(_ numbers: [(key: UInt32, number: Int)]) {
        entries = numbers.map { UInt64($0.key) << 32 | UInt64($0.number) }
        Self.sort(&entries)
    }

    /// Shell's sort, for the same reason: the library's keeps ranges of numbers, which have to be found comparable first.
    private static func sort(_ entries: inout [UInt64]) {
        entries.withUnsafeMutableBufferPointer { entries in
            var gap = 1
            while gap < entries.count / 9 { gap = 3 * gap + 1 }
            while gap > 0 {
                for index in gap..<max(gap, entries.count) {
                    let entry = entries[index]
                    var place = index
                    while place >= gap, entries[place - gap] > entry {
                        entries[place] = entries[place - gap]
                        place -= gap
                    }
                    entries[place] = entry
                }
                gap /= 3
            }
        }
    }

    /// The places of a key's numbers, which are in ascending order.
    ///
    /// - Complexity: O(log of all)
    @inline(__always)
    func places(of key: UInt32) -> Range<Int> {
        let first = UInt64(key) << 32
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < first { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < entries.count, entries[end] >> 32 == UInt64(key) { end += 1 }
        return low..<end
    }

    /// The number at a place.
    @inline(__always)
    subscript(place: Int) -> Int { Int(entries[place] & 0xFFFF_FFFF) }

    /// Calls `body` with each key, as often as it has numbers.
    func forEachKey(_ body: (UInt32) -> Void) {
        for entry in entries { body(UInt32(truncatingIfNeeded: entry >> 32)) }
    }
}
