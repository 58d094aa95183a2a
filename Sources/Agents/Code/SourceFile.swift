/// A file of a generated project; its text is made when it is asked for.
struct SourceFile: Sendable {
    let path: String
    let language: String
    let purpose: String
    let text: @Sendable () -> String

    init(_ path: String, _ language: String, _ purpose: String, _ text: @escaping @Sendable () -> String) {
        self.path = path
        self.language = language
        self.purpose = purpose
        self.text = text
    }

    /// The specification's language name by a path's ending.
    static func language(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name == "Dockerfile" { return "dockerfile" }
        let endings = [
            "ts": "typescript", "tsx": "typescript", "js": "javascript", "jsx": "javascript", "mjs": "javascript",
            "py": "python", "css": "css", "scss": "scss", "html": "html", "sql": "sql", "json": "json",
            "md": "markdown", "rs": "rust", "c": "c", "h": "c", "cpp": "cpp", "java": "java", "kt": "kotlin",
            "rb": "ruby",
            "swift": "swift", "go": "go", "sh": "shellscript", "yml": "yaml", "yaml": "yaml", "php": "php",
            "vue": "vue",
            "svelte": "svelte",
        ]
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return endings[ending] ?? "plaintext"
    }
}

/// Literals of the generated languages.
enum Literal {
    /// A JavaScript, JSON, Python or Swift string literal in double quotes.
    static func string(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            default:
                if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 { continue }
                literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// Text between tags of HTML.
    static func html(_ text: String) -> String { escaped(text, htmlEscapes) }

    /// Text between tags of JSX or of a template: as HTML, with braces that don't open an expression.
    static func jsx(_ text: String) -> String {
        escaped(text, htmlEscapes.merging(["{": "&#123;", "}": "&#125;", "'": "&apos;"]) { first, _ in first })
    }

    /// Text for a comment or a docstring: nothing in it can end either.
    static func comment(_ text: String) -> String { escaped(text, ["\\": "", "\"": "'", "*": "", "\u{2028}": " "]) }

    private static let htmlEscapes: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]

    /// Works on scalars: a brace with a combining mark is one `Character`, and still a brace to a parser.
    private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] {
                result.append(contentsOf: escape.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    static func sql(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}

extension String {
    /// Every line but the first moved right by some spaces; empty lines stay empty.
    func indented(_ spaces: Int) -> String {
        let padding = String(repeating: " ", count: spaces)
        return split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            index == 0 || line.isEmpty ? String(line) : padding + line
        }.joined(separator: "\n")
    }
}
