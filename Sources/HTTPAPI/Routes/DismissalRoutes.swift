import JSON
import Models

/// Findings that somebody dismissed.
enum DismissalRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/projects/{project_id}/dismissals", "listDismissals", "findings", "The dismissed findings.",
            .ok("DismissalList")
        ) { request in
            let dismissed = try await request.application.dismissals(in: try request.id("project_id"))
            return .list(dismissed.map(\.json))
        },
        Route(
            .put, "/v1/projects/{project_id}/dismissals", "dismissFinding", "findings",
            "Dismisses a finding; twice is the same as once.", .empty
        ) { request in
            let asked: DismissalRequest = try request.contract()
            try await request.application.dismiss(asked, in: try request.id("project_id"))
            return .empty
        }
        .taking(DismissalRequest.self),
        Route(
            .delete, "/v1/projects/{project_id}/dismissals", "restoreFinding", "findings",
            "Shows a dismissed finding again; one that was not dismissed is no error.", .empty
        ) { request in
            guard let identity = request.query["identity"], !identity.isEmpty else {
                throw APIFailure.invalid(["identity"], "is missing.")
            }
            guard !identity.utf8.contains(0), identity.unicodeScalars.count <= 500 else {
                throw APIFailure.invalid(["identity"], "is none of a finding.")
            }
            var path: ProjectPath?
            if let text = request.query["path"] { path = try request.application.validPath(text) }
            try await request.application.restoreFinding(identity, at: path, in: try request.id("project_id"))
            return .empty
        }
        .with(
            query: Route.Parameter(
                name: "identity", summary: "The finding's identity.",
                schema: ["type": "string", "minLength": 1, "maxLength": 500], isRequired: true),
            Route.Parameter(name: "path", summary: "The file that it stands in.", schema: Components.path)),
    ]
}
