import HTTPTypes
import Hummingbird
import JSON
import Models

/// What a route answers.
struct APIReply: Sendable {
    enum Body: Sendable {
        case bytes([UInt8], type: String)
        case none
        /// Written for as long as there is something to write.
        case stream(type: String, @Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    var status: HTTPResponse.Status = .ok
    var headers = HTTPFields()
    var body: Body

    static func json(_ value: JSONValue, _ status: HTTPResponse.Status = .ok) -> APIReply {
        APIReply(status: status, body: .bytes(Array(value.serialized.utf8), type: "application/json"))
    }

    static var empty: APIReply { APIReply(status: .noContent, body: .none) }

    /// A part of a list as the specification writes it.
    static func page<Item>(_ page: Page<Item>, _ item: (Item) -> JSONValue) -> APIReply {
        .json([
            "items": .array(page.items.map(item)), "total": .integer(page.total), "has_more": .bool(page.hasMore),
        ])
    }

    /// A whole list in the shape of a part.
    static func list(_ items: [JSONValue]) -> APIReply {
        .json(["items": .array(items), "total": .integer(items.count), "has_more": false])
    }
}
