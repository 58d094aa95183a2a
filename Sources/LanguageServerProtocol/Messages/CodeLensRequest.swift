import JSON
import Text

/// `textDocument/codeLens`: commands shown between the lines.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeLens
package struct CodeLensRequest: Request {
    package typealias Answer = [CodeLens]
    package static let method = "textDocument/codeLens"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}

/// A command above a line.
package struct CodeLens: JSONEncodable, Hashable, Sendable {
    package var range: Range<TextPosition>
    /// Nil where the client asks for it once the lens is seen.
    package var command: Command?
    /// What `codeLens/resolve` needs to find the command.
    package var data: JSONValue?

    package init(range: Range<TextPosition>, command: Command?, data: JSONValue? = nil) {
        self.range = range
        self.command = command
        self.data = data
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { lens in
            lens.member("range", range)
            lens.member("command", ifPresent: command)
            lens.member("data", ifPresent: data)
        }
    }
}
