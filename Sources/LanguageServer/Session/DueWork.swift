/// Work that the loop does at a later time.
struct DueWork {
    private var entries: [(due: ContinuousClock.Instant, work: SessionEvent)] = []

    /// When the first entry is due.
    var next: ContinuousClock.Instant? { entries.map(\.due).min() }

    mutating func add(at due: ContinuousClock.Instant, _ work: @escaping SessionEvent) {
        entries.append((due, work))
    }

    /// Removes what is due at `now` and gives it back, the earliest first.
    mutating func takeDue(at now: ContinuousClock.Instant) -> [SessionEvent] {
        let due = entries.filter { $0.due <= now }.sorted { $0.due < $1.due }
        guard !due.isEmpty else { return [] }
        entries.removeAll { $0.due <= now }
        return due.map(\.work)
    }
}
