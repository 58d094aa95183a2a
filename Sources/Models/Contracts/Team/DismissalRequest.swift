/// A finding that is not to be shown any more: `PUT /v1/projects/{project_id}/dismissals`.
package struct DismissalRequest: Contract {
    /// The finding's stable identity.
    package var identity: String
    package var ruleID: String
    package var path: String?

    package static let schema = Schema(
        "DismissalRequest", "A finding that is not to be shown any more: PUT /v1/projects/{project_id}/dismissals.",
        Field("identity", \DismissalRequest.identity, .words(500)),
        Field("rule_id", \DismissalRequest.ruleID, .words(500)),
        Field("path", \DismissalRequest.path, .optional(.projectPath), default: nil, schema: nil),
        make: DismissalRequest.init(identity:ruleID:path:))

    package init(identity: String, ruleID: String, path: String?) {
        self.identity = identity
        self.ruleID = ruleID
        self.path = path
    }
}
