import JSON

/// `shutdown`: the client is about to end the server; nothing but `exit` may follow.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#shutdown
package struct ShutdownRequest: Request {
    package typealias Answer = NoAnswer

    package static let method = "shutdown"

    package init(parameters: JSONNode?) {}
}
