/// A file of sentences and no program, such as a Markdown file, and the code that is quoted in it.
struct ProseFile: Sendable {
    /// Code between ``` fences.
    struct Fence: Sendable {
        /// What stands behind the opening fence; nil for nothing.
        let language: String?
        /// The lines between the fences, counted from 0.
        let lines: Range<Int>
    }

    /// What such a file is called, with its article: "a Markdown file".
    let kind: String
    let lineCount: Int
    let fences: [Fence]
    private let lines: [Substring]

    /// Nil for code, by the name of its language, or where none is named by what it looks like.
    init?(_ text: String, languageID: String?) {
        let id = (languageID ?? "").lowercased()
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        lineCount = max(1, lines.count - (lines.last?.isEmpty == true ? 1 : 0))
        if let kind = Self.kinds[id] {
            self.kind = kind
        } else {
            let isNamed = !id.isEmpty && !Self.unknown.contains(id)
            guard !isNamed, Self.readsAsSentences(lines) else { return nil }
            kind = "a text"
        }
        fences = Self.fences(of: lines)
    }

    /// The code of a fence with blank lines for all others, so that its lines keep their numbers.
    func code(of fence: Fence) -> String {
        lines.indices.map { fence.lines.contains($0) ? String(lines[$0]) : "" }.joined(separator: "\n")
    }

    /// The fence that a line stands in.
    func fence(around line: Int) -> Fence? { fences.first { $0.lines.contains(line) } }

    /// As editors name them.
    private static let kinds = [
        "markdown": "a Markdown file", "mdx": "a Markdown file", "rmd": "a Markdown file", "quarto": "a Markdown file",
        "pandoc": "a Markdown file", "vimwiki": "a Markdown file", "rst": "a reStructuredText file",
        "restructuredtext": "a reStructuredText file", "asciidoc": "an AsciiDoc file",
        "asciidoctor": "an AsciiDoc file",
        "org": "an Org file", "norg": "a Neorg file", "typst": "a Typst file", "tex": "a LaTeX file",
        "latex": "a LaTeX file", "plaintex": "a TeX file", "bibtex": "a bibliography", "bib": "a bibliography",
        "gitcommit": "a commit message", "git-commit": "a commit message", "mail": "a mail", "help": "a help page",
        "log": "a log", "csv": "a table of data", "tsv": "a table of data",
    ]
    /// What says nothing of what the text is.
    private static let unknown: Set<String> = ["plaintext", "text", "txt", "plain"]

    /// Whether a text without a known language has hardly a line that looks like one of a program.
    private static func readsAsSentences(_ lines: [Substring]) -> Bool {
        let written = lines.prefix(2_000).filter { !$0.allSatisfy(\.isWhitespace) }
        guard !written.isEmpty else { return false }
        let looksLikeCode = written.count { line in
            line.contains(
                kept(
                    #/[;{}]\s*$|^\s*(?:def|class|import|from|function|const|let|var|return|func|fn|package|public|private|elif|while|for|if|SELECT|select)\b.*[:({;=*]|\w\(.*\)|[=!<>+-]=|\s[=*\/+<>]\s|^\s*(?:#include|#!|<\/?\w)/#
                )
            )
        }
        let sentences = written.count { $0.split(whereSeparator: \.isWhitespace).count >= 4 }
        return looksLikeCode * 5 < written.count && sentences * 2 >= written.count
    }

    private static func fences(of lines: [Substring]) -> [Fence] {
        var fences: [Fence] = []
        var open: (mark: Substring, language: String?, first: Int)?
        for (index, line) in lines.enumerated() {
            let text = line.drop(while: \.isWhitespace)
            guard text.hasPrefix("```") || text.hasPrefix("~~~") else { continue }
            let mark = text.prefix { $0 == text.first }
            if let begun = open {
                guard mark.first == begun.mark.first, mark.count >= begun.mark.count else { continue }
                if begun.first < index { fences.append(Fence(language: begun.language, lines: begun.first..<index)) }
                open = nil
            } else {
                let name = text.dropFirst(mark.count).prefix { $0.isLetter || $0.isNumber || "+#-".contains($0) }
                open = (mark, name.isEmpty ? nil : String(name), index + 1)
            }
        }
        return fences
    }
}
