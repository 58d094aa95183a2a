import LanguageServerProtocol
import Review
import Text

/// Explains the findings under the cursor: what is wrong, why it matters, what to do.
struct FindingHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        let findings = place.snapshot.findings(of: place.document, inLines: place.line...place.line)
            .filter { $0.range.touches(line: place.line, byte: place.byte) }
        guard let first = findings.first, !place.snapshot.isStudent(place.document) else { return nil }
        let text = findings.map(Self.explanation).joined(separator: "\n\n---\n\n")
        let range = place.snapshot.range(first.range, in: place.document)
        return Hover(contents: place.snapshot.markup(text), range: range)
    }

    private static func explanation(of finding: Finding) -> String {
        let rule = finding.rule
        var parts = ["**\(rule.title)** (`\(rule.id)`, \(finding.severity.rawValue))", finding.message]
        if !finding.flow.isEmpty { parts.append(way(of: finding)) }
        if !rule.why.isEmpty { parts.append(rule.why) }
        if let fix = finding.fix { parts.append("Quick fix: \(fix.title).") }
        if let cwe = rule.cwe, let address = rule.cweAddress { parts.append("[CWE-\(cwe)](\(address))") }
        return parts.joined(separator: "\n\n")
    }

    /// The lines that the value that does harm passes.
    private static func way(of finding: Finding) -> String {
        var lines: [String] = []
        for step in finding.flow {
            let number = step.range.startLine + 1
            lines.append(step.kind == .source ? "the data come in on line \(number)" : "line \(number)")
        }
        return "How they get here: " + lines.joined(separator: " → ") + "."
    }
}

extension ByteRange {
    /// Whether a place lies in the range or at its end.
    package func touches(line: Int, byte: Int) -> Bool {
        (startLine, startByte) <= (line, byte) && (line, byte) <= (endLine, endByte)
    }
}
