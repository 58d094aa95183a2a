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
        let root = RepositoryIgnores.repositoryRoot(of: workspace.path)
        let git = root.map { GitFolder(of: $0).path }
        let configuration = GitConfiguration(repository: git)
        let personal = configuration.excludesFile ?? GitConfiguration.folder().map { "\($0)/ignore" }
        let files = [git.map { "\($0)/info/exclude" }, personal].compactMap { $0 }
        rules = IgnoreRules(repositoryFiles: files.compactMap(IgnoreFile.init(at:)))
        if let root { enterFolders(from: root, to: workspace.path) }
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
    static func repositoryRoot(of path: String) -> String? {
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
}
