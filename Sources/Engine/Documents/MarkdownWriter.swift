/// Builds a Markdown document out of text that others wrote (models, people): what they write stays text.
struct MarkdownWriter {
    private(set) var text = ""

    mutating func heading(_ level: Int, _ title: String) {
        separate()
        line(String(repeating: "#", count: level) + " " + Self.inline(title))
        text += "\n"
    }

    mutating func paragraph(_ content: String) {
        separate()
        line(Self.inline(content))
        text += "\n"
    }

    /// A line as it is: the caller escapes what is not its own.
    mutating func line(_ raw: String) { text += raw + "\n" }

    mutating func blank() { separate() }

    /// A remark of CodeForge's own, which is no part of what the document says.
    mutating func remark(_ content: String) {
        separate()
        line("> " + Self.inline(content))
        text += "\n"
    }

    /// What made the document.
    mutating func origin(_ origin: DocumentOrigin?) {
        if let origin { remark(origin.sentence) }
    }

    mutating func bullet(_ raw: String) { line("- " + raw) }

    mutating func checkbox(_ isTicked: Bool, _ raw: String) { line("- [\(isTicked ? "x" : " ")] " + raw) }

    /// An invisible name for what follows, by which a saved document is read again.
    mutating func anchor(_ name: String, _ value: String) { line("<!-- \(name): \(Self.anchorValue(value)) -->") }

    mutating func fenced(_ language: String, _ lines: [String]) {
        separate()
        line("```" + language)
        lines.forEach { line($0) }
        line("```")
        text += "\n"
    }

    /// One blank line between blocks, none at the start.
    private mutating func separate() {
        if !text.isEmpty && !text.hasSuffix("\n\n") { text += text.hasSuffix("\n") ? "\n" : "\n\n" }
    }

    /// Text on one line in which nothing begins a construct of Markdown or HTML but code.
    static func inline(_ content: String) -> String { InlineText(content).text }

    /// Code in a line; a backtick inside becomes a quote, since one ends the code.
    static func code(_ content: String) -> String {
        "`" + content.map { $0 == "`" ? "'" : $0.isNewline ? " " : String($0) }.joined() + "`"
    }

    /// A label of a Mermaid node, in quotes.
    static func mermaidLabel(_ content: String) -> String {
        let safe = content.map { character -> String in
            switch character {
            case "\"": "#quot;"
            case "#": "#35;"
            case "<": "#lt;"
            case ">": "#gt;"
            case let other where other.isNewline: " "
            default: String(character)
            }
        }
        return "\"" + safe.joined() + "\""
    }

    /// A value cannot end the comment that it stands in.
    private static func anchorValue(_ value: String) -> String {
        String(value.map { $0.isNewline || $0 == ">" || $0 == "<" ? "_" : $0 })
    }
}
