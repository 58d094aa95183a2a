import Synchronization

/// The programs of all rules of a language, each compiled when a token first calls for it, which for most is never.
///
/// Each is in one place and changed no more: to copy its parts costs more than most tokens do that ask for it. Threads
/// that come at the same time may both compile; the first to end is kept, and nobody waits.
final class LazyPrograms: @unchecked Sendable {
    final class Ready: Sendable {
        let program: RuleProgram

        init(_ program: RuleProgram) {
            self.program = program
        }
    }

    /// For each program an unbalanced reference to its `Ready`, or nil; written once.
    private let slots: UnsafeMutablePointer<Atomic<UnsafeRawPointer?>>
    /// The first slot of each rule, and the end of the last one's.
    private let starts: [Int]

    /// Makes room for those that an index names, of so many rules.
    init(_ triggers: KeyedNumbers, ruleCount: Int) {
        var counts = [Int](repeating: 0, count: ruleCount)
        for place in triggers.entries.indices {
            let trigger = triggers[place]
            counts[trigger >> 16] = max(counts[trigger >> 16], trigger & 0xFFFF + 1)
        }
        var starts: [Int] = []
        starts.reserveCapacity(ruleCount + 1)
        var end = 0
        for count in counts {
            starts.append(end)
            end += count
        }
        starts.append(end)
        self.starts = starts
        slots = .allocate(capacity: end)
        for slot in 0..<end { (slots + slot).initialize(to: Atomic(nil)) }
    }

    deinit {
        for slot in 0..<(starts.last ?? 0) {
            guard let kept = slots[slot].load(ordering: .acquiring) else { continue }
            Unmanaged<Ready>.fromOpaque(kept).release()
        }
        slots.deallocate()
    }

    /// The program that an index's entry names; nil where there is none that can be compiled.
    @inline(__always)
    func program(_ trigger: Int, compile: (_ rule: Int, _ ordinal: Int) -> RuleProgram?) -> Ready? {
        let (rule, ordinal) = (trigger >> 16, trigger & 0xFFFF)
        if let kept = slots[starts[rule] + ordinal].load(ordering: .acquiring) {
            return Unmanaged<Ready>.fromOpaque(kept).takeUnretainedValue()
        }
        return compile(rule, ordinal).map { keep($0, in: starts[rule] + ordinal) }
    }

    private func keep(_ program: RuleProgram, in slot: Int) -> Ready {
        let made = Unmanaged.passRetained(Ready(program))
        let (isFirst, kept) = slots[slot].compareExchange(
            expected: nil, desired: UnsafeRawPointer(made.toOpaque()), ordering: .acquiringAndReleasing)
        guard !isFirst, let kept else { return made.takeUnretainedValue() }
        made.release()
        return Unmanaged<Ready>.fromOpaque(kept).takeUnretainedValue()
    }
}
