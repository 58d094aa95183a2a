import JSON
import LanguageServerProtocol
import Review

/// What can be done about any finding: dismiss it, or read about its rule; and, where one was dismissed, take that back.
struct FindingActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        place.findings.flatMap { actions(for: $0, at: place) } + place.dismissed.compactMap { restoring($0, at: place) }
    }

    private func actions(for finding: Finding, at place: CodeActionPlace) -> [CodeAction] {
        let diagnostic = place.snapshot.diagnostic(for: finding, in: place.document)
        var actions: [CodeAction] = []
        if place.wantsAboutFindings(.dismiss) {
            actions.append(
                CodeAction(
                    title: "Dismiss this finding (\(finding.ruleID))", kind: .dismiss, diagnostics: [diagnostic],
                    command: command("Dismiss", DismissIssueCommand.name, finding, place)))
        }
        // A model's issue has no rule; it says itself all that there is to say.
        if finding.ruleID != AgentIssue.ruleID, place.wantsAboutFindings(.explain) {
            let explain = Command(
                title: "Explain", command: ExplainRuleCommand.name, arguments: [["rule": .string(finding.ruleID)]])
            actions.append(
                CodeAction(
                    title: "Explain \(finding.ruleID)", kind: .explain, diagnostics: [diagnostic], command: explain))
        }
        return actions
    }

    private func restoring(_ finding: Finding, at place: CodeActionPlace) -> CodeAction? {
        guard place.wantsAboutFindings(.restore) else { return nil }
        return CodeAction(
            title: "Show the dismissed finding again (\(finding.ruleID))", kind: .restore,
            command: command("Show again", RestoreIssueCommand.name, finding, place))
    }

    private func command(_ title: String, _ name: String, _ finding: Finding, _ place: CodeActionPlace) -> Command {
        Command(
            title: title, command: name,
            arguments: [["uri": .string(place.document.uri), "identity": .string(finding.identity)]])
    }
}
