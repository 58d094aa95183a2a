import JSON
import LanguageServerProtocol
import Review

/// What can be done about any finding: dismiss it, or read about its rule; and, where one was dismissed, take that back.
struct FindingActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix) else { return [] }
        let shown = place.findings.flatMap { finding in
            let diagnostic = place.snapshot.diagnostic(for: finding, in: place.document)
            let explain = Command(
                title: "Explain", command: ExplainRuleCommand.name, arguments: [["rule": .string(finding.ruleID)]])
            return [
                CodeAction(
                    title: "Dismiss this finding (\(finding.ruleID))", kind: .quickFix, diagnostics: [diagnostic],
                    command: command("Dismiss", DismissIssueCommand.name, finding, place)),
                CodeAction(
                    title: "Explain \(finding.ruleID)", kind: .quickFix, diagnostics: [diagnostic], command: explain),
            ]
        }
        return shown
            + place.dismissed.map { finding in
                CodeAction(
                    title: "Show the dismissed finding again (\(finding.ruleID))", kind: .quickFix,
                    command: command("Show again", RestoreIssueCommand.name, finding, place))
            }
    }

    private func command(_ title: String, _ name: String, _ finding: Finding, _ place: CodeActionPlace) -> Command {
        Command(
            title: title, command: name,
            arguments: [["uri": .string(place.document.uri), "identity": .string(finding.identity)]])
    }
}
