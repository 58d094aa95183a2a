/// What a walk is for, and so which files it passes over.
enum WalkSelection: Sendable {
    /// What the store keeps: files that hold secrets by their name stay out.
    case mirrored
    /// What is worth a review: secrets are, while installed packages and compressed code are not.
    case reviewable
    /// Everything, whatever the ignore files say.
    case everything

    var obeysIgnoreFiles: Bool { self != .everything }

    func excludes(folder name: Span<UInt8>) -> Bool {
        guard self == .reviewable else { return false }
        for folder in WalkSelection.installedFolders where name.equals(folder, foldingCase: false) { return true }
        return false
    }

    func excludes(file name: Span<UInt8>) -> Bool {
        switch self {
        case .mirrored: MirrorPolicy.isSecretName(name)
        case .reviewable: name.hasSuffix(".min.js", foldingCase: true) || name.hasSuffix(".min.css", foldingCase: true)
        case .everything: false
        }
    }

    /// Folders that package tools fill, which a project outside git does not always ignore.
    private static let installedFolders: [StaticString] = [
        "node_modules", "bower_components", ".venv", ".tox", "__pycache__", ".hg", ".svn",
    ]
}
