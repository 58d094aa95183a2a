import JSON
import JSONRPC

/// `$/cancelRequest`: nobody needs the answer to a request any more.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#cancelRequest
package struct CancelNotification: Notification {
    package static let method = "$/cancelRequest"

    package let id: RequestID

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        guard let id = try parameters.object()["id"].flatMap({ RequestID($0) }) else {
            throw InvalidParameters("must be a number or a string.", path: ["id"])
        }
        self.id = id
    }
}
