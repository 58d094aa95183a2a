import JSON

/// `textDocument/foldingRange`: what can be folded away.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_foldingRange
package struct FoldingRangeRequest: Request {
    package typealias Answer = [FoldingRange]?
    package static let method = "textDocument/foldingRange"

    package let document: TextDocumentIdentifier

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        document = try parameters.object().required("textDocument")
    }
}

/// Some whole lines that fold to their first one.
package struct FoldingRange: JSONEncodable, Hashable, Sendable {
    package var lines: ClosedRange<Int>

    package init(lines: ClosedRange<Int>) { self.lines = lines }

    package func write(to writer: inout JSONWriter) {
        writer.object { range in
            range.member("startLine", lines.lowerBound)
            range.member("endLine", lines.upperBound)
        }
    }
}
