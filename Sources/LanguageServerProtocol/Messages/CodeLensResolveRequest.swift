import JSON

/// `codeLens/resolve`: the command of a lens that was given without it.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#codeLens_resolve
package struct CodeLensResolveRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "codeLens/resolve"

    /// The lens as the client sends it back; its members are kept, whether known or not.
    package let lens: JSONObject

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let node = try parameters.object()
        guard case .object(let lens) = node.value else { throw InvalidParameters("must be an object.") }
        guard lens["range"]?.object != nil else { throw InvalidParameters("must be an object.", path: ["range"]) }
        self.lens = lens
    }
}
