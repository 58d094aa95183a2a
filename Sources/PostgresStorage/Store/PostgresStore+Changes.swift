import Models
import Storage

extension PostgresStore {
    package func changes(as caller: Caller) async throws(StoreError) -> AsyncStream<StoreChange> {
        try await feed.subscribe(as: caller)
    }
}
