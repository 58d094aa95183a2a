import Models
import Storage

/// Rows at paths or in the folders of that name.
extension Store {
    func syncedFiles(
        in workspace: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [SyncedFile] {
        let places = PathSet(paths)
        return try await syncedFiles(in: workspace, as: caller).filter { places.contains($0.path) }
    }

    func files(
        in project: RowID, below paths: [ProjectPath], as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo] {
        let places = PathSet(paths)
        return try await files(in: project, as: caller).filter { places.contains($0.path) }
    }
}

/// Paths and everything below them.
private struct PathSet {
    private let paths: Set<Substring>

    init(_ paths: [ProjectPath]) {
        self.paths = Set(paths.map { Substring($0.text) })
    }

    func contains(_ path: ProjectPath) -> Bool {
        var candidate = Substring(path.text)
        while !paths.contains(candidate) {
            guard let slash = candidate.lastIndex(of: "/") else { return false }
            candidate = candidate[..<slash]
        }
        return true
    }
}
