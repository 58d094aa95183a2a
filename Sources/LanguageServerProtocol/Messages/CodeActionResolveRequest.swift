import JSON

/// `codeAction/resolve`: the edit of an action that was offered without it.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#codeAction_resolve
package struct CodeActionResolveRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "codeAction/resolve"

    /// The action as the client sends it back; its members are kept, whether known or not.
    package let action: JSONObject

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        guard case .object(let action) = try parameters.object().value else {
            throw InvalidParameters("must be an object.")
        }
        guard action["title"]?.string != nil else { throw InvalidParameters("must be a string.", path: ["title"]) }
        self.action = action
    }
}
