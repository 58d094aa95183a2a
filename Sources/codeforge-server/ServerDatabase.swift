import ArgumentParser
import Foundation
import PostgresStorage
import SQLiteStorage
import Storage

/// The database that a server was told to use.
enum ServerDatabase {
    /// PostgreSQL: where users' requests go, and where the service's own go.
    case postgres(url: String, serviceURL: String?)
    /// A file of this machine, for trying the server out.
    case sqlite(path: String)

    /// `name` is what the command line says; else `CODEFORGE_DATABASE_URL` counts.
    init(named name: String?, service: String? = nil) throws {
        let environment = ProcessInfo.processInfo.environment
        func value(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
        guard let url = name ?? value("CODEFORGE_DATABASE_URL") else {
            throw ValidationError("There is no database. Name one with --database-url or CODEFORGE_DATABASE_URL.")
        }
        if url.hasPrefix("sqlite:") {
            self = .sqlite(path: String(url.dropFirst("sqlite:".count)))
        } else if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
            self = .postgres(url: url, serviceURL: service ?? value("CODEFORGE_SERVICE_DATABASE_URL"))
        } else {
            throw ValidationError("--database-url must begin with postgresql:// (or sqlite: and name a file).")
        }
    }

    func open() async throws -> any Store {
        switch self {
        case .sqlite(let path): try SQLiteStore(path: path)
        case .postgres(let url, let service): try await PostgresStore.connect(apiURL: url, serviceURL: service)
        }
    }
}
