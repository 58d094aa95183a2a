import Models

/// The right to one request to a model, of as many as may go at once: a lock that the kernel drops when its process
/// dies, so that all workers of a database on this machine share them.
package struct RequestSlot: Sendable {
    private let claim: EditClaim

    package func end() { claim.end() }

    /// How long it takes until a slot that became free is seen.
    private static let pause = Duration.milliseconds(50)

    /// Waits for a slot of `most`.
    ///
    /// `waiting` is called once, where none is free. Nil where the current Swift task was cancelled.
    package static func wait(
        for work: JobWork, most: Int, waiting: @Sendable () async -> Void
    ) async -> RequestSlot? {
        guard case .file(let path) = work.store.location else { return RequestSlot(claim: EditClaim()) }
        var isTold = false
        while !Task.isCancelled {
            for number in 0..<max(1, most) {
                if let claim = EditClaim(path: "\(path)-model-\(number).lock") { return RequestSlot(claim: claim) }
            }
            if !isTold { await waiting() }
            isTold = true
            try? await Task.sleep(for: pause)
        }
        return nil
    }
}
