import Review

/// A rule as `codeforge rules explain` tells it.
struct RuleExplanation {
    private let rule: Rule
    private let style: TerminalStyle

    init(_ rule: Rule, style: TerminalStyle) {
        self.rule = rule
        self.style = style
    }

    var text: String {
        var sections = [heading]
        let why = rule.why == rule.message ? "" : rule.why
        sections.append(rule.generalMessage)
        if !why.isEmpty { sections.append(why) }
        sections += [examples(areBad: true, "Reported"), examples(areBad: false, "Not reported")].compactMap(\.self)
        if rule.hasFix { sections.append("Editors offer a quick fix.") }
        if !links.isEmpty { sections.append("Read more:\n" + links.map { "  \($0)" }.joined(separator: "\n")) }
        return sections.joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        let facts: [String?] = [
            style.colour(rule.severity.rawValue, rule.severity), rule.cwe.map { "CWE-\($0)" },
            rule.languages.isEmpty ? "every language" : rule.languages.map(\.id).joined(separator: ", "),
        ]
        return "\(style.bold(rule.id)): \(rule.title)\n\(facts.compactMap(\.self).joined(separator: " · "))"
    }

    private func examples(areBad: Bool, _ title: String) -> String? {
        let examples = rule.examples.filter { $0.isBad == areBad }
        guard !examples.isEmpty else { return nil }
        let blocks = examples.map { example in
            let lines = example.code.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n").trimmingEnd
        }
        return "\(style.bold(title)):\n\n\(blocks.joined(separator: "\n\n"))"
    }

    private var links: [String] {
        let cwe = rule.cwe.map(CWE.link)
        return [cwe].compactMap(\.self) + rule.references.filter { $0 != cwe }
    }
}

extension String {
    /// The text without the line ends that close it.
    fileprivate var trimmingEnd: String {
        var result = self
        while result.last?.isNewline == true { result.removeLast() }
        return result
    }
}
