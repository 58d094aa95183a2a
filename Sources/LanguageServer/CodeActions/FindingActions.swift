import JSON
import LanguageServerProtocol
import Review

/// What can be done about any finding: dismiss it, or read about its rule; and, where one was dismissed, take that back.
struct FindingActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        let dismissing = FindingTitles(place.findings, of: place.document) { "Dismiss this finding (\($0.ruleID))" }
        var explained: Set<String> = []
        let about = place.findings.flatMap { finding in
            // A rule is explained once, whatever it found.
            actions(for: finding, dismissing, explaining: explained.insert(finding.ruleID).inserted, at: place)
        }
        let showing = FindingTitles(place.dismissed, of: place.document) {
            "Show the dismissed finding again (\($0.ruleID))"
        }
        return about + place.dismissed.compactMap { restoring($0, showing, at: place) }
    }

    private func actions(
        for finding: Finding, _ dismissing: FindingTitles, explaining isFirst: Bool, at place: CodeActionPlace
    ) -> [CodeAction] {
        let diagnostic = place.snapshot.diagnostic(for: finding, in: place.document)
        var actions: [CodeAction] = []
        if place.wantsAboutFindings(.dismiss) {
            actions.append(
                CodeAction(
                    title: dismissing.of(finding), kind: .dismiss, diagnostics: [diagnostic],
                    command: command("Dismiss", DecideIssueCommand.dismiss.name, finding, place)))
        }
        // A model's issue has no rule; it says itself all that there is to say.
        if isFirst, finding.ruleID != AgentIssue.ruleID, place.wantsAboutFindings(.explain) {
            let explain = Command(
                title: "Explain", command: ExplainRuleCommand.name, arguments: [["rule": .string(finding.ruleID)]])
            actions.append(
                CodeAction(
                    title: "Explain \(finding.ruleID)", kind: .explain, diagnostics: [diagnostic], command: explain))
        }
        return actions
    }

    private func restoring(_ finding: Finding, _ titles: FindingTitles, at place: CodeActionPlace) -> CodeAction? {
        guard place.wantsAboutFindings(.restore) else { return nil }
        return CodeAction(
            title: titles.of(finding), kind: .restore,
            command: command("Show again", DecideIssueCommand.restore.name, finding, place))
    }

    private func command(_ title: String, _ name: String, _ finding: Finding, _ place: CodeActionPlace) -> Command {
        Command(
            title: title, command: name,
            arguments: [["uri": .string(place.document.uri), "identity": .string(finding.identity)]])
    }
}
