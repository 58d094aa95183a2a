import Engine
import JSON
import Models

/// Sending a project elsewhere.
enum ExportRoutes {
    static let all: [Route] = [
        Route(
            .post, "/v1/projects/{project_id}/export/github", "exportToGitHub", "projects",
            "The project's files as the one commit of a new private repository.", .ok("ExportGitHubResponse"),
            .failure(409, "The repository exists with other content."),
            .failure(502, "GitHub did not do what was asked.")
        ) { request in
            let asked: ExportGitHubRequest = try request.contract()
            let project = try await request.project()
            return .json(try await request.server.exportToGitHub(request.application, asked, project).json)
        }
        .taking(ExportGitHubRequest.self)
    ]
}
