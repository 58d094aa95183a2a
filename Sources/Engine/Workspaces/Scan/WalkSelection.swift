/// What a walk is for, and so which files it passes over.
enum WalkSelection: Sendable {
    /// What the store keeps: files that hold credentials by their name stay out.
    case mirrored
    /// What is mirrored, and the files that are there for credentials beside them.
    case withCredentials
    /// What is worth a review: secrets are, while compressed code is not.
    case reviewable
    /// Everything, whatever the ignore files say.
    case everything

    var obeysIgnoreFiles: Bool { self != .everything }

    /// Whether folders are passed over that programs fill.
    var excludesForeignFolders: Bool { self != .everything }

    /// Whether a file is passed over, by its path from the root of the walk or from above: the last two parts count.
    func excludes(file path: Span<UInt8>) -> Bool {
        switch self {
        case .mirrored:
            if case .credential = CredentialName(path: path) { true } else { false }
        case .reviewable: path.hasSuffix(".min.js", foldingCase: true) || path.hasSuffix(".min.css", foldingCase: true)
        case .withCredentials, .everything: false
        }
    }
}
