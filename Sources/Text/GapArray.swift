/// An array with a movable hole: an edit next to the last one costs only its own elements.
///
/// Elements lie in `storage` before and after the gap. An edit elsewhere first moves the gap there, with one
/// `memmove` of the elements in between. Copies share storage until one of them is edited.
package struct GapArray<Element: BitwiseCopyable & Sendable>: Sendable {
    private var storage: [Element]
    /// Index in `storage` of the gap's first slot; also the count of elements before the gap.
    private var gapStart: Int
    private var gapLength: Int

    /// Takes over the elements without copying them; the gap is made by the first edit.
    package init(_ elements: [Element] = []) {
        storage = elements
        gapStart = elements.count
        gapLength = 0
    }

    package var count: Int { storage.count - gapLength }

    package subscript(index: Int) -> Element {
        get { storage[index < gapStart ? index : index + gapLength] }
        set { storage[index < gapStart ? index : index + gapLength] = newValue }
    }

    /// Replaces the elements in `range` by `elements`.
    ///
    /// - Complexity: O(removed + inserted + distance to the last edit); growing the gap copies everything, once in
    ///   a number of insertions that is proportional to the count.
    package mutating func replace(_ range: Range<Int>, with elements: UnsafeBufferPointer<Element>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the elements")
        let growth = elements.count - range.count
        if growth > gapLength {
            grow(for: growth, near: range.lowerBound)
        }
        moveGap(around: range)
        guard let source = elements.baseAddress else { return }
        storage.withUnsafeMutableBufferPointer { slots in
            guard let base = slots.baseAddress else { return }
            (base + gapStart).update(from: source, count: elements.count)
        }
        gapStart += elements.count
        gapLength -= elements.count
    }

    package mutating func replace(_ range: Range<Int>, with elements: [Element]) {
        elements.withUnsafeBufferPointer { replace(range, with: $0) }
    }

    /// Calls `body` with the elements of `range` lying side by side: in place, or copied where the gap splits them.
    package func withElements<Result>(
        _ range: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result
    ) -> Result {
        storage.withUnsafeBufferPointer { slots in
            if range.upperBound <= gapStart {
                return body(UnsafeBufferPointer(rebasing: slots[range]))
            }
            if range.lowerBound >= gapStart {
                let shifted = range.lowerBound + gapLength..<range.upperBound + gapLength
                return body(UnsafeBufferPointer(rebasing: slots[shifted]))
            }
            return withUnsafeTemporaryAllocation(of: Element.self, capacity: range.count) { joined in
                let front = slots[range.lowerBound..<gapStart]
                let back = slots[gapStart + gapLength..<range.upperBound + gapLength]
                _ = joined.initialize(fromContentsOf: front)
                _ = joined[front.count...].initialize(fromContentsOf: back)
                return body(UnsafeBufferPointer(joined))
            }
        }
    }

    package var elements: [Element] {
        if gapLength == 0 { return storage }
        return Array(storage[..<gapStart]) + storage[(gapStart + gapLength)...]
    }

    /// Makes the gap start where `range` starts and swallow what `range` holds.
    private mutating func moveGap(around range: Range<Int>) {
        let start = range.lowerBound
        let (oldStart, length) = (gapStart, gapLength)
        storage.withUnsafeMutableBufferPointer { slots in
            guard let base = slots.baseAddress else { return }
            if start < oldStart {
                (base + start + length).update(from: base + start, count: oldStart - start)
            } else if start > oldStart {
                (base + oldStart).update(from: base + oldStart + length, count: start - oldStart)
            }
        }
        gapStart = start
        gapLength += range.count
    }

    /// Copies everything into larger storage with a gap of at least `needed` slots at `position`.
    private mutating func grow(for needed: Int, near position: Int) {
        let elements = count
        let gap = needed + max(64, elements / 8)
        let old = self
        storage = [Element](unsafeUninitializedCapacity: elements + gap) { slots, initialized in
            let front = old.withElements(0..<position) { slots.initialize(fromContentsOf: $0) }
            // What the gap holds is never read; any element will do.
            if let filler = old.storage.first {
                slots[front..<front + gap].initialize(repeating: filler)
            } else {
                UnsafeMutableRawBufferPointer(slots).initializeMemory(as: UInt8.self, repeating: 0)
            }
            _ = old.withElements(position..<elements) { slots[(front + gap)...].initialize(fromContentsOf: $0) }
            initialized = elements + gap
        }
        gapStart = position
        gapLength = gap
    }
}
