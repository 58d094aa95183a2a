import JSON
import Models

/// What one look at both sides did.
package struct TeamReport: Hashable, Sendable {
    package var sent = 0
    package var removed = 0
    package var broughtIn = 0
    /// Files that both sides hold alike.
    package var agreed = 0
    /// Files that are not sent because they hold secrets nobody allowed.
    package var leftOut: [String] = []
    /// Files that wait for a person, each with the job that offers them.
    package var waiting: [Waiting] = []
    /// Whether something changed meanwhile, so that another look is due.
    package var isOutdated = false
    /// Jobs in which something was offered.
    package var jobs: [RowID] = []

    package struct Waiting: Hashable, Sendable {
        package var path: String
        package var job: RowID
    }

    /// Rows of the server's that this machine changed: what it tells of them is no news here.
    package var savedRows: [RowID] = []

    package init() {}

    package var json: JSONValue {
        [
            "sent": .integer(sent), "removed": .integer(removed), "brought_in": .integer(broughtIn),
            "in_step": .integer(agreed), "left_out": .array(leftOut.map { .string($0) }),
            "waiting": .array(waiting.map { ["path": .string($0.path), "job_id": .string($0.job.text)] }),
        ]
    }
}
