import Models

/// The settings files of a folder: the user's own, and the workspace's, which goes before it.
package struct SettingsFiles: Sendable {
    /// Something wrong in a settings file; the rest of the file applies.
    package struct Problem: Sendable, Hashable {
        package let path: String
        /// A sentence.
        package let message: String

        /// With the file: what every front end says of it.
        package var sentence: String { "\(path): \(message)" }
    }

    /// Larger files are no settings: 1 MiB.
    private static let maximumBytes = 1 << 20

    /// The defaults with what the files say instead.
    package private(set) var settings = Settings()
    /// The files that exist, in the order in which they were applied.
    package private(set) var files: [SettingsFile] = []
    package var found: [String] { files.map(\.path) }
    package var problems: [Problem] {
        files.flatMap { file in file.problems.map { Problem(path: file.path, message: $0.message) } }
    }

    /// Reads `codeforge/config.json` in the XDG configuration folder, then `.codeforge/config.json` in `folder`.
    package init(
        folder: String?, environment: (String) -> String? = DatabaseLocation.environment
    ) {
        if let user = SettingsFiles.userFile(environment) { apply(user, isOfWorkspace: false) }
        if let folder { apply("\(folder)/\(SettingsFile.workspacePath)", isOfWorkspace: true) }
    }

    /// The user's file; nil without a home.
    ///
    /// Spec: https://specifications.freedesktop.org/basedir-spec/latest/
    package static func userFile(
        _ environment: (String) -> String? = DatabaseLocation.environment
    ) -> String? {
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/codeforge/config.json"
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.config/codeforge/config.json"
    }

    private mutating func apply(_ path: String, isOfWorkspace: Bool) {
        let bytes: [UInt8]
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: path) else {
                return refuse(path, isOfWorkspace, "This is not a regular file.")
            }
            bytes = try file.read(upTo: SettingsFiles.maximumBytes, expecting: 4096)
        } catch {
            if !error.isNotFound { refuse(path, isOfWorkspace, "This file cannot be read: \(error).") }
            return
        }
        guard bytes.count <= SettingsFiles.maximumBytes else {
            return refuse(path, isOfWorkspace, "This file is larger than 1 MiB.")
        }
        let problems = SettingsFile.apply(bytes, isOfWorkspace: isOfWorkspace, to: &settings, from: path)
        files.append(SettingsFile(path: path, text: bytes, problems: problems))
    }

    /// Notes a file that says nothing, because it cannot be read.
    private mutating func refuse(_ path: String, _ isOfWorkspace: Bool, _ message: String) {
        if !isOfWorkspace { settings.model.note("\(path): \(message)", of: nil) }
        let problem = DocumentProblem(
            severity: .warning, code: "unreadable-settings", message: message, line: 0, columns: 0..<0)
        files.append(SettingsFile(path: path, text: [], problems: [problem]))
    }
}
