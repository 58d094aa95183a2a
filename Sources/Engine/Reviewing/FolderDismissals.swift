import CGlibc
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
    /// A file goes on where it has kept its identity, or where git says so. Where several could be it, none is: too much
    /// is shown rather than what nobody dismissed hidden. Nothing is written: whoever looks does not change what is kept.
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
        let gone = paths.filter { lstat(prefix + $0.text, &attributes) != 0 && errno == ENOENT }.sorted()
        guard !gone.isEmpty, let store = store.local else { return [:] }
        let agreed = try await store.syncedFiles(in: workspace.id, below: gone, as: caller)
        let candidates = files.compactMap { file -> Candidate? in
            guard file.hasPrefix(prefix), stat(file, &attributes) == 0,
                let path = try? ProjectPath(validating: String(file.dropFirst(prefix.count)))
            else { return nil }
            return Candidate(path: path, file: file, stamp: FileStamp(attributes))
        }
        let renames = GitRenames(in: prefix)
        var names: [ProjectPath: String] = [:]
        for path in gone {
            let old = agreed.first { $0.path == path }
            if let old, let same = candidates.first(where: { old.isKept(in: $0) }),
                try await store.syncedFiles(in: workspace.id, below: [same.path], as: caller).isEmpty
            {
                names[path] = same.file
                continue
            }
            let answer = await Task(executorPreference: BackgroundThreads.programs) { renames.answer(path.text) }.value
            if case .renamed(let new) = answer { names[path] = prefix + new }
            guard answer == .elsewhere, let old else { continue }
            let alike = candidates.filter(old.hasContent)
            guard Set(alike.map(\.path)).count == 1, let only = alike.first else { continue }
            let name = only.path.text
            let isAlone = await Task(executorPreference: BackgroundThreads.programs) { renames.isAlone(name) }.value
            if isAlone { names[path] = only.file }
        }
        return names
    }
}

/// A file that may be another one that is gone.
private struct Candidate: Sendable {
    let path: ProjectPath
    let file: String
    let stamp: FileStamp
}

extension SyncedFile {
    /// Whether this is the very file under another name.
    fileprivate func isKept(in other: Candidate) -> Bool {
        stat.isKept(in: other.stamp, at: other.file, isSameKind: path.fileExtension == other.path.fileExtension)
    }

    fileprivate func hasContent(_ other: Candidate) -> Bool {
        guard stat.sizeBytes > 0, stat.sizeBytes == other.stamp.sizeBytes,
            let bytes = try? OpenFile.regularFile(at: other.file)?.read(
                upTo: Int(stat.sizeBytes), expecting: Int(stat.sizeBytes))
        else { return false }
        return ContentHash.of(bytes) == stat.hash
    }
}

extension FileStat {
    /// Whether a file is the one that had these attributes: its inode, and either nothing was written since, or it was
    /// there already, for the next file that is made gets the inode of one that is gone.
    func isKept(in stamp: FileStamp, at file: String, isSameKind: Bool) -> Bool {
        guard stamp.inode == inode else { return false }
        if stamp.modifiedNanoseconds == modifiedNanoseconds, stamp.sizeBytes == sizeBytes { return true }
        var (number, seconds, nanoseconds): (UInt64, Int64, UInt32) = (0, 0, 0)
        guard isSameKind, codeforge_birth(file, &number, &seconds, &nanoseconds) == 0, number == inode else {
            return false
        }
        return seconds * 1_000_000_000 + Int64(nanoseconds) <= modifiedNanoseconds
    }
}
