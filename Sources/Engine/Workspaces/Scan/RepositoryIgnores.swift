import Glibc

/// What the git repository around a workspace says about its files: the ignore files above the workspace, and those
/// that hold for the whole repository.
struct RepositoryIgnores {
    /// The rules, with every folder above the workspace entered.
    private(set) var rules = IgnoreRules()
    /// The path from the repository's root to the workspace with a slash at the end; empty when they are one.
    private(set) var prefix: [UInt8] = []

    /// Folders above the workspace that are looked at.
    private static let maximumDepth = 64

    init(of workspace: ProjectFolder) {
        var personal: [IgnoreFile] = []
        if let file = RepositoryIgnores.personalFile() { personal.append(file) }
        guard let root = RepositoryIgnores.repositoryRoot(of: workspace.path) else {
            rules = IgnoreRules(repositoryFiles: personal)
            return
        }
        let exclude = RepositoryIgnores.file(at: "\(root)/.git/info/exclude")
        rules = IgnoreRules(repositoryFiles: (exclude.map { [$0] } ?? []) + personal)
        enterFolders(from: root, to: workspace.path)
    }

    /// Enters the folders above the workspace; none when one of them is ignored, for the user opened it all the same.
    private mutating func enterFolders(from root: String, to workspace: String) {
        let alone = rules
        var folder = root
        for part in workspace.dropFirst(root.count).split(separator: "/") {
            let (git, codeforge) = RepositoryIgnores.files(in: folder)
            rules.enterFolder(prefixLength: prefix.count, git: git, codeforge: codeforge)
            let nameStart = prefix.count
            prefix += part.utf8
            if rules.ignores(path: prefix.span, nameStart: nameStart, isFolder: true) {
                (rules, prefix) = (alone, [])
                return
            }
            prefix.append(UInt8(ascii: "/"))
            folder += "/\(part)"
        }
    }

    private static func files(in path: String) -> (git: IgnoreFile?, codeforge: IgnoreFile?) {
        guard let folder = try? OpenFile.folder(at: path) else { return (nil, nil) }
        return (
            IgnoreFile(in: folder, named: IgnoreRules.gitFileName),
            IgnoreFile(in: folder, named: IgnoreRules.codeforgeFileName)
        )
    }

    /// The nearest folder at or above `path`, on the same file system, that holds `.git`.
    private static func repositoryRoot(of path: String) -> String? {
        var attributes = stat()
        guard stat(path, &attributes) == 0 else { return nil }
        let device = attributes.st_dev
        var folder = path
        for _ in 0..<maximumDepth {
            guard stat(folder, &attributes) == 0, attributes.st_dev == device else { return nil }
            if lstat("\(folder)/.git", &attributes) == 0 { return folder }
            guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return nil }
            folder = String(folder[..<slash])
        }
        return nil
    }

    /// The user's own ignore file, where git looks for it unless it is told otherwise.
    private static func personalFile() -> IgnoreFile? {
        if let configuration = getenv("XDG_CONFIG_HOME"), configuration.pointee != 0 {
            return file(at: "\(String(cString: configuration))/git/ignore")
        }
        guard let home = getenv("HOME"), home.pointee != 0 else { return nil }
        return file(at: "\(String(cString: home))/.config/git/ignore")
    }

    private static func file(at path: String) -> IgnoreFile? {
        guard let slash = path.lastIndex(of: "/"), let folder = try? OpenFile.folder(at: String(path[..<slash])) else {
            return nil
        }
        return IgnoreFile(in: folder, named: String(path[path.index(after: slash)...]))
    }
}
