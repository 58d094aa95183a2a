import ArgumentParser
import Foundation
import SQLiteStorage
import Storage

/// The database that a server was told to use.
struct ServerDatabase {
    private let path: String

    /// `name` is what the command line says; else `CODEFORGE_DATABASE_URL` counts.
    init(named name: String?) throws {
        guard let url = name ?? ProcessInfo.processInfo.environment["CODEFORGE_DATABASE_URL"], !url.isEmpty else {
            throw ValidationError("There is no database. Name one with --database-url or CODEFORGE_DATABASE_URL.")
        }
        guard url.hasPrefix("sqlite:") else {
            throw ValidationError("--database-url must begin with sqlite: and name a file.")
        }
        path = String(url.dropFirst("sqlite:".count))
    }

    func open() async throws -> any Store { try SQLiteStore(path: path) }
}
