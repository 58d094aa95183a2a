import JSON

/// `codeforge/review/run`: reviews one document now; without a `uri` every open document.
package struct ReviewRunRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "codeforge/review/run"

    package let uri: String?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        uri = try parameters?.optional("uri")
    }
}
