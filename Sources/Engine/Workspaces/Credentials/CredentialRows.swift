import JSON
import Models
import Storage

/// Takes rows out of the store that were mirrored before it was known that their files hold credentials.
struct CredentialRows: Sendable {
    let store: any LocalStore
    let project: RowID
    let workspace: RowID
    let caller: Caller

    /// Grows whenever more files are told to hold credentials, so that the rows are looked at anew.
    private static let rulesVersion = 3
    private static let key = "mirror/credential-rules"
    /// Rows whose contents are in memory at a time.
    private static let rowsAtOnce = 64

    /// Looks at all rows of the project, once for each version of the rules.
    func remove() async throws(StoreError) {
        let known = try await store.projectValue(Self.key, in: project, as: caller)
        if let known, let version = Int(known.text), version >= Self.rulesVersion { return }
        var doubtful: [ProjectFileInfo] = []
        var credentials: [ProjectFileInfo] = []
        for row in try await store.files(in: project, as: caller) {
            switch CredentialName(path: row.path) {
            case .ordinary: break
            case .doubtful: doubtful.append(row)
            case .credential: credentials.append(row)
            }
        }
        for start in stride(from: 0, to: doubtful.count, by: Self.rowsAtOnce) {
            let part = doubtful[start..<min(start + Self.rowsAtOnce, doubtful.count)]
            for row in try await store.contents(of: part.map(\.path), in: project, as: caller)
            where CredentialFile.kind(of: row.path, Array(row.content.utf8)) != nil {
                credentials.append(row.info)
            }
        }
        if !credentials.isEmpty {
            _ = try await store.deleteFiles(credentials.map { ($0.path, $0.version) }, in: project, as: caller)
            try await store.recordSynced([], forgetting: credentials.map(\.path), in: workspace, as: caller)
        }
        try await store.setProjectValue(
            JSONText(String(Self.rulesVersion)), for: Self.key, in: project, as: caller)
    }
}
