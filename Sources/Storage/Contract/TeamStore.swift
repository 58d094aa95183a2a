import Models

/// Rows that come from another database with the identities that they have there.
///
/// A laptop keeps what its team did, and the team's server what happened on a laptop.
package protocol TeamStore: Sendable {
    /// Keeps what somebody else's worker does: a job with its state and its events so far, oldest first.
    ///
    /// No worker of this database takes such a job up. Of a job that is known the events that are missing are added,
    /// and its state follows them; events that are known stay as they are. The service alone may do it.
    ///
    /// - Throws: `conflict(.jobStatus)` for a job that this database's own workers run, of another project, or somebody
    ///   else's; `notFound` for a project or a user that does not exist.
    func recordJob(_ job: AgentJob, events: [JobEventRow], as caller: Caller) async throws(StoreError)

    /// Makes the roadmap be as the row says, or adds it.
    ///
    /// - Throws: `forbidden` for another project's.
    func putRoadmap(_ row: RoadmapRow, as caller: Caller) async throws(StoreError)

    /// Makes the caller's conversation be as the row says, or adds it.
    ///
    /// - Throws: `forbidden` for another project's or somebody else's.
    func putSession(_ row: DailySession, as caller: Caller) async throws(StoreError)

    /// Files that were deleted and are not there again, each with the version that it had, in the order of their paths.
    func removedFiles(in project: RowID, as caller: Caller) async throws(StoreError) -> [RemovedFile]

    /// What changed in a project since the moment that an earlier answer named.
    ///
    /// Conversations are not among it: they are one person's, and no news of the project. What was picked of a choice,
    /// what a roadmap is called, and who shares the project count as changes of `projects`.
    ///
    /// The moment is the earlier answer's; nil for none. One that this database did not give counts as none.
    func projectNews(
        of project: RowID, since cursor: String?, as caller: Caller
    ) async throws(StoreError) -> ProjectNews

    /// Those of the rows that are files of the project, without their content, in the order of their paths.
    func files(
        withIDs ids: Set<RowID>, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [ProjectFileInfo]
}

/// How a database follows what happened to a job elsewhere, event by event, along the states that a job may have.
package enum JobReplay: Hashable, Sendable {
    /// Moves the job to a state; the database adds the event.
    case move(AgentJob.Status)
    /// Adds an event of progress.
    case progress(JSONText)

    /// What is to be done for the events that a job in `status` with `known` events lacks.
    package static func steps(
        from status: AgentJob.Status, known: Int, events: [JobEventRow], to end: AgentJob.Status
    ) -> [JobReplay] {
        var steps: [JobReplay] = []
        var status = status
        func move(_ next: AgentJob.Status) {
            guard status.successors.contains(next) else { return }
            steps.append(.move(next))
            status = next
        }
        for event in events.dropFirst(known) {
            switch event.kind {
            case .progress where status == .running: steps.append(.progress(event.data))
            case .progress: move(.running)
            case .waiting: move(.waitingForInput)
            case .complete: move(.completed)
            case .error: move(.failed)
            case .cancelled: move(.cancelled)
            }
        }
        if status != end {
            // The events end before the state that came with them.
            if !status.successors.contains(end) { move(.running) }
            move(end)
        }
        return steps
    }
}
