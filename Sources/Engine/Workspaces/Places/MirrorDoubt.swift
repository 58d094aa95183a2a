/// Why a folder is not mirrored before a person has agreed to it: it holds more than one project, or may.
package enum MirrorDoubt: Sendable, Hashable {
    case root
    case home
    /// A folder that holds home folders.
    case aboveHome
    /// The root of another file system, such as a stick or a share.
    case mountPoint
    /// More files than this.
    case tooManyFiles(Int)

    /// The name in a status.
    package var name: String {
        switch self {
        case .root: "root"
        case .home: "home"
        case .aboveHome: "above_home"
        case .mountPoint: "mount_point"
        case .tooManyFiles: "too_many_files"
        }
    }

    /// What an editor shows in its one line, without the way to agree.
    package var summary: String {
        switch self {
        case .root: "Agents see no files of the root folder."
        case .home: "Agents see no files of this home folder."
        case .aboveHome: "Agents see no files of a folder of homes."
        case .mountPoint: "Agents see no files of this mounted folder."
        case .tooManyFiles(let limit): "Agents see no files of this folder, it has over \(limit)."
        }
    }

    /// What a person is told on the command line, without the way to agree; the folder is named as the person knows it.
    package func sentence(about folder: String) -> String {
        let shown = folder.debugDescription.dropFirst().dropLast()
        let reason =
            switch self {
            case .root: "\(shown) is the root of the file system"
            case .home: "\(shown) is a home folder"
            case .aboveHome: "\(shown) holds home folders"
            case .mountPoint: "\(shown) is where another file system is mounted"
            case .tooManyFiles(let limit): "\(shown) holds more than \(limit) files"
            }
        return "\(reason), so that CodeForge keeps no copy of its files: agents do not see them, reviews go on as ever."
    }
}
