import Models

/// What jobs want of a project's files, and what became of it; and how far a running job is.
///
/// Seen and written by the project's owner and members alone. All of it goes with its job.
package protocol JobFileStore: Sendable {
    /// Keeps what an agent wrote. The path's `seen` stays what it was when the job first wrote to it.
    ///
    /// - Throws: `conflict(.jobStatus)` once the proposal was agreed to: a job that writes on was taken over.
    func proposeFile(_ file: JobFile, as caller: Caller) async throws(StoreError)

    /// A job's files, in the order of the paths' bytes.
    func jobFiles(of job: RowID, as caller: Caller) async throws(StoreError) -> [JobFile]

    /// What the jobs of a project did and were refused before, latest move first: everything but open proposals,
    /// and but what others of a team wrote.
    func jobFileHistory(in project: RowID, as caller: Caller) async throws(StoreError) -> [JobFile]

    /// The project's completed jobs with files in one of the states, oldest first.
    func jobs(
        withFilesIn states: Set<JobFile.State>, of project: RowID, as caller: Caller
    ) async throws(StoreError) -> [RowID]

    /// Gives files their new state and what belongs to it, each if it is in one of the states `from`; one transaction.
    ///
    /// - Returns: The paths that moved: of two callers that want the same move, one gets each path.
    func moveJobFiles(
        _ files: [JobFile], from states: Set<JobFile.State>, as caller: Caller
    ) async throws(StoreError) -> Set<ProjectPath>

    /// What a step of a running job left behind; nil when it was not done yet.
    func jobCheckpoint(_ step: String, of job: RowID, as caller: Caller) async throws(StoreError) -> JSONText?

    /// Keeps what a step left behind until the job ends.
    func setJobCheckpoint(
        _ value: JSONText, for step: String, of job: RowID, as caller: Caller
    ) async throws(StoreError)
}
