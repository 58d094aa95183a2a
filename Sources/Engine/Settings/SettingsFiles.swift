import JSON
import Models

/// The settings files of a folder: the user's own, and the workspace's, which goes before it.
package struct SettingsFiles: Sendable {
    /// Something wrong in a settings file; the rest of the file applies.
    package struct Problem: Sendable, Hashable {
        package let path: String
        /// A sentence.
        package let message: String
    }

    /// Larger files are no settings: 1 MiB.
    private static let maximumBytes = 1 << 20

    /// The defaults with what the files say instead.
    package private(set) var settings = Settings()
    /// The files that exist, in the order in which they were applied.
    package private(set) var found: [String] = []
    package private(set) var problems: [Problem] = []

    /// Reads `codeforge/config.json` in the XDG configuration folder, then `.codeforge/config.json` in `folder`.
    package init(
        folder: String, environment: (String) -> String? = DatabaseLocation.environment
    ) {
        if let user = SettingsFiles.userFile(environment) { apply(user) }
        apply("\(folder)/.codeforge/config.json")
    }

    /// The user's file; nil without a home.
    ///
    /// Spec: https://specifications.freedesktop.org/basedir-spec/latest/
    private static func userFile(_ environment: (String) -> String?) -> String? {
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/codeforge/config.json"
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.config/codeforge/config.json"
    }

    private mutating func apply(_ path: String) {
        let bytes: [UInt8]
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: path) else {
                return note(path, "is not a regular file.")
            }
            bytes = try file.read(upTo: SettingsFiles.maximumBytes, expecting: 4096)
        } catch {
            if !error.isNotFound { note(path, "cannot be read: \(error).") }
            return
        }
        found.append(path)
        guard bytes.count <= SettingsFiles.maximumBytes else { return note(path, "is larger than 1 MiB.") }
        do {
            guard let object = try JSONValue(parsing: bytes).object else {
                return note(path, "must hold an object: {\"review.minimumSeverity\": \"warning\"}.")
            }
            for problem in settings.apply(object) { note(path, problem) }
        } catch {
            note(path, "is not JSON: \(error).")
        }
    }

    private mutating func note(_ path: String, _ message: String) {
        problems.append(Problem(path: path, message: message))
    }
}
