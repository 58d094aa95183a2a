import Glibc
import Models
import SQLiteStorage
import Storage

/// Writes what was dismissed in editors into the project's `.codeforge/dismissals.json`.
package enum SavedDismissals {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Adds the dismissals of the project that a folder lies in to its file, in which nothing is lost.
    ///
    /// - Parameters:
    ///   - folder: Absolute or relative to the current one.
    ///   - database: A file's name; else the user's database.
    /// - Returns: the file, how many dismissals it has now, and how many of them are new.
    /// - Throws: Where there is no project, the database cannot be read, or the file not be written.
    package static func save(
        from folder: String, database: String?
    ) async throws -> (path: String, count: Int, added: Int) {
        let path = try Application.databasePath(named: database)
        guard access(path, F_OK) == 0 else {
            throw Failure(description: "There is no database at \(path), so nothing was dismissed in an editor.")
        }
        let store = try SQLiteStore(reading: path)
        defer { store.close() }
        let application = Application(store: store, caller: .user(try await store.localUser().id))
        let candidates = FolderDismissals.folders(above: [folder + "/" + DismissalsFile.path]).sorted {
            $0.utf8.count > $1.utf8.count
        }
        for candidate in candidates {
            guard let workspace = try await application.knownWorkspace(at: candidate) else { continue }
            let dismissed = try await application.dismissedFindings(in: workspace.projectID)
            let entries = dismissed.compactMap { finding in
                finding.path.map { path in
                    DismissalsFile.Entry(path: path.text, rule: finding.ruleID, identity: finding.identity)
                }
            }
            return try add(entries, inFolder: candidate)
        }
        throw Failure(
            description: "No project is known for this folder or one above it. Open it in an editor first, and dismiss "
                + "something there.")
    }

    /// Takes a dismissal out of the file of a folder; one that it has not is no error.
    ///
    /// `file` is the path in the folder.
    ///
    /// - Throws: Where the file cannot be read whole, or not be written.
    package static func remove(_ identity: String, of file: String, inFolder path: String) throws {
        guard let old = DismissalsFile(inFolder: path) else { return }
        try requireWhole(old, inFolder: path)
        let kept = old.entries.filter { $0.path != file || $0.identity != identity }
        guard kept.count < old.entries.count else { return }
        try ProjectFolder(path: path).write(
            document: DismissalsFile.name, Array(DismissalsFile.text(of: kept).utf8), replacing: old.text)
    }

    private static func requireWhole(_ file: DismissalsFile?, inFolder path: String) throws {
        guard let problem = file?.problems.first else { return }
        throw Failure(
            description: "\(path)/\(DismissalsFile.path):\(problem.line + 1): \(problem.message) Repair it first; "
                + "nothing was written.")
    }

    private static func add(
        _ entries: [DismissalsFile.Entry], inFolder path: String
    ) throws -> (path: String, count: Int, added: Int) {
        let old = DismissalsFile(inFolder: path)
        try requireWhole(old, inFolder: path)
        // Those of the file come first: they may have reasons.
        let kept = old?.entries ?? []
        let known = Set(kept.map { [$0.path, $0.identity] })
        let added = entries.filter { !known.contains([$0.path, $0.identity]) }
        let text = Array(DismissalsFile.text(of: kept + added).utf8)
        if text != old?.text {
            try ProjectFolder(path: path).write(document: DismissalsFile.name, text, replacing: old?.text)
        }
        return ("\(path)/\(DismissalsFile.path)", kept.count + added.count, added.count)
    }
}
