import Models
import Review

/// What a user can set, with its defaults.
///
/// `Setting.all` documents each.
package struct Settings: Sendable, Hashable {
    package var reviewEnabled = true
    package var reviewMinimumSeverity = Severity.info
    package var reviewDisabledRules: Set<RuleGlob> = []
    /// Whether comments for other checkers, such as `# noqa: S608`, hide findings.
    package var reviewHonorsOtherTools = true
    /// Largest document that is reviewed, in bytes.
    package var reviewMaxFileBytes = 64 << 20
    /// The linters that run on files that are saved in trusted folders; nil for none.
    package var reviewLinters: LinterRun.Choice? = .found
    /// Whether every file of the workspace's folders is reviewed, whether it is open or not.
    package var reviewsWorkspace = false
    package var logLevel = "warning"
    package var model = ModelSettings()
    /// Whether somebody named the provider of models, `offline` among them.
    var isProviderChosen = false
    package var team = TeamSettings()

    package init() {}

    /// Longest text that is reviewed at all, in bytes, which is asked before it is; -1 while none is.
    package var reviewLimitBytes: Int { reviewEnabled ? reviewMaxFileBytes : -1 }

    /// Whether a finding is shown.
    package func shows(_ finding: Finding) -> Bool {
        reviewEnabled && finding.severity >= reviewMinimumSeverity
            && !reviewDisabledRules.contains { $0.matches(finding.ruleID) }
    }
}

/// What a person set about their team.
package struct TeamSettings: Sendable, Hashable {
    /// Where jobs of linked projects run.
    package var runJobs = TeamJobPlace.here
    /// A shell command that prints the token for the team's server; empty for none.
    package var tokenCommand = ""

    package init() {}
}
