import CGlibc

/// Giving memory back that a burst of work needed: starting, the first look at a folder, opening many documents.
extension Session {
    /// How long it must be quiet after the work.
    private static let quiet = Duration.milliseconds(100)

    /// Work was done that leaves unused memory behind; it is given back once no more of it has come for a moment.
    mutating func settleSoon() {
        lastBurst = ContinuousClock().now
        guard !isSettling else { return }
        isSettling = true
        settle(in: Self.quiet)
    }

    private mutating func settle(in delay: Duration) {
        after(delay) { session in
            let left = session.lastBurst + Self.quiet - ContinuousClock().now
            guard left <= .zero else { return session.settle(in: left) }
            session.isSettling = false
            // Beside the loop: it takes a millisecond or two.
            Task {
                ProgramPages.release()
                malloc_trim(0)
            }
        }
    }
}
