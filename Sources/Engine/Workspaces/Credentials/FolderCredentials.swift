import Models
import Storage

/// The credential files of a folder: no row holds them, and whoever sends the project away should know of them.
enum FolderCredentials {
    /// What a file holds by its name or its content; nil for an ordinary one.
    static func kind(of path: ProjectPath, in folder: ProjectFolder, limits: MirrorLimits) -> CredentialKind? {
        switch CredentialName(path: path) {
        case .ordinary: return nil
        case .credential(let kind): return kind
        case .doubtful:
            let content = try? folder.read(path.text, limitBytes: limits.fileBytes, textOnly: true)
            return content.flatMap { $0 }.flatMap { CredentialFile.kind(of: path, $0.bytes) }
        }
    }
}
