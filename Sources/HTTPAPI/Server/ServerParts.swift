import Engine
import Models

/// What routes work with beside the sender's use cases.
struct ServerParts: Sendable {
    /// The server's own use cases, which see every row.
    let service: Application
    let hub: JobEventHub
    let metrics: ServerMetrics
    let exportToGitHub: GitHubExport
}

/// Sends a project's files to GitHub; done by whoever has the network code for it.
package typealias GitHubExport =
    @Sendable (Application, ExportGitHubRequest, Project) async throws -> ExportGitHubResponse
