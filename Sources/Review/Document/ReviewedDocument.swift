package import Text

/// An open document and its findings, kept current while it is edited.
package struct ReviewedDocument: Sendable {
    package let language: Language
    package let path: String?
    package private(set) var buffer: TextBuffer

    package init(text: [UInt8], language: Language, path: String?) {
        self.language = language
        self.path = path
        buffer = TextBuffer(text)
    }

    /// Edits the text; the findings follow with the next `review()`.
    package mutating func replace(
        from first: TextPosition, to second: TextPosition, with utf8: some Sequence<UInt8>, encoding: PositionEncoding
    ) {
        _ = buffer.replace(from: first, to: second, with: utf8, encoding: encoding)
    }

    package mutating func replaceAll(with utf8: [UInt8]) {
        buffer.replaceAll(with: utf8)
    }

    /// Brings the findings up to date with the text.
    package mutating func review() {
    }

    /// The findings as of the last `review()`, by place.
    package var findings: [Finding] { [] }

    /// The findings that touch the lines of `lines`, by place.
    package func findings(inLines lines: ClosedRange<Int>) -> [Finding] {
        findings.filter { $0.range.startLine <= lines.upperBound && $0.range.endLine >= lines.lowerBound }
    }
}

/// The findings of a text, from scratch.
package func review(_ text: [UInt8], language: Language, path: String?) -> [Finding] {
    var document = ReviewedDocument(text: text, language: language, path: path)
    document.review()
    return document.findings
}
