import Models

/// Findings that somebody does not want to see any more; they belong to the project, not to a machine.
///
/// Seen and written by the project's owner and members alone.
package protocol DismissalStore: Sendable {
    /// The findings that were dismissed in a project: an identity may stand in several files.
    func dismissedFindings(in project: RowID, as caller: Caller) async throws(StoreError) -> [DismissedFinding]

    /// Dismissing twice is the same as once.
    func dismissFinding(
        identity: String, ruleID: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError)

    /// Shows a dismissed finding again; one that was not dismissed is no error.
    func restoreFinding(
        identity: String, path: ProjectPath?, in project: RowID, as caller: Caller
    ) async throws(StoreError)
}
