/// A language that the reviewer knows the tokens of; everything else is `plain`.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case typescript, typescriptReact, javascript, javascriptReact
    case python, json, css, scss, html, sql, shell, yaml, dockerfile, swift, go
    case java, kotlin, csharp, rust, php, dart, terraform, astro, ruby, c, cpp, powershell
    case plain

    /// Its place among all.
    package var number: Int { Language.allCases.firstIndex(of: self) ?? 0 }

    /// The name in rule files and output: that of the protocol's language identifiers.
    package var id: String {
        switch self {
        case .typescriptReact: "typescriptreact"
        case .javascriptReact: "javascriptreact"
        case .shell: "shellscript"
        case .plain: "plaintext"
        default: rawValue
        }
    }

    /// Every spelling that editors and Semgrep rules use for a language.
    package init(languageID: String) {
        let name = languageID.lowercased()
        self = Language.byName.first { $0.key == name }?.value ?? .plain
    }

    /// Whether a variable's type, if any, stands before its name.
    var declaresTypeFirst: Bool {
        switch self {
        case .java, .csharp, .php, .dart, .c, .cpp: true
        default: false
        }
    }

    /// Whether a comma between statements begins another declaration: `let a = 1, b = 2`.
    var hasDeclarationLists: Bool {
        switch self {
        case .python, .go, .swift: false
        default: true
        }
    }

    /// Whether it is JavaScript or TypeScript, or a page that holds such.
    var isScript: Bool {
        switch self {
        case .javascript, .javascriptReact, .typescript, .typescriptReact, .astro, .html: true
        default: false
        }
    }

    /// Whether a decorator or an annotation may stand before a parameter.
    var annotatesParameters: Bool { hasDeclarationLists }

    /// Whether a block may stand wherever a statement may, and a `{` opens no object.
    var hasPlainBlocks: Bool { declaresTypeFirst || self == .kotlin || self == .rust }

    /// The language of the file at `path`, by its name; `plain` where the name says nothing.
    package init(path: String) {
        let name = path.split(separator: "/").last.map(String.init)?.lowercased() ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if let known = Language.byFileName[name] {
            self = known
        } else if name.hasPrefix("dockerfile.") || name.hasPrefix("containerfile.") {
            self = .dockerfile
        } else if parts.count > 1, let last = parts.last, let known = Language.byExtension[String(last)] {
            self = known
        } else {
            self = .plain
        }
    }

    /// Whether the file at `path` is, by its name, code of a language in which only secrets are looked for.
    package static func knowsOnlySecrets(ofPath path: String) -> Bool {
        guard Language(path: path) == .plain, let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return onlySecrets.contains(String(path[path.utf8.index(after: dot)...]).lowercased())
    }

    private static let onlySecrets: Set<String> = [
        "m", "mm", "scala", "groovy", "gradle", "pl", "pm",
        "lua", "r", "jl", "ex", "exs", "erl", "hs", "clj", "cljs", "fs", "vb", "bat", "cmd", "pas",
        "zig", "nim", "d", "ml", "sol", "sass", "coffee",
    ]

    /// The language of a document: what the editor says, else the path, else the first line's `#!`.
    package static func detect(languageID: String?, path: String?, firstLine: String = "") -> Language {
        if let languageID {
            let named = Language(languageID: languageID)
            if named != .plain { return named }
        }
        if let path {
            let byPath = Language(path: path)
            if byPath != .plain { return byPath }
        }
        return Language(shebang: firstLine) ?? .plain
    }

    /// The language of a script that starts with `firstLine`, if that is a `#!` line with a known interpreter.
    package init?(shebang firstLine: String) {
        guard firstLine.hasPrefix("#!") else { return nil }
        let words = firstLine.dropFirst(2).split { $0 == " " || $0 == "/" || $0 == "\t" || $0 == "\r" }
        for word in words {
            let name = String(word.prefix { $0.isLetter })
            if let known = Language.byInterpreter[name] {
                self = known
                return
            }
        }
        return nil
    }

    /// Pairs in a row: a dictionary costs the first document a search for what its keys conform to.
    private static let byName: KeyValuePairs<String, Language> = [
        "typescript": .typescript, "ts": .typescript, "typescriptreact": .typescriptReact, "tsx": .typescriptReact,
        "javascript": .javascript, "js": .javascript, "javascriptreact": .javascriptReact, "jsx": .javascriptReact,
        "vue": .html, "svelte": .html,
        "python": .python, "py": .python, "python3": .python, "json": .json, "jsonc": .json, "json5": .json,
        "css": .css, "less": .scss, "scss": .scss, "sass": .plain, "html": .html, "htm": .html, "xml": .html,
        "handlebars": .html, "jinja": .html, "jinja-html": .html, "django-html": .html, "ejs": .html, "erb": .html,
        "twig": .html, "liquid": .html, "jsp": .html, "razor": .html, "aspnetcorerazor": .html, "pug": .html,
        "sql": .sql, "mysql": .sql, "postgres": .sql, "plsql": .sql,
        "shellscript": .shell, "shell": .shell, "sh": .shell, "bash": .shell, "zsh": .shell, "ksh": .shell,
        "yaml": .yaml, "yml": .yaml, "dockercompose": .yaml, "github-actions-workflow": .yaml,
        "dockerfile": .dockerfile, "docker": .dockerfile, "containerfile": .dockerfile,
        "swift": .swift, "go": .go, "golang": .go, "java": .java, "kotlin": .kotlin, "kt": .kotlin,
        "csharp": .csharp, "c#": .csharp, "cs": .csharp, "rust": .rust, "rs": .rust, "php": .php, "dart": .dart,
        "terraform": .terraform, "hcl": .terraform, "opentofu": .terraform, "astro": .astro,
        "ruby": .ruby, "rb": .ruby, "c": .c, "cpp": .cpp, "c++": .cpp, "powershell": .powershell, "pwsh": .powershell,
        "ps1": .powershell,
    ]

    private static let byExtension: [String: Language] = [
        "ts": .typescript, "mts": .typescript, "cts": .typescript, "tsx": .typescriptReact,
        "js": .javascript, "mjs": .javascript, "cjs": .javascript, "jsx": .javascriptReact, "es6": .javascript,
        "py": .python, "pyi": .python, "pyw": .python, "wsgi": .python, "json": .json, "jsonc": .json, "json5": .json,
        "webmanifest": .json, "css": .css, "scss": .scss, "less": .scss, "html": .html, "htm": .html,
        "xhtml": .html, "vue": .html, "svelte": .html, "hbs": .html, "ejs": .html, "erb": .html, "jinja": .html,
        "jinja2": .html, "j2": .html, "twig": .html, "njk": .html, "liquid": .html, "jsp": .html, "jspx": .html,
        "jspf": .html, "tag": .html, "ftl": .html, "ftlh": .html, "cshtml": .html, "razor": .html, "aspx": .html,
        "ascx": .html, "gohtml": .html, "heex": .html, "eex": .html, "leex": .html, "mako": .html, "pug": .html,
        "mustache": .html, "sql": .sql, "psql": .sql, "pgsql": .sql, "mysql": .sql,
        "sh": .shell, "bash": .shell, "zsh": .shell, "ksh": .shell, "bats": .shell, "yaml": .yaml, "yml": .yaml,
        "dockerfile": .dockerfile, "swift": .swift, "go": .go, "java": .java, "kt": .kotlin, "kts": .kotlin,
        "cs": .csharp, "csx": .csharp, "rs": .rust, "php": .php, "phtml": .php, "php5": .php, "php7": .php,
        "dart": .dart, "tf": .terraform, "hcl": .terraform, "tfvars": .terraform, "tofu": .terraform,
        "astro": .astro, "rb": .ruby, "rake": .ruby, "gemspec": .ruby, "ru": .ruby, "c": .c, "h": .c, "cc": .cpp,
        "ps1": .powershell, "psm1": .powershell, "psd1": .powershell, "cpp": .cpp, "cxx": .cpp, "hh": .cpp, "hpp": .cpp,
        "hxx": .cpp,
    ]

    private static let byFileName: [String: Language] = [
        "dockerfile": .dockerfile, "containerfile": .dockerfile, ".bashrc": .shell, ".bash_profile": .shell,
        ".profile": .shell, ".zshrc": .shell, ".zshenv": .shell, ".env": .plain, "tsconfig.json": .json,
        ".babelrc": .json, ".eslintrc": .json, "sconstruct": .python, "wscript": .python, "pkgbuild": .shell,
        "gemfile": .ruby, "rakefile": .ruby, "capfile": .ruby, "vagrantfile": .ruby,
    ]

    private static let byInterpreter: [String: Language] = [
        "sh": .shell, "bash": .shell, "zsh": .shell, "ksh": .shell, "dash": .shell, "ash": .shell, "python": .python,
        "pypy": .python, "node": .javascript, "deno": .typescript, "bun": .typescript, "swift": .swift, "php": .php,
        "kotlin": .kotlin, "dart": .dart, "ruby": .ruby, "pwsh": .powershell, "powershell": .powershell,
    ]
}
