import Engine
import JSONRPC

/// The way to the store: it is opened in the background, and who needs it waits for that.
package struct ApplicationAccess: Sendable {
    /// Opens the store; nil until the client has the answer to `initialize`.
    private var opening: Task<Application, any Error>?

    package init() {}

    var isOpening: Bool { opening != nil }

    /// Starts opening the store, unless that has happened.
    mutating func open(_ database: String?) {
        guard opening == nil else { return }
        opening = Task { try await Application.openOrKeepInMemory(database: database) }
    }

    /// The use cases, once the store is open.
    ///
    /// - Throws: `unavailable` where there can be no store at all.
    package func value() async throws(ResponseError) -> Application {
        guard let opening else { throw .failed("unavailable", "The store is not open yet. Try again.") }
        do {
            return try await opening.value
        } catch {
            throw .failed("unavailable", "\(error)")
        }
    }
}
