import Models
import Storage

extension Application {
    /// The findings of a project that somebody dismissed.
    package func dismissedFindings(in project: RowID) async throws -> [DismissedFinding] {
        try await store.dismissedFindings(in: project, as: caller)
    }

    /// Remembers that a finding must not be shown again.
    package func dismiss(_ identity: String, of rule: String, in project: RowID, at path: ProjectPath?) async throws {
        try await store.dismissFinding(identity: identity, ruleID: rule, path: path, in: project, as: caller)
    }

    /// Forgets that a finding was dismissed.
    package func restore(_ identity: String, in project: RowID, at path: ProjectPath?) async throws {
        try await store.restoreFinding(identity: identity, path: path, in: project, as: caller)
    }
}
