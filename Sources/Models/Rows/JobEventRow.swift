/// Something that happened to a job, in the one order that every listener sees.
package struct JobEventRow: Hashable, Sendable {
    /// The event names of the specification's stream.
    package enum Kind: String, CaseIterable, Sendable {
        case progress, complete, error, waiting, cancelled
    }

    /// Grows over all jobs; 1 is the first.
    package var sequence: Int
    package var jobID: RowID
    package var kind: Kind
    /// The event's `data` of the specification, an object with `status` and what belongs to the kind.
    ///
    /// A `progress` event may carry `step`, the sentence that tells what the agent is doing.
    package var data: JSONText
    package var createdAt: Timestamp

    package init(sequence: Int, jobID: RowID, kind: Kind, data: JSONText, createdAt: Timestamp) {
        self.sequence = sequence
        self.jobID = jobID
        self.kind = kind
        self.data = data
        self.createdAt = createdAt
    }
}
