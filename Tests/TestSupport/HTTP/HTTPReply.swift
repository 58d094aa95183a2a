import JSON

/// What a server answered.
package struct HTTPReply: Sendable {
    package let status: Int
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; null where it is none.
    package var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }

    /// The code of an error.
    package var code: String? { json["error"]?["code"]?.string }
}
