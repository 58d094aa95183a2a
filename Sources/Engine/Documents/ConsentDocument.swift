/// `consent.md`: what agents are about to send to providers of models, to the byte, while they ask whether they may.
package struct ConsentDocument: Sendable {
    package var previews: [ConsentPreview]

    package init(previews: [ConsentPreview]) { self.previews = previews }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Before anything is sent")
        if previews.isEmpty { writer.paragraph("Nothing waits for your agreement.") }
        if !previews.isEmpty {
            writer.paragraph(
                "What stands below has not been sent. It is the first request as it is to go; later ones look like "
                    + "it. Answer in questions.md, in the question that your editor shows, or with "
                    + "`codeforge models allow`.")
        }
        for preview in previews {
            writer.heading(2, MarkdownWriter.inline("\(preview.agent) agent → \(preview.provider), \(preview.model)"))
            let count = preview.secretsReplaced
            let secrets = count == 0 ? "" : " Secrets that are replaced by placeholders: \(count)."
            writer.paragraph(
                "A POST to \(MarkdownWriter.code(preview.url)); the key goes in a header and is not shown.\(secrets)")
            let fence = Self.fence(around: preview.payload)
            writer.blank()
            writer.line("\(fence)json")
            writer.line(preview.payload)
            writer.line(fence)
        }
        return writer.text
    }

    /// Longer than any run of backticks in a text.
    private static func fence(around text: String) -> String {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }
}
