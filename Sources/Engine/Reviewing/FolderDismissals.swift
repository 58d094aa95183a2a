import Glibc
import Models
import Review
import SQLiteStorage
import Storage

/// What was dismissed in the projects of the folders that some files lie in.
package struct FolderDismissals: Sendable {
    private struct Key: Hashable {
        let path: String
        let identity: String
    }

    /// By the absolute paths of the files.
    private var keys: Set<Key> = []

    /// Nothing was dismissed.
    package init() {}

    /// Reads what was dismissed, in every folder above a file that has a project; nothing where there is no database,
    /// which looking must not make.
    ///
    /// - Parameters:
    ///   - files: Absolute paths, or relative to the current folder.
    ///   - database: A file's name; else the user's database.
    /// - Throws: Where there is a database that cannot be read.
    package init(ofFilesAt files: [String], database: String?) async throws {
        let path = try Application.databasePath(named: database)
        guard !files.isEmpty, access(path, F_OK) == 0 else { return }
        let store = try SQLiteStore(reading: path)
        defer { store.close() }
        let application = Application(store: store, caller: .user(try await store.localUser().id))
        for folder in Self.folders(above: files) {
            guard let workspace = try await application.knownWorkspace(at: folder) else { continue }
            for dismissed in try await application.dismissedFindings(in: workspace.projectID) {
                guard let path = dismissed.path else { continue }
                let prefix = folder.hasSuffix("/") ? folder : folder + "/"
                keys.insert(Key(path: prefix + path.text, identity: dismissed.identity))
            }
        }
    }

    /// Whether a finding of a file was dismissed.
    package func contains(_ finding: Finding, inFileAt path: String) -> Bool {
        !keys.isEmpty && Self.names(of: path).contains { keys.contains(Key(path: $0, identity: finding.identity)) }
    }

    static func folders(above files: [String]) -> [String] {
        var folders: Set<String> = []
        for var path in files.flatMap(names) {
            while let slash = path.lastIndex(of: "/") {
                path = String(path[..<slash])
                guard folders.insert(path.isEmpty ? "/" : path).inserted else { break }
            }
        }
        return folders.sorted()
    }

    /// The absolute paths of a file: as it is written, and with links resolved, for a project may know it by either.
    private static func names(of path: String) -> [String] {
        guard let written = absolute(path) else { return [] }
        guard let resolved = realpath(written, nil) else { return [written] }
        defer { free(resolved) }
        let real = String(cString: resolved)
        return real == written ? [written] : [written, real]
    }

    /// The absolute path of a file as it is written; nil where the current folder is gone.
    static func absolute(_ path: String) -> String? {
        if path.hasPrefix("/") { return normalised(path) }
        guard let here = getcwd(nil, 0) else { return nil }
        defer { free(here) }
        return normalised("\(String(cString: here))/\(path)")
    }

    /// The path without `.`, `..` and doubled slashes.
    private static func normalised(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
