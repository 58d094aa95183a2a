/// A row of `daily_sessions`: a conversation with the mentor.
package struct DailySession: Hashable, Sendable {
    package var id: RowID
    package var projectID: RowID
    /// An array of `{role: "user" | "mentor", content}`.
    package var transcript: JSONText?
    package var conceptsCovered: [String]?
    package var durationMinutes: Int
    package var createdAt: Timestamp

    package init(
        id: RowID, projectID: RowID, transcript: JSONText?, conceptsCovered: [String]?, durationMinutes: Int,
        createdAt: Timestamp
    ) {
        self.id = id
        self.projectID = projectID
        self.transcript = transcript
        self.conceptsCovered = conceptsCovered
        self.durationMinutes = durationMinutes
        self.createdAt = createdAt
    }
}
