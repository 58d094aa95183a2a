import JSON

/// What the server does in documents of one kind only, so that a client is told for which, where it can be.
package enum DocumentFeature: String, CaseIterable, Hashable, Sendable {
    case completion, documentSymbol, foldingRange, documentLink

    package var method: String { "textDocument/" + rawValue }

    /// Characters after which a client asks for what can be written.
    package static let completionTriggers = ["\"", ".", "/", ":", "`"]

    /// Writes its member of the server's capabilities.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .completion:
            writer.key("completionProvider")
            writer.object { $0.member("triggerCharacters", Self.completionTriggers) }
        case .documentSymbol: writer.member("documentSymbolProvider", true)
        case .foldingRange: writer.member("foldingRangeProvider", true)
        case .documentLink:
            writer.key("documentLinkProvider")
            writer.object { $0.member("resolveProvider", false) }
        }
    }
}
