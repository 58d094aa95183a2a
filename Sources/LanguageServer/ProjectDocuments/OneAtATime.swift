/// Pieces of work on things, of which one is done at a time for each thing; the others wait in their order.
package struct OneAtATime<Work: Sendable>: Sendable {
    /// The work that waits, by the thing that is being worked on.
    private var waiting: [String: [Work]] = [:]

    /// Asks for a piece of work; one of which `repeats` says that it would only repeat what waits last is left out.
    ///
    /// - Returns: Whether the work may be done now; else `end` gives it back.
    mutating func begin(_ thing: String, _ work: Work, unless repeats: (Work) -> Bool = { _ in false }) -> Bool {
        guard let queue = waiting[thing] else {
            waiting[thing] = []
            return true
        }
        if queue.last.map(repeats) != true { waiting[thing] = queue + [work] }
        return false
    }

    /// - Returns: The work that is to be done next; nil when nothing waits.
    mutating func end(_ thing: String) -> Work? {
        guard let next = waiting[thing]?.first else {
            waiting[thing] = nil
            return nil
        }
        waiting[thing]?.removeFirst()
        return next
    }
}
