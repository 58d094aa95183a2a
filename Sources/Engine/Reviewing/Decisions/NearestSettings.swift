import Glibc

/// The settings of files: the user's, and before them those of the nearest `.codeforge/config.json` above a file.
package struct NearestSettings: Sendable {
    private let common = SettingsFiles(folder: nil)
    /// By the folder, every one that was looked at; nil where it has none.
    private var folders: [String: SettingsFiles?] = [:]

    package init() {}

    package var problems: [SettingsFiles.Problem] {
        let own = folders.values.compactMap { $0?.problems }.flatMap { $0 }
        return Set(common.problems + own).sorted { ($0.path, $0.message) < ($1.path, $1.message) }
    }

    /// Looks at the folders above some files; the paths are absolute.
    package mutating func read(above paths: [String]) {
        for folder in Set(paths.flatMap(ReviewDecisions.above)) where folders[folder] == nil {
            let place = folder == "/" ? "" : folder
            let isThere = access("\(place)/\(SettingsFile.workspacePath)", F_OK) == 0
            folders[folder] = .some(isThere && !ReviewDecisions.isAnybodys(folder) ? SettingsFiles(folder: place) : nil)
        }
    }

    /// The settings for a file; `path` is absolute.
    package func settings(forFileAt path: String) -> Settings {
        for folder in ReviewDecisions.above(path) {
            if let files = folders[folder] ?? nil { return files.settings }
        }
        return common.settings
    }
}
