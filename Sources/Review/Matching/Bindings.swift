/// The tokens that metavariables stand for, by the variables' numbers; empty while one is unbound.
///
/// Plain numbers, because the first array of ranges costs the search for what a range's bound conforms to.
struct Bindings {
    private var slots: [(lower: Int, upper: Int)] = []

    var count: Int { slots.count }

    subscript(number: Int) -> Range<Int> {
        get { slots[number].lower..<slots[number].upper }
        set { slots[number] = (newValue.lowerBound, newValue.upperBound) }
    }

    /// Unbinds all, of which there are so many from now on.
    mutating func reset(count: Int) {
        slots.removeAll(keepingCapacity: true)
        grow(to: count)
    }

    /// Adds unbound ones until there are so many.
    mutating func grow(to count: Int) {
        while slots.count < count { slots.append((0, 0)) }
    }
}
