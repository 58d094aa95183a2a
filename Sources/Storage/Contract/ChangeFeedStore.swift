import Models

/// What happens to `projects`, `agent_jobs`, `project_files`, `learning_roadmaps` and `dismissed_findings`, as it
/// happens.
package protocol ChangeFeedStore: Sendable {
    /// Every change that commits after this returns and whose row the caller may see, in commit order, whichever
    /// process on the database made it: none missing, none twice.
    ///
    /// Subscribe first, then read the rows. The stream ends when the store closes, and when this process stood still
    /// for so long that changes it had not read yet were trimmed: then subscribe again and reload what is shown.
    func changes(as caller: Caller) async throws(StoreError) -> AsyncStream<StoreChange>
}
