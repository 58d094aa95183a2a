import JSON

/// `window/showMessageRequest`: tells something and offers buttons; the answer is the button, or null.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessageRequest
package struct ShowMessageRequest: JSONEncodable, Sendable {
    package static let method = "window/showMessageRequest"

    private let kind: MessageKind
    private let message: String
    private let titles: [String]

    /// - Parameters:
    ///   - kind: how it looks.
    ///   - message: what is told.
    ///   - titles: of the buttons, in their order.
    package init(_ kind: MessageKind, _ message: String, _ titles: [String]) {
        self.kind = kind
        self.message = message
        self.titles = titles
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { request in
            request.member("type", kind.rawValue)
            request.member("message", message)
            request.member("actions", titles.map { ["title": .string($0)] as JSONValue })
        }
    }
}

/// How a message looks to the user.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#messageType
package enum MessageKind: Int, Sendable { case error = 1, warning, info, log }
