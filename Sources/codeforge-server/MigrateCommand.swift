import ArgumentParser
import PostgresStorage

/// `codeforge-server migrate`: brings the database's schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database's schema up to date.",
        discussion: """
            The login owns the tables afterwards. It may make roles, where the database has no anon, authenticated and
            service_role yet. Running it again changes nothing.
            """)

    @Option(help: "The PostgreSQL database; CODEFORGE_DATABASE_URL without it.")
    var databaseURL: String?

    func run() async throws {
        guard case .postgres(let url, _) = try ServerDatabase(named: databaseURL) else {
            throw ValidationError("A SQLite file is brought up to date when it is opened.")
        }
        let outcome = try await PostgresMigrator.migrate(url: url)
        for name in outcome.applied { print("applied \(name)") }
        print(outcome.applied.isEmpty ? "up to date (version \(outcome.version))" : "now at version \(outcome.version)")
    }
}
