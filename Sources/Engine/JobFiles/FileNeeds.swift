import Models

/// Which of a job's new files are of no use without others of it, by what they import.
///
/// A file that comes in without what it names leaves a project that does not build.
struct FileNeeds {
    /// Texts of new files by their paths.
    private let new: [ProjectPath: String]
    /// Files that wait for a person.
    private let waiting: Set<ProjectPath>

    init(of new: [ProjectPath: String], on waiting: Set<ProjectPath>) {
        (self.new, self.waiting) = (new, waiting)
    }

    /// For each new file that needs one that waits, that one; over other new files as well.
    func waitingFiles() -> [ProjectPath: ProjectPath] {
        guard !waiting.isEmpty else { return [:] }
        var found: [ProjectPath: ProjectPath] = [:]
        var rest = new.sorted { $0.key < $1.key }.map { (path: $0.key, names: Names(in: $0.value, of: $0.key)) }
        // From the files that wait outwards: what was found last is what others may need.
        var last = waiting.sorted().map { (path: $0, waiting: $0) }
        while !last.isEmpty {
            var next: [(path: ProjectPath, waiting: ProjectPath)] = []
            rest.removeAll { path, names in
                guard let target = last.first(where: { names.mean($0.path) }) else { return false }
                found[path] = target.waiting
                next.append((path, target.waiting))
                return true
            }
            last = next
        }
        return found
    }
}

/// The modules that a file names.
private struct Names {
    private enum Kind {
        case javascript, python
        /// Files of one folder, or of one project, see each other without a word.
        case folder, project
        case other
    }

    private let path: ProjectPath
    private let kind: Kind
    /// Paths without ending, from the project's root, or modules with dots.
    private var modules: Set<String> = []

    init(in text: String, of path: ProjectPath) {
        self.path = path
        switch path.fileExtension {
        case "ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "vue", "svelte", "astro": kind = .javascript
        case "py": kind = .python
        case "go": kind = .folder
        case "swift": kind = .project
        default: kind = .other
        }
        switch kind {
        case .javascript: modules = Self.javascriptModules(text, path)
        case .python: modules = Self.pythonModules(text, path)
        case .folder, .project, .other: break
        }
    }

    /// Whether the file needs another one.
    func mean(_ other: ProjectPath) -> Bool {
        guard other != path else { return false }
        switch kind {
        case .other: return false
        case .folder: return other.fileExtension == path.fileExtension && other.parent == path.parent
        case .project: return other.fileExtension == path.fileExtension
        case .javascript:
            let name = Self.withoutEnding(other)
            return modules.contains(name) || modules.contains(other.text)
                || (name.hasSuffix("/index") && modules.contains(String(name.dropLast("/index".count))))
        case .python:
            var name = Self.withoutEnding(other).replacing("/", with: ".")
            if name.hasSuffix(".__init__") { name.removeLast(".__init__".count) }
            return modules.contains { name == $0 || name.hasSuffix(".\($0)") }
        }
    }

    private static func withoutEnding(_ path: ProjectPath) -> String {
        let ending = path.fileExtension
        return ending.isEmpty ? path.text : String(path.text.dropLast(ending.count + 1))
    }

    /// What quoted texts name that begin as a path does: `./a`, `../a`, `@/a`, `~/a`.
    private static func javascriptModules(_ text: String, _ path: ProjectPath) -> Set<String> {
        var modules: Set<String> = []
        for piece in text.split(whereSeparator: { "\"'`\n".contains($0) }) {
            if piece.hasPrefix("./") || piece.hasPrefix("../") {
                if let module = resolved(piece, in: path.parent) { modules.insert(module) }
            } else if piece.hasPrefix("@/") || piece.hasPrefix("~/") {
                modules.formUnion(["src/\(piece.dropFirst(2))", String(piece.dropFirst(2))])
            }
        }
        return modules
    }

    /// A path that begins in a folder, from the project's root; nil where it leads out.
    private static func resolved(_ piece: Substring, in folder: String) -> String? {
        var parts = folder.split(separator: "/")
        for part in piece.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// What `import a.b` and `from a import b` name, as `a.b`; of relative imports the folder's name stands before.
    private static func pythonModules(_ text: String, _ path: ProjectPath) -> Set<String> {
        var modules: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }
            guard words.count > 1 else { continue }
            if words[0] == "import" {
                modules.formUnion(words.dropFirst().map(String.init))
            } else if words[0] == "from", words.count > 3, words[2] == "import" {
                let base = absolute(words[1], in: path.parent)
                modules.insert(base)
                modules.formUnion(words.dropFirst(3).map { base.isEmpty ? String($0) : "\(base).\($0)" })
            }
        }
        modules.remove("")
        return modules
    }

    private static func absolute(_ module: Substring, in folder: String) -> String {
        let rest = module.drop { $0 == "." }
        let dots = module.count - rest.count
        if dots == 0 { return String(module) }
        let parts = folder.split(separator: "/").dropLast(dots - 1) + (rest.isEmpty ? [] : [rest])
        return parts.joined(separator: ".")
    }
}
