import JSON
import Text

/// `textDocument/completion`: what can be written at a position.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_completion
package struct CompletionRequest: Request {
    package typealias Answer = [CompletionItem]?
    package static let method = "textDocument/completion"

    package let document: TextDocumentIdentifier
    package let position: TextPosition

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        position = try object.required("position")
    }
}

/// Something that can be written.
package struct CompletionItem: JSONEncodable, Hashable, Sendable {
    /// LSP's numbers of the kinds that are used.
    package enum Kind: Int, Sendable {
        case function = 3
        case property = 10
        case value = 12
    }

    package var label: String
    package var kind: Kind
    /// A word or two beside the label.
    package var detail: String?
    /// A sentence about it.
    package var documentation: String?
    /// What is typed of it already, and what takes its place.
    package var edit: TextEdit

    package init(
        label: String, kind: Kind, detail: String? = nil, documentation: String? = nil, edit: TextEdit
    ) {
        self.label = label
        self.kind = kind
        self.detail = detail
        self.documentation = documentation
        self.edit = edit
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { item in
            item.member("label", label)
            item.member("kind", kind.rawValue)
            item.member("detail", ifPresent: detail)
            item.member("documentation", ifPresent: documentation)
            // Editors compare it with the text that the edit replaces.
            item.member("filterText", edit.newText)
            item.member("textEdit", edit)
        }
    }
}
