import JSON
import Text

/// `textDocument/documentLink`: places of the text that lead somewhere.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentLink
package struct DocumentLinkRequest: Request {
    package typealias Answer = [DocumentLink]?
    package static let method = "textDocument/documentLink"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}

/// A place that leads to another document.
package struct DocumentLink: JSONEncodable, Hashable, Sendable {
    package var range: Range<TextPosition>
    /// An address; of a line in a file with the fragment `#L12`, counted from 1.
    package var target: String

    package init(range: Range<TextPosition>, target: String) {
        self.range = range
        self.target = target
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { link in
            link.member("range", range)
            link.member("target", target)
        }
    }
}
