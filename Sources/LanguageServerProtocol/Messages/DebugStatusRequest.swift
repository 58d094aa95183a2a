import JSON

/// `codeforge/debug/status`: counts, versions and memory of the running server, for plugins and tests.
package struct DebugStatusRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "codeforge/debug/status"

    package init(parameters: JSONNode?) {}
}
