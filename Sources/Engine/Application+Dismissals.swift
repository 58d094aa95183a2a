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

    /// A file or a folder has another name: what was dismissed in it is dismissed there.
    package func moveDismissals(from old: ProjectPath, to new: ProjectPath, in project: RowID) async throws {
        let below = old.text + "/"
        for finding in try await dismissedFindings(in: project) {
            guard let path = finding.path, path == old || path.text.hasPrefix(below),
                let now = try? ProjectPath(validating: new.text + path.text.dropFirst(old.text.count))
            else { continue }
            // Dismissed there first: a crash in between leaves it dismissed at both names.
            try await dismiss(finding.identity, of: finding.ruleID, in: project, at: now)
            try await restore(finding.identity, in: project, at: path)
        }
    }

    /// Forgets that a finding was dismissed.
    package func restore(_ identity: String, in project: RowID, at path: ProjectPath?) async throws {
        try await store.restoreFinding(identity: identity, path: path, in: project, as: caller)
    }
}
