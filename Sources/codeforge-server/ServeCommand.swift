import Agents
import ArgumentParser
import Engine
import Foundation
import HTTPAPI
import JSON
import Models
import Storage

/// `codeforge-server serve`: answers requests until it is told to end.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answer requests over HTTP.",
        discussion: """
            ENVIRONMENT:
              CODEFORGE_DATABASE_URL   The database, where --database-url is not given.
              CODEFORGE_SERVICE_DATABASE_URL
                                       The same with the service's own login; the first one's without it.
              CODEFORGE_JWT_SECRET     The shared secret of HS256 tokens.
              CODEFORGE_JWKS_URL       Where the public keys of ES256 and RS256 tokens are.
              CODEFORGE_JWT_AUDIENCE   What `aud` must hold; `authenticated` without it.
              CODEFORGE_JWT_ISSUER     What `iss` must be.

            TLS is for the proxy in front of the server.
            """)

    @Option(help: "The database: postgresql://..., or sqlite:PATH for trying the server out.")
    var databaseURL: String?

    @Option(help: "The database with the login of the service itself, where users' requests have another one.")
    var serviceDatabaseURL: String?

    @Option(help: "Where to listen, as HOST:PORT; port 0 takes a free one.")
    var listen = "127.0.0.1:8080"

    @Option(help: "Requests a minute for each user; 0: no limit.")
    var requestsPerMinute = 60

    @Option(help: "Longest wait for a request's head and body, in seconds.")
    var requestTimeout = 30

    @Option(help: "Seconds after which a stream without news says that it is alive.")
    var heartbeat = 15

    func validate() throws {
        guard requestsPerMinute >= 0 else { throw ValidationError("--requests-per-minute must be 0 or more.") }
        guard (1...3600).contains(requestTimeout) else {
            throw ValidationError("--request-timeout must be 1 to 3600.")
        }
        guard (1...3600).contains(heartbeat) else { throw ValidationError("--heartbeat must be 1 to 3600.") }
    }

    func run() async throws {
        var settings = ServerSettings()
        (settings.host, settings.port) = try Self.address(listen)
        settings.tokens = try Self.tokenRules()
        settings.limits.requestsPerMinute = requestsPerMinute
        settings.limits.requestTime = .seconds(requestTimeout)
        settings.heartbeat = .seconds(heartbeat)
        let host = settings.host
        let database = try ServerDatabase(named: databaseURL, service: serviceDatabaseURL)
        let application = Application(store: try await database.open(), caller: .service)
        try await APIServer(application, settings: settings, exportToGitHub: Self.export).run { port in
            // For whoever let the system choose the port.
            print("listening on \(host):\(port)")
            fflush(nil)
        }
    }

    private static func address(_ text: String) throws -> (host: String, port: Int) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port), colon > text.startIndex
        else { throw ValidationError("--listen must be HOST:PORT, such as 0.0.0.0:8080, not '\(text)'.") }
        let host = text[..<colon]
        return (host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : String(host), port)
    }

    private static func tokenRules() throws -> TokenRules {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        var rules = TokenRules()
        rules.secret = value("CODEFORGE_JWT_SECRET").map(Secret.init)
        rules.keySetURL = value("CODEFORGE_JWKS_URL")
        rules.issuer = value("CODEFORGE_JWT_ISSUER")
        if let audience = value("CODEFORGE_JWT_AUDIENCE") { rules.audience = audience }
        guard rules.secret != nil || rules.keySetURL != nil else {
            throw ValidationError(
                "Nobody could sign in: set CODEFORGE_JWT_SECRET, or CODEFORGE_JWKS_URL to where the public keys are.")
        }
        return rules
    }

    /// Sends a project to GitHub, at `CODEFORGE_GITHUB_API_URL` where that is set.
    private static func export(
        _ application: Application, _ request: ExportGitHubRequest, _ project: Project
    ) async throws -> ExportGitHubResponse {
        let files = try await application.filesToSend(ofProject: project.id.text, allowing: []).files
        do throws(GitHubExportFailure) {
            let named = ProcessInfo.processInfo.environment["CODEFORGE_GITHUB_API_URL"]
            let address = try named.map { url throws(GitHubExportFailure) in try GitHubAddress(validating: url) }
            return try await GitHubExporter(address: address ?? .standard, token: request.githubToken)
                .export(
                    files.map {
                        GitHubExporter.File(path: $0.path, content: $0.content, isExecutable: $0.isExecutable)
                    }, to: request.repoName,
                    title: project.title)
        } catch {
            throw RequestFailure(error.code, error.description, details: error.details)
        }
    }
}
