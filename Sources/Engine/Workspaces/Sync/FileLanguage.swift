import Models
import Review

/// The name that `project_files.language` has for a file.
enum FileLanguage {
    /// The language by the file's name; nil when the name says nothing.
    static func name(of path: ProjectPath) -> String? {
        switch Language(path: path.text) {
        // The specification's example: `src/app/page.tsx` is `typescript`.
        case .typescriptReact: "typescript"
        case .javascriptReact: "javascript"
        case .plain: others[path.fileExtension.lowercased()]
        case let known: known.id
        }
    }

    /// Languages that the reviewer has no lexer for.
    private static let others = [
        "md": "markdown", "mdx": "markdown", "txt": "plaintext", "toml": "toml", "xml": "xml", "svg": "xml",
        "rs": "rust", "rb": "ruby", "php": "php", "java": "java", "kt": "kotlin", "kts": "kotlin", "scala": "scala",
        "c": "c", "h": "c", "cc": "cpp", "cpp": "cpp", "cxx": "cpp", "hpp": "cpp", "m": "objective-c",
        "cs": "csharp", "fs": "fsharp", "lua": "lua", "pl": "perl", "r": "r", "dart": "dart", "ex": "elixir",
        "exs": "elixir", "erl": "erlang", "hs": "haskell", "clj": "clojure", "zig": "zig", "nim": "nim",
        "graphql": "graphql", "proto": "proto", "prisma": "prisma", "tf": "terraform", "vue": "vue",
        "svelte": "svelte", "ini": "ini", "cfg": "ini", "conf": "ini", "csv": "csv", "ps1": "powershell",
    ]
}
