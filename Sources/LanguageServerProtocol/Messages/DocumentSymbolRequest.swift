import JSON
import Text

/// `textDocument/documentSymbol`: what a document holds, as a tree.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentSymbol
package struct DocumentSymbolRequest: Request {
    package typealias Answer = DocumentSymbols?
    package static let method = "textDocument/documentSymbol"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}

/// Something that a document holds, with what it holds itself.
package struct DocumentSymbol: JSONEncodable, Hashable, Sendable {
    /// LSP's numbers of the kinds that are used.
    package enum Kind: Int, Sendable {
        /// A heading of text.
        case text = 15
        /// Something that is done or not.
        case boolean = 17
    }

    package var name: String
    /// A word or two beside the name.
    package var detail: String?
    package var kind: Kind
    /// All that belongs to it, from its first line to its last.
    package var range: Range<TextPosition>
    /// Where the cursor goes; lies in `range`.
    package var selection: Range<TextPosition>
    package var children: [DocumentSymbol]

    package init(
        name: String, detail: String? = nil, kind: Kind, range: Range<TextPosition>, selection: Range<TextPosition>,
        children: [DocumentSymbol] = []
    ) {
        self.name = name
        self.detail = detail
        self.kind = kind
        self.range = range
        self.selection = selection
        self.children = children
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { symbol in
            symbol.member("name", name)
            symbol.member("detail", ifPresent: detail)
            symbol.member("kind", kind.rawValue)
            symbol.member("range", range)
            symbol.member("selectionRange", selection)
            symbol.member("children", ifPresent: children.isEmpty ? nil : children)
        }
    }
}

/// What answers a request for symbols: older clients know lists only.
package enum DocumentSymbols: JSONEncodable, Hashable, Sendable {
    case tree([DocumentSymbol])
    /// All symbols without their children, which come after them, of the document with this address.
    case list([DocumentSymbol], uri: String)

    package func write(to writer: inout JSONWriter) {
        switch self {
        case .tree(let symbols): symbols.write(to: &writer)
        case .list(let symbols, let uri):
            writer.beginArray()
            Self.write(symbols, in: nil, of: uri, to: &writer)
            writer.endArray()
        }
    }

    private static func write(
        _ symbols: [DocumentSymbol], in container: String?, of uri: String, to writer: inout JSONWriter
    ) {
        for symbol in symbols {
            writer.object { information in
                information.member("name", symbol.name)
                information.member("kind", symbol.kind.rawValue)
                information.key("location")
                information.object { location in
                    location.member("uri", uri)
                    location.member("range", symbol.range)
                }
                information.member("containerName", ifPresent: container)
            }
            write(symbol.children, in: symbol.name, of: uri, to: &writer)
        }
    }
}
