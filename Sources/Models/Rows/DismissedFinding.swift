/// A finding that somebody dismissed and that must not be shown again.
package struct DismissedFinding: Hashable, Sendable {
    /// The finding's stable identity, as `Review` computes it.
    package var identity: String
    package var ruleID: String
    package var path: ProjectPath?
    package var createdAt: Timestamp

    package init(identity: String, ruleID: String, path: ProjectPath?, createdAt: Timestamp) {
        self.identity = identity
        self.ruleID = ruleID
        self.path = path
        self.createdAt = createdAt
    }
}
