import JSON

/// What happened to a job: an event of `GET /v1/jobs/{job_id}/stream`.
package enum JobEvent: Hashable, Sendable {
    /// `percent` is 0-100.
    case progress(percent: Double, status: JobStatusType = .running)
    case complete(result: JSONValue)
    case error(String)
    case waiting([ClarificationQuestion])
    case cancelled

    /// The event's name on the wire.
    package var name: String {
        switch self {
        case .progress: "progress"
        case .complete: "complete"
        case .error: "error"
        case .waiting: "waiting"
        case .cancelled: "cancelled"
        }
    }
}
