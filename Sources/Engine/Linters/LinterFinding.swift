import Review

/// What a linter found, as a finding of a rule that is called after the linter: `ruff/S307`.
package struct LinterFinding: Sendable, Hashable {
    package let linter: String
    package let finding: Finding
    private let issue: LinterIssue

    /// The issues of one file as findings in its text, in the text's order.
    static func all(of issues: [(linter: String, issue: LinterIssue)], in lines: SourceLines) -> [LinterFinding] {
        var occurrences: [String: Int] = [:]
        let inOrder = issues.sorted {
            ($0.issue.start.line, $0.issue.start.column ?? 0) < ($1.issue.start.line, $1.issue.start.column ?? 0)
        }
        return inOrder.map { linter, issue in
            var issue = issue
            // What it says of a secret may hold it.
            if LinterEquivalents.isSecret(issue, of: linter) {
                issue.message = String(issue.message.prefix { $0 != ":" && $0 != "'" && $0 != "\"" })
            }
            var finding = issue.finding(of: linter, in: lines)
            let key = "\(finding.ruleID):\(finding.lineHash)"
            finding.occurrence = occurrences[key, default: 0]
            occurrences[key, default: 0] += 1
            return LinterFinding(linter: linter, finding: finding, issue: issue)
        }
    }

    /// Whether what is marked is a secret, which it may quote.
    var holdsSecret: Bool { LinterEquivalents.isSecret(issue, of: linter) }

    /// Whether a finding of one of our rules, on the same line, is this one by another name.
    package func isSame(as finding: Finding) -> Bool { LinterEquivalents.same(issue, of: linter, as: finding) }

    /// Whether another linter found this on the same line.
    package func isSame(as other: LinterFinding) -> Bool {
        linter != other.linter && issue.start.line == other.issue.start.line
            && LinterEquivalents.code(of: issue, linter) == LinterEquivalents.code(of: other.issue, other.linter)
    }
}

extension Linter {
    /// The linter that found what a rule's identifier names; nil where it is no linter's.
    package static func name(inRule id: String) -> String? {
        guard let slash = id.firstIndex(of: "/") else { return nil }
        let name = String(id[..<slash])
        return names.contains(name) ? name : nil
    }
}
