import JSON

/// `exit`: the server ends now.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#exit
package struct ExitNotification: Notification {
    package static let method = "exit"

    package init(parameters: JSONNode?) {}
}
