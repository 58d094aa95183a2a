import Models
import Storage

/// A person's agreement that a folder is mirrored although its place or size speaks against it; kept with its project.
package struct MirrorConsent: Sendable {
    let store: any Store
    let workspace: Workspace
    let caller: Caller

    private var agreedKey: String { "mirror/agreed/\(workspace.id)" }
    private var toldKey: String { "mirror/told/\(workspace.id)" }

    package func isGiven() async throws(StoreError) -> Bool {
        try await store.projectValue(agreedKey, in: workspace.projectID, as: caller) != nil
    }

    /// Remembers that the person agreed, or takes that back: what is mirrored then stays as it was.
    package func set(_ isGiven: Bool) async throws(StoreError) {
        let value = isGiven ? JSONText("true") : nil
        try await store.setProjectValue(value, for: agreedKey, in: workspace.projectID, as: caller)
        if !isGiven { try await store.setProjectValue(nil, for: toldKey, in: workspace.projectID, as: caller) }
    }

    /// Whether the person is to be told now, which is once in the folder's life.
    func takeTelling() async -> Bool {
        let told = try? await store.projectValue(toldKey, in: workspace.projectID, as: caller)
        guard (told ?? nil) == nil else { return false }
        try? await store.setProjectValue(JSONText("true"), for: toldKey, in: workspace.projectID, as: caller)
        return true
    }
}

extension Application {
    /// Agrees, for good, that a folder's files are mirrored wherever it lies and however many they are.
    package func agreeToMirror(_ folder: ProjectFolder, _ isAgreed: Bool = true) async throws {
        try await consent(for: folder).set(isAgreed)
    }

    private func consent(for folder: ProjectFolder) async throws -> MirrorConsent {
        MirrorConsent(store: store, workspace: try await workspace(of: folder), caller: caller)
    }
}
