import JSON

/// `workspace/didChangeWatchedFiles`: files changed on disk.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeWatchedFiles
package struct DidChangeWatchedFilesNotification: Notification {
    package static let method = "workspace/didChangeWatchedFiles"

    package enum Kind: Int, Sendable { case created = 1, changed, deleted }

    package struct Event: JSONDecodable, Sendable {
        package let uri: String
        package let kind: Kind

        package init(_ node: JSONNode) throws(InvalidParameters) {
            uri = try node.required("uri")
            guard let kind = Kind(rawValue: try node.required("type")) else {
                throw InvalidParameters("must be 1, 2 or 3.", path: ["type"])
            }
            self.kind = kind
        }
    }

    package let changes: [Event]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        changes = try parameters.object().required("changes")
    }
}
