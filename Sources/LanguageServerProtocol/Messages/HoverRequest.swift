import JSON
import Text

/// `textDocument/hover`: what is known about the text at a position.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
package struct HoverRequest: Request {
    package typealias Answer = Hover?
    package static let method = "textDocument/hover"

    package let document: TextDocumentIdentifier
    package let position: TextPosition

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        document = try object.required("textDocument")
        position = try object.required("position")
    }
}

/// The answer to a hover request.
package struct Hover: JSONEncodable, Hashable, Sendable {
    package var contents: MarkupContent
    package var range: Range<TextPosition>?

    package init(contents: MarkupContent, range: Range<TextPosition>?) {
        self.contents = contents
        self.range = range
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { hover in
            hover.member("contents", contents)
            hover.member("range", ifPresent: range)
        }
    }
}
