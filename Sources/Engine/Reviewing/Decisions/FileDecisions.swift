import Review

/// What people decided of a file's findings in the `.codeforge` folders above it.
package struct FileDecisions: Sendable, Hashable {
    /// Whether the file is not reviewed at all.
    package var isExcluded = false
    /// Of several that name a rule the last one holds.
    var rules: [ReviewPolicy.RuleLine] = []
    /// The identities of findings that the team dismissed.
    var dismissed: Set<String> = []

    /// Nothing was decided.
    package init() {}

    /// The finding as these and the settings want it shown; nil where they hide it.
    ///
    /// The one place that decides it, for the command line, open documents and the whole workspace.
    package func shown(_ finding: Finding, under settings: Settings) -> Finding? {
        if isExcluded { return nil }
        var finding = finding
        switch rules.last(where: { $0.rules.matches(finding.ruleID) })?.verdict {
        case .off: return nil
        case .severity(let severity): finding.severity = severity
        case .on, nil: break
        }
        return settings.shows(finding) ? finding : nil
    }

    /// Whether the team dismissed anything in the file.
    package var dismissesAny: Bool { !dismissed.isEmpty }

    /// Whether the team dismissed a finding.
    package func dismiss(_ finding: Finding) -> Bool { !dismissed.isEmpty && dismissed.contains(finding.identity) }
}
