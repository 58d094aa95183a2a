/// Why a file of a workspace could not be read or written.
package enum WorkspaceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path leads out of the workspace, through a symbolic link.
    case outside(path: String)
    /// The path names something that is not a regular file: a folder, a FIFO, a device.
    case notAFile(path: String)
    /// The path lies in a folder that belongs to somebody else, such as `.git`.
    case reserved(path: String)
    /// The path goes over a symbolic link to another file of the workspace.
    case link(path: String)
    /// The file is longer than the limit.
    case tooLarge(path: String, limitBytes: Int)
    /// The file does not hold what the change was made for.
    case changed(path: String)
    /// The system refused.
    case system(path: String, reason: String)

    package var description: String {
        switch self {
        case .outside(let path):
            "\(shown(path)) leads out of the workspace through a symbolic link. Nothing was read or written."
        case .notAFile(let path):
            "\(shown(path)) is not a regular file. Move it away and try again."
        case .reserved(let path):
            "\(shown(path)) lies in a folder that CodeForge never touches."
        case .link(let path):
            "\(shown(path)) is a symbolic link, or lies behind one. What it leads to is left as it is."
        case .tooLarge(let path, let limit):
            "\(shown(path)) is larger than \(limit) bytes."
        case .changed(let path):
            "\(shown(path)) changed in the meantime. It was left as it is."
        case .system(let path, let reason):
            "\(shown(path)): \(reason)."
        }
    }

    private func shown(_ path: String) -> String { path.debugDescription }
}

extension WorkspaceError {
    init(_ failure: PathWalk.Failure, at path: String) {
        self =
            switch failure {
            case .outside: .outside(path: path)
            case .reserved: .reserved(path: path)
            case .system(let reason), .noRoot(let reason): .system(path: path, reason: "\(reason)")
            }
    }
}
