import Models
import Storage

/// Why somebody who waits for rows looks at them again.
enum StoreNews: Sendable {
    case changed(StoreChange)
    /// Changes may have been missed.
    case interrupted
    /// A while has passed.
    case lookAgain
}

extension Store {
    /// The changes that the caller sees from now on, and in any case a reason to look every now and then.
    ///
    /// A change feed that is interrupted is begun again, which is told. Ends when the store is closed.
    func news(as caller: Caller, every interval: Duration) async throws(StoreError) -> AsyncStream<StoreNews> {
        let changes = try await changes(as: caller)
        let (news, continuation) = AsyncStream.makeStream(of: StoreNews.self)
        let listener = Task { await listen(to: changes, as: caller, pause: interval, continuation) }
        let ticker = Task {
            while (try? await Task.sleep(for: interval)) != nil { continuation.yield(.lookAgain) }
        }
        continuation.onTermination = { _ in
            listener.cancel()
            ticker.cancel()
        }
        return news
    }

    private func listen(
        to first: AsyncStream<StoreChange>, as caller: Caller, pause: Duration,
        _ continuation: AsyncStream<StoreNews>.Continuation
    ) async {
        var changes: AsyncStream<StoreChange>? = first
        while !Task.isCancelled {
            if let changes {
                for await change in changes { continuation.yield(.changed(change)) }
            }
            do throws(StoreError) {
                changes = try await self.changes(as: caller)
                continuation.yield(.interrupted)
            } catch {
                if error.isLasting { return continuation.finish() }
                changes = nil
                try? await Task.sleep(for: pause)
            }
        }
    }
}
