import JSON

/// `initialized`: the client has read the answer to `initialize`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialized
package struct InitializedNotification: Notification {
    package static let method = "initialized"

    package init(parameters: JSONNode?) {}
}
