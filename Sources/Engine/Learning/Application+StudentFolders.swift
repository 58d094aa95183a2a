import Models
import Storage

/// Student mode in the folders below that of a student's project.
extension Application {
    /// The nearest folder above another one whose project is in student mode; nil where none is.
    ///
    /// Of a folder that has no project in this store, its own document counts.
    package func studentFolder(above path: String) async throws(StoreError) -> String? {
        for folder in Self.folders(above: path) {
            if let workspace = try await knownWorkspace(at: folder) {
                let project = try await store.project(workspace.projectID, as: caller)
                if project.mode == .student { return folder }
            } else if StudentDocument.isOn(inFolder: folder) {
                return folder
            }
        }
        return nil
    }

    /// As far as the folders' own documents say it.
    package static func markedStudentFolder(above path: String) -> String? {
        folders(above: path).first(where: StudentDocument.isOn)
    }

    /// The folders above one, the nearest first; everybody's are nobody's project.
    private static func folders(above path: String) -> [String] {
        ReviewDecisions.above(path).filter { $0 != path && !ReviewDecisions.isAnybodys($0) }
    }

    /// Whether a folder of a project lies in that of a student's project.
    func isBelowStudents(_ project: RowID) async throws(StoreError) -> Bool {
        for workspace in try await store.local?.workspaces(of: project, as: caller) ?? [] {
            if try await studentFolder(above: workspace.folder) != nil { return true }
        }
        return false
    }
}
