import Models
import Review

/// `review.md`: the QA agent's last result over the whole project.
package struct ReviewReport: Sendable {
    package var result: QAResult
    /// Where each issue is, in the order of the issues; nil where that is not known.
    package var places: [IssuePlace?]
    package var origin: DocumentOrigin?

    package init(result: QAResult, places: [IssuePlace?] = [], origin: DocumentOrigin? = nil) {
        self.result = result
        self.places = places
        self.origin = origin
    }

    /// Where an issue is, counted from 0.
    package func place(of issue: Int) -> IssuePlace? { places.indices.contains(issue) ? places[issue] : nil }

    /// Whether the code agent can do something about an issue.
    ///
    /// Offline it repairs critical findings whose rule has a fix: the QA agent gives that fix as its suggestion, and the
    /// rule at the end of its description.
    package func isRepairable(_ index: Int) -> Bool {
        guard result.issues.indices.contains(index) else { return false }
        let issue = result.issues[index]
        guard issue.severity == .critical, issue.description.hasSuffix("]"),
            let name = issue.description.dropLast().split(separator: "[").last,
            let rule = RuleSet.builtIn.rule(id: String(name))
        else { return false }
        return rule.hasFix && issue.suggestion == rule.fixTitle
    }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Review")
        let isCritical = result.issues.contains { $0.severity == .critical }
        let reason = isCritical ? ": something critical stands." : "."
        writer.paragraph(result.passed ? "Passed: nothing critical stands." : "Not passed" + reason)
        writer.paragraph(result.summary)
        writer.origin(origin)
        for severity in [QAIssueSeverity.critical, .warning, .info] {
            let issues = result.issues.enumerated().filter { $0.element.severity == severity }
            if issues.isEmpty { continue }
            writer.heading(2, "\(severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst())")
            for (index, issue) in issues {
                writer.blank()
                writer.anchor("issue", String(index))
                writer.bullet(line(of: issue, at: place(of: index)))
                writer.line("  Suggestion: " + MarkdownWriter.inline(issue.suggestion))
            }
        }
        return writer.text
    }

    /// What is wrong, behind the place where that is known: a file's name, which editors make a link of.
    private func line(of issue: QAIssue, at place: IssuePlace?) -> String {
        guard let place else { return MarkdownWriter.inline(issue.description) }
        let name = place.line.map { "\(place.path.text):\($0 + 1)" } ?? place.path.text
        // The agents' own issues begin with it.
        let isNamed = issue.description.hasPrefix(name + ": ")
        let words = isNamed ? String(issue.description.dropFirst(name.count + 2)) : issue.description
        return MarkdownWriter.code(name) + ": " + MarkdownWriter.inline(words)
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        var read = ReadDocument()
        for index in lines.lines.indices {
            guard let anchor = lines.anchor("issue", at: index), let number = Int(anchor),
                result.issues.indices.contains(number)
            else { continue }
            read.items.append(
                DocumentItem(.issue(index: number), line: min(index + 1, lines.lines.count - 1)))
        }
        return read
    }
}
