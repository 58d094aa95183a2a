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
            let prefix = folder.hasSuffix("/") ? folder : folder + "/"
            let dismissed = try await application.dismissedFindings(in: workspace.projectID)
            let names = try await application.namesOfRenamed(
                Set(dismissed.compactMap(\.path)), among: files.flatMap(Self.names), in: workspace, at: prefix)
            for finding in dismissed {
                guard let path = finding.path else { continue }
                keys.insert(Key(path: prefix + path.text, identity: finding.identity))
                if let name = names[path] { keys.insert(Key(path: name, identity: finding.identity)) }
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

extension Application {
    /// The absolute paths at which files stand now that were renamed since the folder was last looked at.
    ///
    /// As the mirror tells them (`GoneFiles`), with nothing written: whoever looks does not change what is kept.
    ///
    /// - Parameters:
    ///   - paths: Files that may be gone.
    ///   - files: Absolute paths of those that may be one of them.
    ///   - workspace: The folder as it was looked at last.
    ///   - prefix: The workspace's folder, with a slash at its end.
    /// - Returns: The names of those that were found, by their old paths.
    /// - Throws: Where the store cannot be read.
    fileprivate func namesOfRenamed(
        _ paths: Set<ProjectPath>, among files: [String], in workspace: Workspace, at prefix: String
    ) async throws -> [ProjectPath: String] {
        var attributes = stat()
        let gone = paths.filter { lstat(prefix + $0.text, &attributes) != 0 && errno == ENOENT }
        guard !gone.isEmpty, let store = store.local else { return [:] }
        let agreed = try await store.syncedFiles(in: workspace.id, below: gone.sorted(), as: caller)
        guard !agreed.isEmpty else { return [:] }
        var names: [ProjectPath: String] = [:]
        for file in files where file.hasPrefix(prefix) {
            guard let path = try? ProjectPath(validating: String(file.dropFirst(prefix.count))),
                stat(file, &attributes) == 0
            else { continue }
            let alike = agreed.filter { names[$0.path] == nil && $0.goesOn(in: attributes, at: path, file) }
            guard let old = alike.first(where: { $0.stat.inode == UInt64(attributes.st_ino) }) ?? alike.first,
                try await store.syncedFiles(in: workspace.id, below: [path], as: caller).isEmpty
            else { continue }
            names[old.path] = file
        }
        return names
    }
}

extension SyncedFile {
    /// Whether the file stands at another path now: the same inode and kind of file, or the same content.
    fileprivate func goesOn(in attributes: stat, at path: ProjectPath, _ file: String) -> Bool {
        if stat.inode == UInt64(attributes.st_ino), path.fileExtension == self.path.fileExtension { return true }
        guard stat.sizeBytes > 0, stat.sizeBytes == Int64(attributes.st_size),
            let bytes = try? OpenFile.regularFile(at: file)?.read(
                upTo: Int(stat.sizeBytes), expecting: Int(stat.sizeBytes))
        else { return false }
        return ContentHash.of(bytes) == stat.hash
    }
}
