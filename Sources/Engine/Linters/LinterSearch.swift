import Glibc

/// Where linters are: in the environment of the folder or of one above it in its repository, then in the folders of `PATH`.
package struct LinterSearch: Sendable {
    private let folders: [String]

    /// Looks around a folder, whose path is absolute.
    package init(in folder: String, path: String? = DatabaseLocation.environment("PATH")) {
        let places = [folder] + ReviewDecisions.above(folder)
        // A repository ends there: what lies above is somebody else's, and so is all that where there is none.
        let root = places.firstIndex { access("\($0 == "/" ? "" : $0)/.git", F_OK) == 0 } ?? 0
        let own = places[...root].flatMap { place in
            let prefix = place == "/" ? "" : place
            return ["\(prefix)/.venv/bin", "\(prefix)/venv/bin", "\(prefix)/node_modules/.bin"]
        }
        // Entries that depend on the current folder would be the repository's, too.
        folders = own + (path ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    /// The absolute path of a program; nil where there is none.
    package func find(_ name: String) -> String? {
        folders.lazy.map { "\($0)/\(name)" }.first { path in
            var attributes = stat()
            return stat(path, &attributes) == 0 && attributes.isRegularFile && access(path, X_OK) == 0
        }
    }
}
