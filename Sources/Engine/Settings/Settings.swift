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

    package init() {}
}
