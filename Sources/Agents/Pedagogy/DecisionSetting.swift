import JSON
import Patterns
import Review

/// What stands around a decision: the language of its file, and the packages that the project has.
struct DecisionSetting: Sendable {
    /// Languages and frameworks, as `Data/decisions.txt` names them.
    private(set) var languages: Set<String> = []
    /// Packages as they are written, and the files that name them.
    private var packages: [(name: String, words: [String], file: String)] = []

    private static let mostFiles = 40
    private static let longestFile = 200_000

    init() {}

    init(_ task: AgentTask) {
        let path = task.input["file_path"]?.string ?? ""
        let manifests = task.project.files.keys.filter { Self.isManifest($0) }.sorted {
            ($0.utf8.count, $0) < ($1.utf8.count, $1)
        }
        for file in manifests.prefix(Self.mostFiles) {
            guard let text = task.project.files[file], text.utf8.count <= Self.longestFile else { continue }
            for name in Self.names(in: text, of: file) { add(name, from: file) }
        }
        for name in task.project.techStack { add(name, from: "the project's stack") }
        if let text = task.project.files[path], text.utf8.count <= Self.longestFile {
            for name in Self.imports(in: text) { add(name, from: path) }
        }
        let named = Language(languageID: task.input["language"]?.string ?? "")
        let own = named == .plain ? Language(path: path) : named
        let tags = Set([own].compactMap { Self.tags[$0] })
        let all = Set(task.project.files.keys.compactMap { Self.tags[Language(path: $0)] })
        languages = tags.isEmpty && all.count == 1 ? all : tags
        for framework in ["react", "vue"] where languages.contains("js") && self.package(named: [[framework]]) != nil {
            languages.insert(framework)
        }
        if own == .typescriptReact || own == .javascriptReact { languages.insert("react") }
    }

    private mutating func add(_ name: String, from file: String) {
        let bare = name.hasSuffix(".swift") ? name.dropLast(6) : name[...]
        let words = Words.split(bare, limit: 8).map(Words.stem)
        guard !words.isEmpty, !packages.contains(where: { $0.words == words }) else { return }
        packages.append((name, words, file))
    }

    /// A package of the project that one of the names, in stems, stands for, and the file that names it.
    func package(named names: [[String]]) -> (name: String, file: String)? {
        let found = packages.first { package in
            names.contains { $0 == package.words || package.name.hasPrefix("@") && package.words.first == $0.joined() }
                || package.words.count > 2
                    && names.contains { $0.count > 1 && package.words.suffix($0.count) == $0[...] }
        }
        return found.map { ($0.name, $0.file) }
    }

    // MARK: Reading

    private static let tags: [Language: String] = [
        .python: "py", .javascript: "js", .javascriptReact: "js", .typescript: "js", .typescriptReact: "js",
        .go: "go", .swift: "swift", .shell: "sh", .sql: "sql",
    ]

    private static func isManifest(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return ["package.json", "pyproject.toml", "go.mod", "Package.swift", "Cargo.toml", "Gemfile", "Pipfile"]
            .contains(name) || name.hasPrefix("requirements") && name.hasSuffix(".txt")
    }

    private static func names(in text: String, of file: String) -> [String] {
        if file.hasSuffix("package.json") {
            let package = try? JSONValue(parsing: text)
            return ["dependencies", "devDependencies", "peerDependencies"].flatMap { key in
                (package?[key]?.object ?? JSONObject()).map(\.key).sorted()
            }
        }
        let form =
            if file.hasSuffix(".txt") {
                kept(#/(?m)^\s*([A-Za-z][\w.-]*)/#)
            } else if file.hasSuffix("go.mod") {
                kept(#/(?m)^\s*(?:require\s+)?[\w.-]+\.[a-z]+(?:\/[\w.-]+)*?\/([A-Za-z][\w.-]*)(?:\/v\d+)?\s+v\d/#)
            } else if file.hasSuffix("Package.swift") {
                kept(#/\.package\(\s*url:\s*"[^"]*\/([\w.-]+?)(?:\.git)?"/#)
            } else if file.hasSuffix("Gemfile") {
                kept(#/(?m)^\s*gem\s+["']([\w-]+)/#)
            } else {
                kept(#/(?m)^\s*"?([A-Za-z][\w.-]*)(?:\[[\w, ]*\])?\s*(?:=\s*["{]|[<>=~!]=|",?\s*$)/#)
            }
        return text.matches(of: form).map { String($0.1) }
    }

    private static func imports(in text: String) -> [String] {
        let forms: [Regex<(Substring, Substring)>] = [
            kept(#/(?m)^\s*(?:from|import)\s+([A-Za-z_]\w*)/#), kept(#/\bfrom\s+["'](@?[\w\/.-]+)["']/#),
            kept(#/\brequire\(\s*["'](@?[\w\/.-]+)["']/#),
            kept(#/(?m)^\s*(?:import\s+)?(?:\w+\s+)?"[\w.\/-]*?([\w-]+)"\s*$/#),
        ]
        return forms.flatMap { form in text.matches(of: form).map { String($0.1) } }.filter { !$0.hasPrefix(".") }
    }
}
