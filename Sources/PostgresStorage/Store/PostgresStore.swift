import Foundation
import Models
import Storage
import Synchronization

/// The store on PostgreSQL 15 or later, or on Supabase: shared by every server and worker that connects.
///
/// What a user asks for runs in one short transaction as the role `authenticated`, with the user's claims set for it
/// alone, so that the database's own row level security decides. The service's connections are others, and few.
package final class PostgresStore: Store {
    package let location: StoreLocation
    package let local: (any LocalStore)? = nil
    let server: String
    private let users: ConnectionPool
    private let services: ConnectionPool
    let feed: PostgresFeed
    let telling: ChangeTelling
    let patterns = PatternMemory()
    /// How `pattern_embeddings.embedding` is written: as a vector or, without the extension, as an array.
    let vectors: VectorForm

    /// How many connections the store may have open; the change feed has one more.
    package struct Limits: Sendable {
        package var users = 16
        package var services = 4

        package init(users: Int = 16, services: Int = 4) {
            (self.users, self.services) = (users, services)
        }
    }

    /// Connects to a database whose schema is this program's.
    ///
    /// - Parameters:
    ///   - apiURL: for what users ask: the login may become `authenticated` and `anon`, and need not be more.
    ///   - serviceURL: for what the service does: the login may become `service_role`. Without one, `apiURL`'s may.
    ///   - limits: how many connections it may have.
    /// - Returns: The store, which has looked at the schema.
    /// - Throws: `unavailable`; `olderVersion` until `PostgresMigrator` was run.
    package static func connect(
        apiURL: String, serviceURL: String? = nil, limits: Limits = Limits()
    ) async throws(StoreError) -> PostgresStore {
        let serviceURL = serviceURL ?? apiURL
        let server = ServerName.of(serviceURL)
        let services = ConnectionPool(url: serviceURL, role: "service_role", server: server, limit: limits.services)
        let vectors: VectorForm = try await services.run { slot in
            StoreError.catching(server) {
                let connection = try slot.connection()
                try PostgresMigrator.requireCurrent(connection, server)
                return try VectorForm(connection)
            }
        }
        return PostgresStore(
            users: ConnectionPool(url: apiURL, role: nil, server: server, limit: limits.users), services: services,
            feed: PostgresFeed(url: serviceURL, server: server), server: server, vectors: vectors)
    }

    private init(
        users: ConnectionPool, services: ConnectionPool, feed: PostgresFeed, server: String, vectors: VectorForm
    ) {
        (self.users, self.services, self.feed, self.vectors) = (users, services, feed, vectors)
        (self.server, location) = (server, .server(server))
        telling = ChangeTelling(over: services, server: server)
    }

    /// Ends the change feeds and the connections; later operations are `unavailable(.closed)`.
    package func close() {
        feed.stop()
        users.close()
        services.close()
    }

    /// Whether the server answers.
    package func ping() async throws(StoreError) {
        try await ask("select 1", as: .service) { _ in }
    }

    func pool(of caller: Caller) -> ConnectionPool { caller == .service ? services : users }
}

/// A server and a database by a name that holds no password.
enum ServerName {
    static func of(_ url: String) -> String {
        if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
            let rest = url.drop { $0 != "/" }.drop { $0 == "/" }
            let place = rest.prefix { $0 != "?" }
            return String(place.lastIndex(of: "@").map { place[place.index(after: $0)...] } ?? place)
        }
        let shown = url.split(separator: " ").filter { part in
            ["host=", "port=", "dbname=", "hostaddr="].contains { part.hasPrefix($0) }
        }
        return shown.isEmpty ? "PostgreSQL" : shown.joined(separator: " ")
    }
}
