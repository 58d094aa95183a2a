import JSON
import Models

/// The description of the API for programs, made from the table of routes and the contracts.
///
/// https://spec.openapis.org/oas/v3.1.1.html
package enum OpenAPIDocument {
    package static let json = document(of: .all)

    private static func document(of table: RouteTable) -> JSONValue {
        var schemas = Schemas()
        for (name, schema) in Components.schemas { schemas.add(schema, as: name) }
        var paths = JSONObject()
        for route in table.routes {
            var item = paths[route.path.text]?.object ?? JSONObject()
            item[route.method.rawValue.lowercased()] = .object(operation(route, &schemas))
            paths[route.path.text] = .object(item)
        }
        return .object([
            "openapi": "3.1.0",
            "info": [
                "title": "CodeForge", "version": .string(ProductVersion.text),
                "description":
                    "Agents, jobs, projects and files of a CodeForge team. Every error has the shape `Error`.",
            ],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas.all),
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                        "description": "HS256, ES256 or RS256, with exp, aud and a UUID as sub.",
                    ]
                ],
            ],
        ])
    }

    private static func operation(_ route: Route, _ schemas: inout Schemas) -> JSONObject {
        var operation: JSONObject = [
            "operationId": .string(route.operation), "summary": .string(route.summary),
            "tags": [.string(route.tag)],
        ]
        let parameters =
            route.path.names.map { name in
                parameter(
                    Route.Parameter(
                        name: name, summary: "", schema: name == "path" ? Components.path : Components.uuid,
                        isRequired: true), in: "path")
            }
            + route.query.map { parameter($0, in: "query") } + route.headers.map { parameter($0, in: "header") }
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if let request = route.request {
            operation["requestBody"] = [
                "required": .bool(request.isRequired),
                "content": ["application/json": ["schema": schemas.reference(to: request.schema)]],
            ]
        }
        operation["responses"] = .object(responses(of: route))
        if route.access == .user { operation["security"] = [["token": []]] }
        return operation
    }

    private static func parameter(_ parameter: Route.Parameter, in place: JSONValue) -> JSONValue {
        var object: JSONObject = ["name": .string(parameter.name), "in": place]
        if !parameter.summary.isEmpty { object["description"] = .string(parameter.summary) }
        object["required"] = .bool(parameter.isRequired)
        object["schema"] = parameter.schema
        return .object(object)
    }

    private static func responses(of route: Route) -> JSONObject {
        var replies = route.replies
        if route.access == .user {
            replies += [
                .failure(401, "There is no token, or it is not right."),
                .failure(403, "The token's role or a policy does not let this happen."),
                .failure(422, "A value is wrong; loc says which."),
                .failure(429, "These were too many requests; Retry-After says when to go on."),
                .failure(503, "The server cannot do this at the moment."),
            ]
        }
        if !route.path.names.isEmpty || route.request != nil {
            replies.append(.failure(404, "There is no such row, or it is somebody else's."))
        }
        if route.request != nil {
            replies += [
                .failure(400, "The body is no JSON."), .failure(408, "The body did not arrive in time."),
                .failure(413, "The body is too large."), .failure(415, "The body is no application/json."),
                .failure(409, "The row is not in a state that allows this."),
            ]
        }
        var responses = JSONObject()
        for reply in replies.sorted(by: { $0.status < $1.status }) where responses["\(reply.status)"] == nil {
            var response: JSONObject = ["description": .string(reply.summary)]
            if !reply.headers.isEmpty {
                response["headers"] = .object(
                    JSONObject(
                        reply.headers.map {
                            ($0.name, ["description": .string($0.summary), "schema": $0.schema])
                        }))
            }
            if let component = reply.component {
                response["content"] = .object([
                    reply.contentType: ["schema": Components.reference(component)]
                ])
            }
            responses["\(reply.status)"] = .object(response)
        }
        return responses
    }
}

/// Schemas by name; what a contract defines for itself becomes a component.
private struct Schemas {
    private(set) var all = JSONObject()

    mutating func add(_ schema: JSONValue, as name: String) {
        var object = schema.object ?? JSONObject()
        if let definitions = object["$defs"]?.object {
            object["$defs"] = nil
            for (name, definition) in definitions where all[name] == nil { add(definition, as: name) }
        }
        all[name] = Self.moved(.object(object))
    }

    /// The component of a contract, added where it is new.
    mutating func reference(to schema: JSONValue) -> JSONValue {
        guard let name = schema["title"]?.string else { return Self.moved(schema) }
        if all[name] == nil { add(schema, as: name) }
        return Components.reference(name)
    }

    private static func moved(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map(moved))
        case .object(let object):
            return .object(
                JSONObject(
                    object.map { key, value in
                        guard key == "$ref", let target = value.string else { return (key, moved(value)) }
                        return (key, .string(target.replacing("#/$defs/", with: "#/components/schemas/")))
                    }))
        default: return value
        }
    }
}
