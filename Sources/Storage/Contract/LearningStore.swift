import Models

/// Roadmaps and mentor sessions.
///
/// Roadmaps are the project owner's and members'; a session is its person's alone.
package protocol LearningStore: Sendable {
    func roadmap(_ id: RowID, as caller: Caller) async throws(StoreError) -> RoadmapRow

    /// The project's roadmaps, newest first; the first is the current one.
    func roadmaps(of project: RowID, as caller: Caller) async throws(StoreError) -> [RoadmapRow]

    /// `modules` is a JSON array.
    @discardableResult
    func createRoadmap(
        modules: JSONText, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow

    /// Replaces the modules, the current step, or both.
    @discardableResult
    func updateRoadmap(
        _ id: RowID, modules: JSONText?, currentStepIndex: Int?, as caller: Caller
    ) async throws(StoreError) -> RoadmapRow

    /// Changes the modules and the current step together, whatever others change at the same time.
    ///
    /// `change` runs inside the transaction that writes what it leaves; it gets the row as it is then.
    @discardableResult
    func changeRoadmap(
        _ id: RowID, as caller: Caller, _ change: @escaping @Sendable (inout RoadmapRow) -> Void
    ) async throws(StoreError) -> RoadmapRow

    func deleteRoadmap(_ id: RowID, as caller: Caller) async throws(StoreError)

    func session(_ id: RowID, as caller: Caller) async throws(StoreError) -> DailySession

    /// The project's sessions, newest first.
    func sessions(of project: RowID, as caller: Caller) async throws(StoreError) -> [DailySession]

    /// `transcript` is a JSON array.
    @discardableResult
    func createSession(
        transcript: JSONText?, conceptsCovered: [String]?, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession

    @discardableResult
    func updateSession(
        _ id: RowID, _ update: SessionUpdate, as caller: Caller
    ) async throws(StoreError) -> DailySession

    /// Adds entries to the end of a conversation, whatever others add at the same time.
    ///
    /// The conversation is `session`; without one the project's newest that began on the day of `moment` (where the
    /// person is; on a team's server in UTC), or else a new one. `entries` is a JSON array. The minutes grow by the time
    /// since the last entry, unless that was a pause.
    @discardableResult
    func appendToSession(
        _ session: RowID?, _ entries: JSONText, at moment: Timestamp, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession

    func deleteSession(_ id: RowID, as caller: Caller) async throws(StoreError)
}

/// What to change of a mentor session; `nil` leaves a field as it is.
package struct SessionUpdate: Hashable, Sendable {
    /// A JSON array.
    package var transcript: JSONText?
    package var conceptsCovered: [String]?
    package var durationMinutes: Int?

    package init(transcript: JSONText? = nil, conceptsCovered: [String]? = nil, durationMinutes: Int? = nil) {
        self.transcript = transcript
        self.conceptsCovered = conceptsCovered
        self.durationMinutes = durationMinutes
    }
}
