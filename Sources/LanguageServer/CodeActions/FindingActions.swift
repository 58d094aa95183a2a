import JSON
import LanguageServerProtocol

/// What can be done about any finding: dismiss it, or read about its rule.
struct FindingActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix) else { return [] }
        return place.findings.flatMap { finding in
            let diagnostic = place.snapshot.diagnostic(for: finding, in: place.document)
            let dismiss = Command(
                title: "Dismiss", command: DismissIssueCommand.name,
                arguments: [["uri": .string(place.document.uri), "identity": .string(finding.identity)]])
            let explain = Command(
                title: "Explain", command: ExplainRuleCommand.name, arguments: [["rule": .string(finding.ruleID)]])
            return [
                CodeAction(
                    title: "Dismiss this finding (\(finding.ruleID))", kind: .quickFix, diagnostics: [diagnostic],
                    command: dismiss),
                CodeAction(
                    title: "Explain \(finding.ruleID)", kind: .quickFix, diagnostics: [diagnostic], command: explain),
            ]
        }
    }
}
