/// Leaves an endpoint alone that failed several times in a row; time comes in with every event.
struct CircuitBreaker: Sendable, Hashable {
    /// Failures in a row that open it.
    static let failures = 5
    /// How long it stays open.
    static let rest = Duration.seconds(60)
    /// Successes that close it again.
    static let probes = 2

    private enum State: Sendable, Hashable {
        case closed(failures: Int)
        case open(until: ContinuousClock.Instant)
        /// One request at a time is let through.
        case probing(successes: Int, isTrying: Bool)
    }

    private var state = State.closed(failures: 0)

    /// Asks to send a request.
    ///
    /// - Returns: Nil where it may go; else the seconds to wait.
    mutating func enter(at now: ContinuousClock.Instant) -> Int? {
        switch state {
        case .closed: return nil
        case .open(let end):
            guard now >= end else { return max(1, Int((end - now).components.seconds) + 1) }
            state = .probing(successes: 0, isTrying: true)
            return nil
        case .probing(let successes, let isTrying):
            guard !isTrying else { return 1 }
            state = .probing(successes: successes, isTrying: true)
            return nil
        }
    }

    mutating func succeeded() {
        switch state {
        case .closed: state = .closed(failures: 0)
        case .open: break
        case .probing(let successes, _):
            state =
                successes + 1 >= Self.probes
                ? .closed(failures: 0) : .probing(successes: successes + 1, isTrying: false)
        }
    }

    mutating func failed(at now: ContinuousClock.Instant) {
        switch state {
        case .closed(let failures):
            state = failures + 1 >= Self.failures ? .open(until: now + Self.rest) : .closed(failures: failures + 1)
        case .open: break
        case .probing: state = .open(until: now + Self.rest)
        }
    }

    /// A request ended in a way that says nothing about the endpoint.
    mutating func abstained() {
        if case .probing(let successes, _) = state { state = .probing(successes: successes, isTrying: false) }
    }
}
