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
        let tree = FileTree(Set(new.keys).union(waiting).map(\.text))
        var found: [ProjectPath: ProjectPath] = [:]
        var rest = new.sorted { $0.key < $1.key }.map { Needs(of: $0.key, $0.value, in: tree) }
        // From the files that wait outwards: what was found last is what others may need.
        var last = waiting.sorted().map { (path: $0, waiting: $0) }
        while !last.isEmpty {
            var next: [(path: ProjectPath, waiting: ProjectPath)] = []
            rest.removeAll { needs in
                guard let target = last.first(where: { needs.include($0.path) }) else { return false }
                found[needs.path] = target.waiting
                next.append((needs.path, target.waiting))
                return true
            }
            last = next
        }
        return found
    }
}

/// What one file cannot do without.
private struct Needs {
    let path: ProjectPath
    /// The paths of files that it imports.
    private let imported: Set<String>

    /// Languages whose files name what they need; prose may say anything.
    private static let importing: Set<String> = [
        "ts", "tsx", "mts", "js", "jsx", "mjs", "cjs", "vue", "svelte", "astro", "py", "rs", "c", "h", "cc", "cpp",
        "hpp", "rb", "php",
    ]

    init(of path: ProjectPath, _ text: String, in tree: FileTree) {
        self.path = path
        imported = Self.importing.contains(String(path.fileExtension)) ? tree.imports(of: text, in: path.text) : []
    }

    /// Whether another file is among them.
    func include(_ other: ProjectPath) -> Bool {
        guard other != path else { return false }
        switch path.fileExtension {
        // Files of one folder of Go, and of one project of Swift, see each other without a word.
        case "go": return other.fileExtension == "go" && other.parent == path.parent
        case "swift": return other.fileExtension == "swift"
        default: return imported.contains(other.text)
        }
    }
}
