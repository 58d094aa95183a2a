import Engine
import Review

/// Workflow commands, by which a GitHub Actions run shows findings at their lines of a pull request.
///
/// Spec: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
struct GitHubReporter: Reporter {
    func text(of report: ReviewReport) -> String {
        report.findings.map { command($0.path, $0.located) + "\n" }.joined()
            + report.failures.map { about($0.path, "error", $0.reason) }.joined()
            + report.missed.map { about($0.path, "error", "Not reviewed: \($0.reason).") }.joined()
            + report.notes.map { about($0.path, "notice", "The file \($0.note).") }.joined()
            + (report.passedOverSentence.map { "::notice title=codeforge::\(data($0))\n" } ?? "")
    }

    private func about(_ path: String, _ kind: String, _ text: String) -> String {
        "::\(kind) file=\(property(path)),title=codeforge::\(data(text))\n"
    }

    private func command(_ path: String, _ located: LocatedFinding) -> String {
        let finding = located.finding
        var properties = ["file=\(property(path))", "line=\(located.start.line)", "endLine=\(located.end.line)"]
        // Columns of a range over several lines make GitHub drop the whole annotation.
        if located.start.line == located.end.line {
            properties += ["col=\(located.start.column)", "endColumn=\(located.end.column)"]
        }
        let mark = located.isDismissed ? ", dismissed" : ""
        properties.append("title=\(property(title(of: finding) + mark))")
        let name = located.isDismissed ? "notice" : self.name(of: finding.severity)
        return "::\(name) \(properties.joined(separator: ","))::\(data(finding.message))"
    }

    private func title(of finding: Finding) -> String {
        finding.rule.cwe.map { "\(finding.ruleID) (CWE-\($0))" } ?? finding.ruleID
    }

    private func name(of severity: Severity) -> String {
        switch severity {
        case .critical: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }

    /// Text after the second `::`.
    private func data(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    /// The value of a property, which a comma or a colon would end.
    private func property(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private func escaped(_ text: String, _ replacements: [Unicode.Scalar: String]) -> String {
        text.withoutHashCommands.unicodeScalars.reduce(into: "") { result, scalar in
            // The log is shown on terminals, too.
            result += replacements[scalar] ?? String(scalar).printable
        }
    }
}
