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
}

/// The stacks that the offline code agent writes.
enum CodeStack: Sendable {
    case next, fastAPI, flask, staticSite, swift

    /// A front end that is named wins over a language that is only mentioned; without either, Next.js.
    init(technologies: [String]) {
        let names = technologies.map { $0.lowercased() }
        func mentions(_ needles: String...) -> Bool {
            names.contains { name in needles.contains { name.contains($0) } }
        }
        if mentions("next") {
            self = .next
        } else if mentions("fastapi") {
            self = .fastAPI
        } else if mentions("flask", "django") || names.contains("python") {
            self = .flask
        } else if mentions("swift") {
            self = .swift
        } else if mentions("html") && !mentions("react", "vue", "svelte", "angular", "typescript") {
            self = .staticSite
        } else {
            self = .next
        }
    }

    /// Where the stack keeps the page of a route, planned or not.
    func pageFile(of route: String, in model: AppModel) -> String {
        let path = PageModel.cleanPath(route)
        let record = model.pages.first { $0.path == path }?.record
        let (isHome, slug) = (path == "/", CodeNames.slug(path))
        switch self {
        case .next: return "src/app" + (isHome ? "" : path) + "/page.tsx"
        case .fastAPI: return isHome ? "app/main.py" : "app/routers/\(record?.table ?? CodeNames.snake(path)).py"
        case .flask:
            return isHome ? "app/templates/home.html" : "app/views/\(record?.table ?? CodeNames.snake(path)).py"
        case .staticSite: return isHome ? "index.html" : "\(record?.slug ?? slug).html"
        case .swift:
            let app = SwiftProject(model: model).app
            if isHome { return "Sources/\(app)/\(app).swift" }
            let view =
                record.map { $0.type + (path.contains("[") ? "Editor" : "List") } ?? CodeNames.type(slug) + "View"
            return "Sources/\(app)/\(view).swift"
        }
    }

    func files(for model: AppModel) -> [SourceFile] {
        switch self {
        case .next: NextProject(model: model).files
        case .fastAPI: FastAPIProject(model: model).files
        case .flask: FlaskProject(model: model).files
        case .staticSite: StaticProject(model: model).files
        case .swift: SwiftProject(model: model).files
        }
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
