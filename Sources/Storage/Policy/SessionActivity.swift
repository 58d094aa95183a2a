import JSON
import Models

/// How long somebody was active in a conversation; long pauses are left out.
package struct SessionActivity: Hashable, Sendable {
    package private(set) var seconds: Int
    /// When the last exchange was.
    private var until: Timestamp

    /// Longest pause between two exchanges that still counts as activity, in seconds.
    private static let longestPause = 15 * 60

    /// What was kept for a conversation, or its beginning.
    package init(_ kept: JSONText?, of session: DailySession) {
        let value = kept?.value
        seconds = value?["seconds"]?.int ?? 0
        until = value?["until"]?.string.flatMap(Timestamp.init) ?? session.createdAt
    }

    package func goingOn(at moment: Timestamp) -> SessionActivity {
        let pause = Int(moment.duration(since: until).components.seconds)
        var activity = self
        activity.seconds += (0...Self.longestPause).contains(pause) ? pause : 0
        activity.until = moment
        return activity
    }

    package var json: JSONText { JSONText(["seconds": .integer(seconds), "until": .string(until.text)]) }

    /// The key of the project's value that keeps it.
    package static func key(of session: RowID) -> String { "session_activity/\(session)" }
}
