import AsyncHTTPClient
import Engine
import Hummingbird
import HummingbirdCore
import Logging
import Models
import NIOCore
import ServiceLifecycle

/// The server: section 5 of the specification over HTTP, for many users on one store.
package struct APIServer: Sendable {
    private let application: Engine.Application
    private let settings: ServerSettings
    private let export: GitHubExport

    /// `application` is the service's own.
    package init(
        _ application: Engine.Application, settings: ServerSettings, exportToGitHub: @escaping GitHubExport
    ) {
        self.application = application.acting(as: .service)
        self.settings = settings
        export = exportToGitHub
    }

    /// Serves until SIGTERM or SIGINT; requests that run are finished then, and streams end.
    ///
    /// `onListening` hears the port, which the system chose where the settings name 0.
    package func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
        let logger = Logger(label: "codeforge-server")
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        do {
            try await serve(client, logger, onListening)
        } catch {
            try? await client.shutdown()
            throw error
        }
        try await client.shutdown()
    }

    private func serve(
        _ client: HTTPClient, _ logger: Logger, _ onListening: @escaping @Sendable (Int) -> Void
    ) async throws {
        let hub = JobEventHub(application, heartbeat: settings.heartbeat)
        let verifier = TokenVerifier(settings.tokens, client: client, logger: logger)
        let responder = APIResponder(
            table: .all,
            senders: SenderCheck(verifier: verifier, service: application, limits: settings.limits),
            parts: ServerParts(
                service: application, hub: hub, metrics: ServerMetrics(), exportToGitHub: export),
            limits: settings.limits, logger: logger)
        var quiet = logger
        // What the framework tells of connections is of interest to nobody, and could hold what a client sent.
        quiet.logLevel = .error
        let server = Hummingbird.Application(
            responder: responder, server: .http1(configuration: http), configuration: configuration,
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                logger.notice("listening", metadata: ["address": "\(settings.host):\(port)"])
                onListening(port)
            }, logger: quiet)
        var group = ServiceGroupConfiguration(
            services: [HubService(hub: hub), server], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        group.maximumGracefulShutdownDuration = settings.limits.shutdownTime
        try await ServiceGroup(configuration: group).run()
        logger.notice("ended")
    }

    private var http: HTTP1Channel.Configuration {
        // Later than a body's own time is over: who sends one slowly is told so before the connection ends.
        let seconds = settings.limits.requestTime.components.seconds + 5
        return HTTP1Channel.Configuration(
            idleTimeout: .seconds(seconds),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: settings.limits.headerBytes, maxHeaderListSize: settings.limits.headerBytes,
                maxHeaderFieldCount: settings.limits.headerCount))
    }

    private var configuration: ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port),
            availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections))
    }
}

/// Runs the hub for as long as the server answers.
private struct HubService: Service {
    let hub: JobEventHub

    func run() async throws {
        await cancelWhenGracefulShutdown { await hub.run() }
    }
}
