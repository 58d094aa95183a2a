import Patterns

/// The stacks that the offline code agent writes.
enum CodeStack: Sendable {
    case next, fastAPI, flask, staticSite, swift

    /// A front end that is named wins over a language that is only mentioned; without either, Next.js.
    ///
    /// Ask `unwritable(in:)` before: what it names is written by none of the stacks.
    init(technologies: [String]) {
        let names = technologies.map(Self.plain)
        func mentions(_ known: String...) -> Bool { names.contains { known.contains($0) } }
        if mentions("next js", "nextjs", "next") {
            self = .next
        } else if mentions("fastapi") {
            self = .fastAPI
        } else if mentions("flask") {
            self = .flask
        } else if mentions("react", "typescript") {
            self = .next
        } else if mentions("python") {
            self = .flask
        } else if mentions("swift", "swiftui") {
            self = .swift
        } else if mentions("html", "static html", "plain html") {
            self = .staticSite
        } else {
            self = .next
        }
    }

    static let names = "Next.js, FastAPI, Flask, plain HTML and SwiftUI projects"

    /// The demanded technologies that decide in what a project is written, and that no stack here is written in.
    ///
    /// Databases, services and libraries beside a stack that is written are no reason to refuse; a name that is not
    /// known is one where it stands alone, for it may be a language.
    static func unwritable(in technologies: [String]) -> [String] {
        let named = technologies.filter { name in
            let plain = plain(name)
            return !plain.isEmpty && !written.contains(plain) && !TechnologyNames.isBeside(plain)
        }
        let isWritten = technologies.contains { written.contains(plain($0)) }
        return isWritten ? named.filter { TechnologyNames.decides(plain($0)) } : named
    }

    /// What the stacks here are written in.
    private static let written: Set<String> = [
        "next js", "nextjs", "next", "react", "typescript", "javascript", "fastapi", "flask", "python", "html",
        "static html",
        "plain html", "html5", "css", "css3", "swift", "swiftui", "vanilla javascript", "html css",
    ]

    /// "Next.js 15" → "next js"; versions say nothing here.
    static func plain(_ name: String) -> String {
        var words = Words.split(name.replacing("++", with: "pp").replacing("#", with: "sharp"), limit: 8)
        while words.count > 1, let last = words.last, last.allSatisfy(\.isNumber) { words.removeLast() }
        return words.joined(separator: " ")
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
