import Engine
import JSON
import LanguageServerProtocol
import Review
import Text

/// Findings as LSP shows them.
extension Snapshot {
    /// The findings of a document that are to be shown: as severe as asked for, of enabled rules, not dismissed.
    package func findings(of document: OpenDocument) -> [Finding] {
        guard !document.isTooLong else { return [] }
        let settings = settings(at: document.place)
        return document.reviewed.findings.filter { isShown($0, at: document.place, settings) }
    }

    /// The findings of a document that are hidden only because somebody dismissed them.
    package func dismissedFindings(of document: OpenDocument) -> [Finding] {
        guard !dismissals.isEmpty, !document.isTooLong else { return [] }
        let settings = settings(at: document.place)
        return document.reviewed.findings.filter {
            isWanted($0, settings) && dismissals.contains($0, at: document.place)
        }
    }

    /// The shown findings that touch some lines.
    package func findings(of document: OpenDocument, inLines lines: ClosedRange<Int>) -> [Finding] {
        guard !document.isTooLong else { return [] }
        let settings = settings(at: document.place)
        return document.reviewed.findings(inLines: lines).filter { isShown($0, at: document.place, settings) }
    }

    /// Whether a finding is to be shown at `place`, a document's path or, without one, its address.
    package func isShown(_ finding: Finding, at place: String) -> Bool {
        isShown(finding, at: place, settings(at: place))
    }

    private func isShown(_ finding: Finding, at place: String, _ settings: Settings) -> Bool {
        isWanted(finding, settings) && !dismissals.contains(finding, at: place)
    }

    /// Whether the settings ask for a finding.
    private func isWanted(_ finding: Finding, _ settings: Settings) -> Bool {
        settings.reviewEnabled && finding.severity >= settings.reviewMinimumSeverity
            && !settings.reviewDisabledRules.contains(finding.ruleID)
    }

    /// All diagnostics of a document.
    package func diagnostics(of document: OpenDocument) -> [Diagnostic] {
        let found = findings(of: document).map { diagnostic(for: $0, in: document) }
        return document.mayBeOwn ? found + problems(of: document) : found
    }

    /// A finding as a diagnostic.
    package func diagnostic(for finding: Finding, in document: OpenDocument) -> Diagnostic {
        Diagnostic(
            range: range(finding.range, in: document), severity: DiagnosticSeverity(finding.severity),
            code: finding.ruleID, codeDescription: client.linksDiagnosticCodes ? finding.rule.cweAddress : nil,
            message: finding.message,
            data: client.keepsDiagnosticData ? ["identity": .string(finding.identity)] : nil)
    }

    /// A range of lines and bytes in the client's units.
    package func range(_ range: ByteRange, in document: OpenDocument) -> Range<TextPosition> {
        let start = document.buffer.position(ofByte: range.startByte, inLine: range.startLine, encoding: encoding)
        let end = document.buffer.position(ofByte: range.endByte, inLine: range.endLine, encoding: encoding)
        return start..<max(start, end)
    }
}

extension DiagnosticSeverity {
    /// How LSP shows the specification's severities.
    package init(_ severity: Severity) {
        switch severity {
        case .critical: self = .error
        case .warning: self = .warning
        case .info: self = .information
        }
    }
}

extension Rule {
    /// The page about the weakness that the rule looks for.
    package var cweAddress: String? {
        cwe.map { "https://cwe.mitre.org/data/definitions/\($0).html" }
    }
}

extension OpenDocument {
    /// What dismissals and the store know the document by.
    package var place: String { path ?? uri }
}
