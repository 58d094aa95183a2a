import JSONRPC

/// Requests that are being answered beside the loop.
///
/// Each gets a ticket of its own, so that the late answer of a cancelled request never answers another one that came
/// with the same id.
package struct RunningRequests {
    /// Names one run of one request.
    package struct Ticket: Hashable, Sendable {
        fileprivate let number: Int
        package let id: RequestID
    }

    private struct Run {
        let ticket: Ticket
        /// None for a request that waits for the loop itself.
        let task: Task<Void, Never>?
    }

    private var runs: [RequestID: Run] = [:]
    private var tickets = 0

    package var count: Int { runs.count }
    package var isEmpty: Bool { runs.isEmpty }

    /// Whether a request with this id is not answered yet.
    func contains(_ id: RequestID) -> Bool { runs[id] != nil }

    /// The ticket for a new run.
    mutating func ticket(for id: RequestID) -> Ticket {
        tickets += 1
        return Ticket(number: tickets, id: id)
    }

    mutating func add(_ ticket: Ticket, _ task: Task<Void, Never>?) {
        runs[ticket.id] = Run(ticket: ticket, task: task)
    }

    /// Whether the run still has to be answered; from now on it is.
    mutating func finish(_ ticket: Ticket) -> Bool {
        guard runs[ticket.id]?.ticket == ticket else { return false }
        runs[ticket.id] = nil
        return true
    }

    /// Cancels the run of a request.
    ///
    /// - Returns: whether there was one that now has to be answered.
    mutating func cancel(_ id: RequestID) -> Bool {
        guard let run = runs.removeValue(forKey: id) else { return false }
        run.task?.cancel()
        return true
    }

    /// Cancels all, for example because the server shuts down.
    ///
    /// - Returns: the ids that now have to be answered.
    mutating func cancelAll() -> [RequestID] {
        defer { runs = [:] }
        return runs.map { id, run in
            run.task?.cancel()
            return id
        }
    }
}
