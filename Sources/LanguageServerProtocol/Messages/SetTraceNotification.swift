import JSON

/// `$/setTrace`: how much the server tells about what it does, in `$/logTrace`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#setTrace
package struct SetTraceNotification: Notification {
    package static let method = "$/setTrace"

    package let level: TraceLevel

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        level = try parameters.object().required("value")
    }
}

/// How much is told in `$/logTrace`.
package enum TraceLevel: String, JSONDecodable, Sendable {
    case off, messages, verbose

    package init(_ node: JSONNode) throws(InvalidParameters) {
        guard let level = node.string.flatMap(TraceLevel.init(rawValue:)) else {
            throw InvalidParameters("must be 'off', 'messages' or 'verbose'.")
        }
        self = level
    }
}
