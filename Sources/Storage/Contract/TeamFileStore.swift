import Models

/// What a machine remembers of the files that it shares with a team's server.
package protocol TeamFileStore: Sendable {
    /// What was agreed about the files of a project, in the order of their paths; reads no text.
    func teamFiles(in project: RowID, as caller: Caller) async throws(StoreError) -> [TeamFile]

    /// The texts that were agreed about; nil where the text was not kept.
    func teamBases(
        of paths: [ProjectPath], in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectPath: String]

    /// Remembers what was agreed, each with its text, and forgets others; one transaction.
    func recordTeamFiles(
        _ files: [(file: TeamFile, text: String)], forgetting paths: [ProjectPath], in project: RowID,
        as caller: Caller
    ) async throws(StoreError)

    /// Remembers in which job the server's newer versions are offered.
    func noteOffers(
        _ offers: [(path: ProjectPath, version: Int)], of job: RowID, in project: RowID, as caller: Caller
    ) async throws(StoreError)

    /// As `proposeFile` for each of them, in one transaction.
    func proposeFiles(_ files: [JobFile], as caller: Caller) async throws(StoreError)

    /// Forgets everything that was agreed about a project's files.
    func forgetTeamFiles(in project: RowID, as caller: Caller) async throws(StoreError)
}
