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

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        range = try object.required("range")
        let context: Context? = try object.optional("context")
        only = context?.only
        isAutomatic = context?.triggerKind == 2
    }

    private struct Context: JSONDecodable {
        let only: [String]?
        let triggerKind: Int?

        init(_ node: JSONNode) throws(InvalidParameters) {
            only = try node.optional("only")
            triggerKind = try node.optional("triggerKind")
        }
    }

    /// Whether actions of `kind` are asked for: `quickfix` asks for `quickfix.codeforge` too.
    package func wants(_ kind: CodeActionKind) -> Bool {
        guard let only, !only.isEmpty else { return true }
        return only.contains { asked in
            asked.isEmpty || kind.rawValue == asked || kind.rawValue.hasPrefix(asked + ".")
        }
    }
}
