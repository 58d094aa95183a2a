import PostgresStorage
import Storage
import TestSupport

/// A migrated database of its own for one test.
struct PostgresDatabase {
    let cluster: PostgresCluster
    let name: String

    var api: String { cluster.url(name, as: "codeforge_api") }
    var service: String { cluster.url(name, as: "codeforge_service") }

    /// A copy of a database that was migrated once.
    static func make() async throws -> PostgresDatabase {
        let template = try await template.value
        let cluster = try PostgresCluster.shared()
        return PostgresDatabase(cluster: cluster, name: try cluster.makeDatabase(from: template))
    }

    func store() async throws -> PostgresStore {
        try await PostgresStore.connect(apiURL: api, serviceURL: service, limits: .init(users: 8, services: 3))
    }

    /// The database that a store's location names.
    static func name(in location: String) -> String {
        location.split(separator: " ").first { $0.hasPrefix("dbname=") }.map { String($0.dropFirst(7)) } ?? ""
    }

    private static let template = Task {
        let cluster = try PostgresCluster.shared()
        let name = try cluster.makeDatabase()
        try await PostgresMigrator.migrate(url: cluster.url(name))
        // Nobody may be connected to a database that is copied.
        try cluster.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'")
        return name
    }
}
