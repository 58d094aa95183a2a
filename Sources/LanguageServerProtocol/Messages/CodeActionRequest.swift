import JSON
import Text

/// `textDocument/codeAction`: what can be done at a range.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeAction
package struct CodeActionRequest: Request {
    package typealias Answer = [CodeActionOrCommand]
    package static let method = "textDocument/codeAction"

    package let document: TextDocumentIdentifier
    package let range: Range<TextPosition>
    /// Kinds that are asked for, each with everything below it; nil asks for all.
    package let only: [String]?
    /// Whether the client asks by itself, on each move of the cursor, rather than for its user.
    package let isAutomatic: Bool
    /// The diagnostics that the actions are to be about, of whichever server; empty asks for those of the range.
    package let diagnostics: [NamedDiagnostic]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        range = try object.required("range")
        let context: Context? = try object.optional("context")
        only = context?.only
        isAutomatic = context?.triggerKind == 2
        diagnostics = context?.diagnostics ?? []
    }

    private struct Context: JSONDecodable {
        let only: [String]?
        let triggerKind: Int?
        let diagnostics: [NamedDiagnostic]?

        init(_ node: JSONNode) throws(InvalidParameters) {
            only = try node.optional("only")
            triggerKind = try node.optional("triggerKind")
            diagnostics = try node.optional("diagnostics")
        }
    }

    /// Whether actions of `kind` are asked for: `quickfix` asks for `quickfix.codeforge` too.
    package func wants(_ kind: CodeActionKind) -> Bool {
        guard let only, !only.isEmpty else { return true }
        return only.contains { $0.isEmpty || kind.isPart(of: $0) }
    }

    /// Whether `only` names the kind, or one above it.
    package func names(_ kind: CodeActionKind) -> Bool {
        only?.contains { !$0.isEmpty && kind.isPart(of: $0) } ?? false
    }
}

/// A diagnostic as a client gives it back, as far as it takes to know it again.
package struct NamedDiagnostic: JSONDecodable, Hashable, Sendable {
    package let range: Range<TextPosition>
    /// A number of another server's is no code of ours.
    package let code: String?
    package let source: String?
    /// What the server had put into it, from a client that keeps that.
    package let identity: String?

    package init(_ node: JSONNode) throws(InvalidParameters) {
        range = try node.required("range")
        code = node["code"]?.string
        source = node["source"]?.string
        let data = node["data"]
        identity = data?.isObject == true ? data?["identity"]?.string : nil
    }

    /// Whether it may be one of this server's.
    package var isOwn: Bool { source == nil || source == Diagnostic.source }
}

extension CodeActionKind {
    /// Whether it is `kind` or below it.
    fileprivate func isPart(of kind: String) -> Bool { rawValue == kind || rawValue.hasPrefix(kind + ".") }
}
