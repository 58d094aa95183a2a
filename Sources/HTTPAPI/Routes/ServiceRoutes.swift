import Engine
import JSON

/// What whoever runs the server wants to know.
enum ServiceRoutes {
    static let all: [Route] = [
        Route(.get, "/healthz", "health", "service", "Whether the server runs.", .ok("Health")) { _ in
            .json(["status": "ok"])
        }
        .open,
        Route(
            .get, "/readyz", "readiness", "service", "Whether the server can do its work: the database answers.",
            .ok("Health"), Route.Reply(status: 503, summary: "It cannot.", component: "Health")
        ) { request in
            await request.server.service.answers()
                ? .json(["status": "ok"]) : .json(["status": "unavailable"], .serviceUnavailable)
        }
        .open,
        Route(
            .get, "/metrics", "metrics", "service", "Figures for Prometheus.",
            Route.Reply(status: 200, summary: "The figures.", component: "Text", contentType: "text/plain")
        ) { request in
            APIReply(
                body: .bytes(
                    Array(request.server.metrics.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8"))
        }
        .open,
        Route(.get, "/openapi.json", "openAPI", "service", "This document.", .ok("Object")) { _ in
            .json(OpenAPIDocument.json)
        }
        .open,
    ]
}
