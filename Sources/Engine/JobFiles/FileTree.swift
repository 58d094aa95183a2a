/// A project's paths, and which of them a text imports.
package struct FileTree: Sendable {
    /// Paths without their ending, and the folders of `index` and `__init__` files, to the paths.
    private let paths: [String: [String]]

    package init(_ paths: some Sequence<String>) {
        var found: [String: [String]] = [:]
        for path in paths {
            let bare = Self.withoutEnding(path)
            for name in Set([path, bare, Self.folderOfIndex(bare)].compactMap(\.self)) {
                found[name, default: []].append(path)
            }
        }
        self.paths = found.mapValues { $0.sorted() }
    }

    /// How many lines of a text are looked at.
    private static let mostLines = 2_000

    /// The files that lines such as `import x from './y'`, `from a.b import c`, `#include "d.h"` or `mod e` name.
    package func imports(of text: String, in file: String) -> Set<String> {
        let folder = file.split(separator: "/").dropLast().map(String.init)
        var found: Set<String> = []
        for line in text.split(whereSeparator: \.isNewline).prefix(Self.mostLines) {
            guard let names = Self.importedNames(on: line) else { continue }
            for name in names {
                for path in resolve(name, from: folder) where path != file { found.insert(path) }
            }
        }
        return found
    }

    private static let keywords: Set<Substring> = [
        "import", "from", "export", "require", "include", "use", "using", "mod", "load", "source", "package", "pub",
    ]

    /// What may be paths or modules on a line that imports; nil for another line.
    private static func importedNames(on line: Substring) -> [String]? {
        // `} from "./a"` ends an import of several lines; `# import x` is a comment.
        var trimmed = line.drop { $0 == " " || $0 == "\t" || $0 == "}" || $0 == "@" }
        if trimmed.first == "#" { trimmed = trimmed.dropFirst() }
        let first = trimmed.prefix { $0.isLetter }
        guard keywords.contains(first) || trimmed.contains("require(") || trimmed.contains("import(") else {
            return nil
        }
        // Quoted ones are paths; else the words are modules.
        let quoted = trimmed.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" || $0 == "`" }
        if quoted.count > 2 {
            return quoted.indices.filter { $0 % 2 == 1 && $0 + 1 < quoted.count }.map { String(quoted[$0]) }
        }
        let words = trimmed.split {
            $0 == " " || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "{" || $0 == "}"
        }
        .filter { !keywords.contains($0) && $0 != "as" }.map(String.init)
        guard first == "from", let module = words.first else { return words }
        // `from . import a` and `from pkg import a` may mean the files `a` and `pkg/a`.
        let joint = module.hasSuffix(".") ? "" : "."
        return [module] + words.dropFirst().map { "\(module)\(joint)\($0)" }
    }

    private func resolve(_ name: String, from folder: [String]) -> [String] {
        var parts: [String]
        if name.hasPrefix("./") || name.hasPrefix("../") {
            parts = folder
            for part in name.split(separator: "/") where part != "." {
                if part != ".." {
                    parts.append(String(part))
                } else if parts.popLast() == nil {
                    // Out of the project.
                    return []
                }
            }
            return known(parts)
        }
        if name.hasPrefix(".") {
            // Python: one dot is the folder itself, each further one a folder above.
            let dots = name.prefix { $0 == "." }.count
            parts = Array(folder.dropLast(dots - 1))
            return known(parts + name.dropFirst(dots).split(separator: ".").map(String.init))
        }
        if name.contains("/") || paths[name] != nil {
            parts = name.split(separator: "/").map(String.init)
            if parts.first == "@" || parts.first == "~" { parts.removeFirst() }
        } else {
            parts = name.replacing("::", with: ".").split(separator: ".").map(String.init)
        }
        // From the root, from the folder itself and those around it, and from below a folder of sources.
        let around = folder.indices.reversed().map { Array(folder[...$0]) }
        for start in [[]] + around + [["src"], ["lib"], ["app"]] {
            let found = known(start + parts)
            if !found.isEmpty { return found }
        }
        // A name inside of a module: `a.b.Type` means `a/b`.
        return parts.count > 1 ? known(Array(parts.dropLast())) + known(folder + parts.dropLast()) : []
    }

    private func known(_ parts: [String]) -> [String] {
        let name = parts.joined(separator: "/")
        return paths[name] ?? paths[Self.withoutEnding(name)] ?? []
    }

    private static func withoutEnding(_ path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return path }
        return String(path[..<dot])
    }

    private static func folderOfIndex(_ bare: String) -> String? {
        for index in ["/index", "/__init__", "/mod"] where bare.hasSuffix(index) {
            return String(bare.dropLast(index.count))
        }
        return nil
    }
}
