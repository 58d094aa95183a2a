import Models
import Storage

extension SQLiteStore {
    package func changes(as caller: Caller) async throws(StoreError) -> AsyncStream<StoreChange> {
        try await feed.subscribe(as: caller)
    }
}
