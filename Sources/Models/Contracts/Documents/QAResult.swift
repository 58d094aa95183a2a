/// What the QA agent thinks of the code.
package struct QAResult: Contract {
    package var passed: Bool
    package var issues: [QAIssue]
    package var summary: String

    package static let schema = Schema(
        "QAResult", "What the QA agent thinks of the code.",
        Field("passed", \QAResult.passed, .bool),
        Field("issues", \QAResult.issues, .list(of: .model)),
        Field("summary", \QAResult.summary, .string()),
        make: QAResult.init(passed:issues:summary:))

    package init(passed: Bool, issues: [QAIssue], summary: String) {
        self.passed = passed
        self.issues = issues
        self.summary = summary
    }
}

/// A fault, and what to do about it; where it stands is only told in words.
package struct QAIssue: Contract {
    package var severity: QAIssueSeverity
    package var description: String
    package var suggestion: String

    package static let schema = Schema(
        "QAIssue", "A fault, and what to do about it; where it stands is only told in words.",
        Field("severity", \QAIssue.severity, .enumeration("QAIssueSeverity")),
        Field("description", \QAIssue.description, .string()),
        Field("suggestion", \QAIssue.suggestion, .string()),
        make: QAIssue.init(severity:description:suggestion:))

    package init(severity: QAIssueSeverity, description: String, suggestion: String) {
        self.severity = severity
        self.description = description
        self.suggestion = suggestion
    }
}
