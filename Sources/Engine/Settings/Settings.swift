import Review

/// What a user can set, with its defaults.
///
/// `Setting.all` documents each.
package struct Settings: Sendable, Hashable {
    package var reviewEnabled = true
    package var reviewMinimumSeverity = Severity.info
    package var reviewDisabledRules: Set<String> = []
    /// Largest document that is reviewed, in bytes.
    package var reviewMaxFileBytes = 64 << 20
    package var logLevel = "warning"
    package var model = ModelSettings()

    package init() {}

    /// Longest text that is reviewed at all, in bytes, which is asked before it is; -1 while none is.
    package var reviewLimitBytes: Int { reviewEnabled ? reviewMaxFileBytes : -1 }

    /// Whether a finding is shown.
    package func shows(_ finding: Finding) -> Bool {
        reviewEnabled && finding.severity >= reviewMinimumSeverity && !reviewDisabledRules.contains(finding.ruleID)
    }
}
