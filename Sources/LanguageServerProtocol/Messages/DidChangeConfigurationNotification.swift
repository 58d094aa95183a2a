import JSON

/// `workspace/didChangeConfiguration`: settings changed; clients that answer `workspace/configuration` may send null.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeConfiguration
package struct DidChangeConfigurationNotification: Notification {
    package static let method = "workspace/didChangeConfiguration"

    package let settings: JSONValue?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        settings = try parameters.object().optional("settings")
    }
}
