/// What the QA agent thinks of the code.
package struct QAResult: Hashable, Sendable {
    package var passed: Bool
    package var issues: [QAIssue]
    package var summary: String

    package init(passed: Bool, issues: [QAIssue], summary: String) {
        self.passed = passed
        self.issues = issues
        self.summary = summary
    }
}

/// A fault, and what to do about it; where it stands is only told in words.
package struct QAIssue: Hashable, Sendable {
    package var severity: QAIssueSeverity
    package var description: String
    package var suggestion: String

    package init(severity: QAIssueSeverity, description: String, suggestion: String) {
        self.severity = severity
        self.description = description
        self.suggestion = suggestion
    }
}
