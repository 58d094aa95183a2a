import Models
import Patterns

/// A file that no plan knows, written from its path and a sentence.
struct SingleFile {
    let path: String
    let description: String
    let language: String?
    /// What stands there now, if anything; it is kept where nothing better is known.
    let current: String?
    let title: String

    var result: CodeGenerationResult {
        let named = IdeaReading.oneLine(language ?? "")
        let written = named.isEmpty ? Self.language(of: path) : named
        let safePath = Clip.text(path.isEmpty ? "src/app/page.tsx" : path, 500)
        if let current, !current.isEmpty {
            let outcome = Repair(code: current, path: path)
            return CodeGenerationResult(
                filePath: safePath, code: outcome.code, language: Clip.text(written, 50),
                explanation: outcome.fixes == 0
                    ? "Left as it is: offline, only what the reviewer's rules can fix is changed in code that a person wrote."
                    : "\(outcome.fixes) fixes applied from the reviewer's rules.")
        }
        return CodeGenerationResult(
            filePath: safePath, code: code(in: written), language: Clip.text(written, 50),
            explanation:
                "A first version of \(safePath)\(description.isEmpty ? "" : ": " + Clip.text(description, 300)). Written offline."
        )
    }

    private var subject: String {
        let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "page"
        return ["page", "index", "main", "route"].contains(name) && !description.isEmpty
            ? Clip.words(description, 40) : name
    }

    private var sentence: String { Literal.comment(description.isEmpty ? "Shows \(subject)." : description) }

    private func code(in language: String) -> String {
        let type = CodeNames.type(subject)
        let thing = CodeNames.snake(subject)
        switch language.lowercased() {
        case "typescript", "typescriptreact", "tsx", "javascript", "javascriptreact":
            return path.hasSuffix("x")
                ? component(type, typed: path.hasSuffix(".tsx"))
                : module(typed: !language.lowercased().hasPrefix("java"))
        case "python": return python(thing)
        case "swift": return swift(type)
        case "css", "scss":
            return ".\(CodeNames.slug(subject)) {\n  display: grid;\n  gap: 1rem;\n  padding: 1rem;\n}\n"
        case "html": return html(type)
        case "sql":
            return
                "create table \(thing) (\n    id text primary key,\n    name text not null check (length(name) between 1 and 200),\n    created_at timestamp not null default current_timestamp\n);\n"
        case "json":
            return
                "{\n  \"name\": \(Literal.string(CodeNames.slug(subject))),\n  \"description\": \(Literal.string(description))\n}\n"
        case "yaml": return "name: \(CodeNames.slug(subject))\ndescription: \(Literal.string(description))\n"
        case "shellscript", "sh", "bash", "shell":
            return
                "#!/usr/bin/env bash\nset -euo pipefail\n\nprintf '%s\\n' \(Literal.sql(description.isEmpty ? subject : description))\n"
        case "go":
            return
                "// Package \(thing.replacing("_", with: "")) belongs to the project.\npackage \(thing.replacing("_", with: ""))\n\n// Name says what this package is about.\nconst Name = \(Literal.string(subject))\n"
        default: return "# \(subject.capitalisedFirst)\n\n\(description.isEmpty ? "Part of \(title)." : description)\n"
        }
    }

    private func component(_ type: String, typed: Bool) -> String {
        let isPage = path.hasSuffix("page.tsx") || path.hasSuffix("page.jsx")
        let name = isPage ? type + "Page" : type
        let heading = Literal.jsx(subject.replacing("-", with: " ").capitalisedFirst)
        return """
            \(typed ? "interface Item {\n  id: string;\n  name: string;\n}\n\n" : "")const items\(typed ? ": Item[]" : "") = [
              { id: "first", name: "First entry" },
              { id: "second", name: "Second entry" },
            ];

            /** \(sentence) */
            export \(isPage ? "default " : "")function \(name)() {
              return (
                <section aria-labelledby="\(CodeNames.slug(subject))-title">
                  <h1 id="\(CodeNames.slug(subject))-title">\(heading)</h1>
                  <p>\(Literal.jsx(description.isEmpty ? title : description))</p>
                  <ul>
                    {items.map((item) => (
                      <li key={item.id}>{item.name}</li>
                    ))}
                  </ul>
                </section>
              );
            }

            """
    }

    private func module(typed: Bool) -> String {
        let name = CodeNames.type(subject)
        let text = typed ? "text: string" : "text"
        let returns = typed ? ": string" : ""
        return """
            /** \(sentence) */
            export function format\(name)(\(text))\(returns) {
              const trimmed = text.trim();
              return trimmed === "" ? \(Literal.string(subject.capitalisedFirst)) : trimmed;
            }

            """
    }

    private func python(_ thing: String) -> String {
        """
        \"""\(sentence)\"""

        from dataclasses import dataclass


        @dataclass(frozen=True)
        class \(CodeNames.type(subject)):
            \"""One entry; its name is never empty.\"""

            name: str

            def __post_init__(self) -> None:
                if not self.name.strip():
                    raise ValueError("A name is needed.")


        def parse_\(thing)(text: str) -> list[\(CodeNames.type(subject))]:
            \"""One entry for each line that is not empty.\"""
            return [\(CodeNames.type(subject))(line.strip()) for line in text.splitlines() if line.strip()]

        """
    }

    private func swift(_ type: String) -> String {
        """
        /// \(sentence)
        struct \(type): Hashable, Sendable {
            /// Never empty.
            let name: String

            init?(name: String) {
                guard name.contains(where: { !$0.isWhitespace }) else { return nil }
                self.name = name
            }
        }

        """
    }

    private func html(_ type: String) -> String {
        let heading = Literal.html(subject.replacing("-", with: " ").capitalisedFirst)
        return """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>\(heading)</title>
              </head>
              <body>
                <main>
                  <h1>\(heading)</h1>
                  <p>\(Literal.html(description.isEmpty ? title : description))</p>
                </main>
              </body>
            </html>

            """
    }

    /// The specification's language name by a path's ending.
    static func language(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name == "Dockerfile" { return "dockerfile" }
        let endings = [
            "ts": "typescript", "tsx": "typescript", "js": "javascript", "jsx": "javascript", "mjs": "javascript",
            "py": "python", "css": "css", "scss": "scss", "html": "html", "sql": "sql", "json": "json",
            "md": "markdown",
            "swift": "swift", "go": "go", "sh": "shellscript", "yml": "yaml", "yaml": "yaml",
        ]
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return endings[ending] ?? "plaintext"
    }
}
