import Glibc

/// Where the database lies.
package struct DatabaseLocation: Sendable, Hashable {
    /// An absolute path.
    package let path: String
    /// Whether nobody named a file, so that it lies in the user's data folder.
    package let isDefault: Bool

    /// The named file, else `CODEFORGE_DATABASE`, else `codeforge/codeforge.db` in the XDG data folder.
    ///
    /// Spec: https://specifications.freedesktop.org/basedir-spec/latest/
    package init(named name: String?, environment: (String) -> String? = DatabaseLocation.environment) throws {
        if let named = name ?? environment("CODEFORGE_DATABASE"), !named.isEmpty {
            self.init(path: try DatabaseLocation.absolute(named, environment), isDefault: false)
            return
        }
        // A relative folder is to be ignored, says the specification.
        if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") {
            self.init(path: "\(folder)/codeforge/codeforge.db", isDefault: true)
        } else if let home = environment("HOME"), home.hasPrefix("/") {
            self.init(path: "\(home)/.local/share/codeforge/codeforge.db", isDefault: true)
        } else {
            throw NoDatabaseFolder()
        }
    }

    private init(path: String, isDefault: Bool) {
        self.path = path
        self.isDefault = isDefault
    }

    /// Takes the database away from everybody but its owner, should it have been readable by others.
    func makePrivate() {
        for file in [path, path + "-wal", path + "-shm"] {
            var attributes = stat()
            guard lstat(file, &attributes) == 0, attributes.isRegularFile, attributes.st_uid == geteuid(),
                attributes.st_mode & 0o077 != 0
            else { continue }
            chmod(file, attributes.st_mode & 0o700)
        }
    }

    /// A shell puts the home folder for `~`; an editor's setting and a variable's value come with it.
    package static func inHome(_ path: String, _ environment: (String) -> String? = environment) -> String {
        guard path.hasPrefix("~/"), let home = environment("HOME"), home.hasPrefix("/") else { return path }
        return "\(home)/\(path.dropFirst(2))"
    }

    /// A text for a document that others may read, where a person's home folder is `~`.
    package static func withoutHome(_ text: String) -> String {
        guard let home = environment("HOME"), home.hasPrefix("/"), home.utf8.count > 1 else { return text }
        return text.replacing("\(home)/", with: "~/")
    }

    private static func absolute(_ path: String, _ environment: (String) -> String?) throws -> String {
        let path = inHome(path, environment)
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { throw NoDatabaseFolder() }
        defer { free(folder) }
        return "\(String(cString: folder))/\(path)"
    }

    /// The value of an environment variable of this process.
    package static let environment: @Sendable (String) -> String? = { name in
        getenv(name).map { String(cString: $0) }
    }
}

/// There is no folder in which a database could be.
struct NoDatabaseFolder: Error, CustomStringConvertible {
    var description: String {
        "There is no folder for the database: neither XDG_DATA_HOME nor HOME is set. Name a file with --database."
    }
}
