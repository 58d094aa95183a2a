/// The ignore files that apply to the folder a walk stands in, from the repository's root down to it.
///
/// A path is left out when git's files ignore it or when CodeForge's do: `.codeforgeignore` has git's syntax, and
/// cannot bring back what `.gitignore` leaves out. Among git's files the deepest that says anything decides;
/// `.git/info/exclude` comes after all of them, and the user's own file after that.
///
/// Spec: https://git-scm.com/docs/gitignore#_description
struct IgnoreRules: Sendable {
    /// The names of the files that are read in each folder.
    static let gitFileName = ".gitignore"
    static let codeforgeFileName = ".codeforgeignore"

    /// The files that hold for the whole repository, the strongest first.
    private var repositoryFiles: [IgnoreFile]
    private var levels: [Level] = []

    private struct Level: Sendable {
        let git: IgnoreFile?
        let codeforge: IgnoreFile?
        /// How many bytes of a path lie before the names that this level's files see.
        let prefixLength: Int
    }

    /// - Parameter repositoryFiles: `.git/info/exclude` and the user's own file, in this order.
    init(repositoryFiles: [IgnoreFile] = []) {
        self.repositoryFiles = repositoryFiles
    }

    /// Enters a folder; `prefixLength` is the length of its path with the slash that ends it, 0 for the root.
    mutating func enterFolder(prefixLength: Int, git: IgnoreFile?, codeforge: IgnoreFile?) {
        levels.append(Level(git: git, codeforge: codeforge, prefixLength: prefixLength))
    }

    /// Leaves the folder that was entered last.
    mutating func leaveFolder() {
        levels.removeLast()
    }

    /// Whether an entry of the current folder is left out; what is above it was asked before.
    ///
    /// `path` counts from the root, and its last part begins at `nameStart`.
    func ignores(path: Span<UInt8>, nameStart: Int, isFolder: Bool) -> Bool {
        let name = path.extracting(droppingFirst: nameStart)
        func isIgnored(by file: (Level) -> IgnoreFile?) -> IgnoreFile.Verdict? {
            for level in levels.reversed() {
                guard let file = file(level) else { continue }
                let relative = path.extracting(droppingFirst: level.prefixLength)
                if let verdict = file.verdict(path: relative, name: name, isFolder: isFolder) { return verdict }
            }
            return nil
        }
        if isIgnored(by: \.codeforge) == .ignored { return true }
        if let verdict = isIgnored(by: \.git) { return verdict == .ignored }
        for file in repositoryFiles {
            if let verdict = file.verdict(path: path, name: name, isFolder: isFolder) { return verdict == .ignored }
        }
        return false
    }
}
