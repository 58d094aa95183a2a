import JSON
import Models
import Storage

/// A person's word that the programs which a folder's settings name may be run; kept with its project.
///
/// It holds for the folder where it was given: the same project in another place is another folder.
package struct FolderTrust: Sendable {
    let store: any Store
    let workspace: Workspace
    let caller: Caller

    private var key: String { "trust/\(workspace.id)" }
    private var value: JSONText { JSONText(.string(workspace.folder)) }

    package func isGiven() async throws(StoreError) -> Bool {
        try await store.projectValue(key, in: workspace.projectID, as: caller) == value
    }

    func set(_ isGiven: Bool) async throws(StoreError) {
        try await store.setProjectValue(isGiven ? value : nil, for: key, in: workspace.projectID, as: caller)
    }
}

extension Application {
    /// Remembers that a person trusts a folder, or does not any more.
    package func trust(_ folder: ProjectFolder, _ isTrusted: Bool) async throws {
        try await trust(in: try await workspace(of: folder)).set(isTrusted)
    }

    /// Whether a person said that they trust a folder.
    package func isTrusted(_ workspace: Workspace) async throws -> Bool {
        try await trust(in: workspace).isGiven()
    }

    private func trust(in workspace: Workspace) -> FolderTrust {
        FolderTrust(store: store, workspace: workspace, caller: caller)
    }
}
