/// Counts how often each key has come.
///
/// A dictionary would do, but the first of its kind costs the search for what the key conforms to.
struct Occurrences {
    /// By place: keys lie where their bits say, or after that; a count of 0 means that none does.
    private var slots = [(key: UInt64, count: Int)](repeating: (0, 0), count: 16)
    private var used = 0

    /// - Returns: how often the key had come before
    mutating func add(_ key: UInt64) -> Int {
        if 2 * used >= slots.count { grow() }
        let place = place(of: key)
        if slots[place].count == 0 { used += 1 }
        slots[place].key = key
        slots[place].count += 1
        return slots[place].count - 1
    }

    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
        while slots[place].count > 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [(key: UInt64, count: Int)](repeating: (0, 0), count: 2 * old.count)
        for slot in old where slot.count > 0 { slots[place(of: slot.key)] = slot }
    }
}
