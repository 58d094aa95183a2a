import JSON

/// `codeforge/review/list`: the findings of one open document, or of all without a `uri`.
package struct ReviewListRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "codeforge/review/list"

    package let uri: String?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        uri = try parameters?.optional("uri")
    }
}
