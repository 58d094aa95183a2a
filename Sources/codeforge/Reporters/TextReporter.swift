import Engine
import Review

/// One line a finding, `path:line:column: severity rule message`, for people and for editors' error lists.
///
/// On a terminal each finding is followed by its line of source with the place underlined.
struct TextReporter: Reporter {
    let style: TerminalStyle
    let showsSource: Bool

    func text(of report: ReviewReport) -> String {
        var text = ""
        for (path, located) in report.findings {
            text += line(path, located)
            if showsSource { text += source(located) }
        }
        return (text + summary(of: report)).printableLines(styled: style.isColoured)
    }

    private func line(_ path: String, _ located: LocatedFinding) -> String {
        let finding = located.finding
        let place = "\(style.bold(path.printable)):\(located.start.line):\(located.start.column)"
        let severity = style.colour(finding.severity.rawValue, finding.severity)
        let mark = located.isDismissed ? style.dim(" (dismissed)") : ""
        return "\(place): \(severity) \(style.dim(finding.ruleID.printable)) \(finding.message.printable)\(mark)\n"
    }

    /// The line of source with carets under the finding's part of it.
    private func source(_ located: LocatedFinding) -> String {
        let source = located.sourceLine.printable
        let number = String(located.start.line)
        let gutter = String(repeating: " ", count: number.count)
        let bar = style.dim("|")
        let characters = Array(source.unicodeScalars)
        let first = min(located.start.column - 1, characters.count)
        let end =
            located.end.line == located.start.line ? min(located.end.column - 1, characters.count) : characters.count
        // Tabs stay tabs, so that the carets stand where the source does whatever the terminal's tab width.
        let indent = String(String.UnicodeScalarView(characters[..<first].map { $0 == "\t" ? $0 : " " }))
        let carets = style.colour(String(repeating: "^", count: max(end - first, 1)), located.finding.severity)
        return "\(gutter) \(bar)\n\(style.dim(number)) \(bar) \(source)\n\(gutter) \(bar) \(indent)\(carets)\n\n"
    }

    private func summary(of report: ReviewReport) -> String {
        let files = "\(report.reviewedCount.counted("file")), \(report.lineCount.counted("line"))"
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.count(severity)
            guard count > 0 else { return nil }
            let noun = severity == .warning ? count.counted("warning") : "\(count) \(severity.rawValue)"
            return style.colour(noun, severity)
        }
        let found = counts.isEmpty ? style.good("No findings") : "Found \(counts.joined(separator: ", "))"
        return "\(found) in \(files)\(secretsPart(of: report))\(waivedPart(of: report))\(skippedPart(of: report)).\n"
    }

    private func secretsPart(of report: ReviewReport) -> String {
        let names = report.secretsOnlyPaths.map(\.printable)
        guard !names.isEmpty else { return "" }
        let list = JobOutcome.list(names)
        return "; only secrets were looked for in \(names.count) of a language without rules (\(list))"
    }

    private func waivedPart(of report: ReviewReport) -> String {
        let (known, unchanged) = (report.count(.baseline), report.count(.unchanged))
        return dismissedPart(of: report) + (known > 0 ? "; \(known) in the baseline" : "")
            + (unchanged > 0 ? "; \(unchanged) on lines that did not change" : "")
    }

    private func dismissedPart(of report: ReviewReport) -> String {
        let count = report.dismissedCount
        guard count > 0 else { return "" }
        if report.showsDismissed { return "; \(count) dismissed, marked above" }
        return "; \(count) dismissed (--all shows \(count == 1 ? "it" : "them"))"
    }

    private func skippedPart(of report: ReviewReport) -> String {
        let kinds = Dictionary(grouping: report.skipped, by: \.reason.kind)
        guard !kinds.isEmpty else { return "" }
        let parts = kinds.sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
        return "; skipped \(parts.joined(separator: ", "))"
    }
}
