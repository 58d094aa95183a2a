import HTTPTypes
import JSON
import Models

/// One operation of the API: how it is reached, what it takes and gives, and what it does.
///
/// The table of these is what the server answers by and what the OpenAPI document is made from.
struct Route: Sendable {
    enum Access: Sendable {
        /// Whoever has a valid token.
        case user
        /// Anybody.
        case open
    }

    typealias Action = @Sendable (APIRequest) async throws -> APIReply

    let method: HTTPRequest.Method
    let path: PathTemplate
    /// A name that generated clients use, such as `runAgent`.
    let operation: String
    let summary: String
    let tag: String
    var access = Access.user
    var isBatch = false
    var query: [Parameter] = []
    var headers: [Parameter] = []
    /// The name and schema of the request's body.
    var request: BodySchema?
    /// Statuses beside those that every route has, with what their bodies are.
    var replies: [Reply]
    let action: Action

    init(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ tag: String, _ summary: String,
        _ replies: Reply..., action: @escaping Action
    ) {
        self.method = method
        self.path = PathTemplate(path)
        self.operation = operation
        self.tag = tag
        self.summary = summary
        self.replies = replies
        self.action = action
    }

    struct Parameter: Sendable {
        let name: String
        let summary: String
        let schema: JSONValue
        var isRequired = false
    }

    struct BodySchema: Sendable {
        let schema: JSONValue
        var isRequired = true
    }

    /// A documented answer.
    struct Reply: Sendable {
        let status: Int
        let summary: String
        /// The name of a component, or nothing for an answer without a body.
        var component: String?
        var contentType = "application/json"
        var headers: [Parameter] = []
    }
}

// What a route says of itself beside its address, in the order of reading.
extension Route {
    func taking<Document: Contract>(_ type: Document.Type, optional: Bool = false) -> Route {
        var route = self
        route.request = BodySchema(schema: Document.jsonSchema, isRequired: !optional)
        return route
    }

    func paged(_ limits: ClosedRange<Int> = 1...100, standard: Int = 20) -> Route {
        var route = self
        route.query += [
            Parameter(
                name: "limit", summary: "Most items of the answer.",
                schema: [
                    "type": "integer", "minimum": .integer(limits.lowerBound), "maximum": .integer(limits.upperBound),
                    "default": .integer(standard),
                ]),
            Parameter(
                name: "offset", summary: "How many items to leave out.",
                schema: ["type": "integer", "minimum": 0, "maximum": .integer(Int(Int32.max)), "default": 0]),
        ]
        return route
    }

    func with(query: Parameter...) -> Route {
        var route = self
        route.query += query
        return route
    }

    func with(headers: Parameter...) -> Route {
        var route = self
        route.headers += headers
        return route
    }

    var open: Route {
        var route = self
        route.access = .open
        return route
    }

    var batch: Route {
        var route = self
        route.isBatch = true
        return route
    }
}

extension Route.Reply {
    static func ok(_ component: String, _ summary: String = "Done.") -> Route.Reply {
        Route.Reply(status: 200, summary: summary, component: component)
    }

    static func created(_ component: String, _ summary: String = "Made.") -> Route.Reply {
        Route.Reply(status: 201, summary: summary, component: component)
    }

    static var empty: Route.Reply { Route.Reply(status: 204, summary: "Done; there is nothing to say.") }

    static func failure(_ status: Int, _ summary: String) -> Route.Reply {
        Route.Reply(status: status, summary: summary, component: "Error")
    }
}
