import Synchronization

/// So many requests in any minute, for each of many senders.
///
/// What was let through is remembered for a minute, so that no two minutes side by side hold twice as many.
final class RateLimiter<Sender: Hashable & Sendable>: Sendable {
    private struct State {
        var times: [Sender: [ContinuousClock.Instant]] = [:]
        var checks = 0
    }

    private let most: Int
    private let state = Mutex(State())
    private static var window: Duration { .seconds(60) }
    /// After how many looks those are forgotten who ask nothing any more.
    private static var sweep: Int { 4096 }

    /// `most` is 0 for no limit.
    init(most: Int) { self.most = most }

    /// Counts a request.
    ///
    /// - Returns: nil where it may go on, else the whole seconds after which the next one may, 1-60.
    func admit(_ sender: Sender, at now: ContinuousClock.Instant = .now) -> Int? {
        guard most > 0 else { return nil }
        return state.withLock { state in
            state.checks += 1
            if state.checks % Self.sweep == 0 {
                state.times = state.times.filter { $0.value.last.map { now - $0 < Self.window } ?? false }
            }
            let recent = state.times[sender, default: []].drop { now - $0 >= Self.window }
            guard let oldest = recent.first, recent.count >= most else {
                state.times[sender] = recent + [now]
                return nil
            }
            state.times[sender] = Array(recent)
            let wait = Self.window - (now - oldest)
            return Int(min(60, max(1, wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0))))
        }
    }
}
