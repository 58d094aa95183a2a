/// How long to wait for a model.
struct ModelTimeouts: Sendable, Hashable {
    /// Until a connection stands; whole seconds.
    var connect = Duration.seconds(10)
    /// Until the first data; a model on a small machine reads long prompts slowly.
    var firstData = Duration.seconds(180)
    /// Between data; comments that keep a connection alive are none.
    var idle = Duration.seconds(60)
    /// From the request to the end of the answer.
    var total = Duration.seconds(600)
}

/// When to give up on a stream: data puts it off, time brings it on.
actor StreamDeadline {
    private let timeouts: ModelTimeouts
    private let start = ContinuousClock.now
    private var lastData: ContinuousClock.Instant?

    init(_ timeouts: ModelTimeouts) { self.timeouts = timeouts }

    /// Data came.
    func touch() { lastData = .now }

    /// Waits until it is time to give up.
    ///
    /// - Returns: Why; nil where the waiting was cancelled.
    func expire() async -> String? {
        while true {
            let quiet = lastData.map { $0 + timeouts.idle } ?? start + timeouts.firstData
            let end = start + timeouts.total
            let now = ContinuousClock.now
            if now >= end { return "it took longer than \(timeouts.total.components.seconds) s" }
            if now >= quiet {
                return lastData == nil
                    ? "nothing came for \(timeouts.firstData.components.seconds) s"
                    : "it fell silent for \(timeouts.idle.components.seconds) s in the middle of an answer"
            }
            do {
                // Data may come meanwhile, and a silence after it may be shorter than that before it.
                try await Task.sleep(until: min(quiet, end, now + timeouts.idle))
            } catch {
                return nil
            }
        }
    }
}
