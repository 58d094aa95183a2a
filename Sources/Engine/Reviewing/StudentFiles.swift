import Glibc
import Models
import SQLiteStorage
import Storage

/// Which of some files lie in a folder whose project is in student mode.
package struct StudentFiles: Sendable {
    private var folders: Set<String> = []

    /// Reads the folders' documents and, where there is a database, their projects' rows.
    ///
    /// - Parameters:
    ///   - files: Absolute paths, or relative to the current folder.
    ///   - database: A file's name; else the user's database.
    /// - Throws: Where there is a database that cannot be read.
    package init(ofFilesAt files: [String], database: String?) async throws {
        self.init(markedAbove: files)
        let candidates = FolderDismissals.folders(above: files)
        let path = try Application.databasePath(named: database)
        guard !files.isEmpty, access(path, F_OK) == 0 else { return }
        let store = try SQLiteStore(reading: path)
        defer { store.close() }
        let application = Application(store: store, caller: .user(try await store.localUser().id))
        for folder in candidates {
            guard let workspace = try await application.knownWorkspace(at: folder) else { continue }
            if try await store.project(workspace.projectID, as: application.caller).mode == .student {
                folders.insert(folder)
            }
        }
    }

    /// As far as the folders' own documents say it.
    package init(markedAbove files: [String]) {
        folders = Set(FolderDismissals.folders(above: files).filter(StudentDocument.isOn(inFolder:)))
    }

    package func contain(_ path: String) -> Bool {
        !folders.isEmpty && !folders.isDisjoint(with: FolderDismissals.folders(above: [path]))
    }
}
