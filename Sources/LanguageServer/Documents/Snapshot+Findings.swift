import Engine
import JSON
import LanguageServerProtocol
import Review
import Text

/// Findings as LSP shows them.
extension Snapshot {
    /// The findings of a document that are to be shown: as severe as asked for, of enabled rules, not dismissed.
    package func findings(of document: OpenDocument) -> [Finding] {
        document.isReviewed ? shown(allFindings(of: document), of: document) : []
    }

    /// The findings of a document from every source, shown or not.
    func allFindings(of document: OpenDocument) -> [Finding] {
        let agents = agentFindings(of: document)
        // Most documents have none: nothing is copied for them on a keystroke.
        return agents.isEmpty ? document.reviewed.findings : document.reviewed.findings + agents
    }

    /// The shown findings that touch some lines.
    package func findings(of document: OpenDocument, inLines lines: ClosedRange<Int>) -> [Finding] {
        guard document.isReviewed else { return [] }
        let agents = agentFindings(of: document).filter { lines.contains($0.range.startLine) }
        let ruled = document.reviewed.findings(inLines: lines)
        return shown(agents.isEmpty ? ruled : ruled + agents, of: document)
    }

    private func shown(_ findings: [Finding], of document: OpenDocument) -> [Finding] {
        if findings.isEmpty { return [] }
        let settings = settings(at: document.place)
        // On a keystroke nobody asks where the document lies who needn't.
        let place = dismissals.isEmpty ? "" : dismissalPlace(of: document)
        return findings.filter { settings.shows($0) && !dismissals.contains($0, at: place) }
    }

    /// The findings of a document that are hidden only because somebody dismissed them.
    package func dismissedFindings(of document: OpenDocument) -> [Finding] {
        guard !dismissals.isEmpty, document.isReviewed else { return [] }
        let settings = settings(at: document.place)
        let place = dismissalPlace(of: document)
        return allFindings(of: document).filter { settings.shows($0) && dismissals.contains($0, at: place) }
    }

    /// Whether a finding is to be shown of a file that no document is open of.
    package func isShown(_ finding: Finding, inFileAt path: String) -> Bool {
        settings(at: path).shows(finding) && !dismissals.contains(finding, at: path)
    }

    /// What dismissals know a document by: its path or, without one, its address.
    func dismissalPlace(of document: OpenDocument) -> String {
        // It may be open by another name than its folder, through a link.
        let known = document.path.flatMap { OpenFolder.containing($0, among: openFolders) }
        return known.map { $0.folder.mirror.folder.absolutePath(of: $0.file) } ?? document.place
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
            code: finding.ruleID, codeDescription: page(about: finding.rule),
            message: message(of: finding, isStudent: isStudent(document)),
            data: client.keepsDiagnosticData ? ["identity": .string(finding.identity)] : nil)
    }

    /// The address of a page about a rule: the server's own where the client can show it, else one about the weakness.
    package func page(about rule: Rule) -> String? {
        guard client.linksDiagnosticCodes else { return nil }
        return client.asksForContent ? ServerContent.rule(rule.id).uri : rule.cweAddress ?? rule.references.first
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
    /// What settings and the store know the document by.
    package var place: String { path ?? uri }
}
