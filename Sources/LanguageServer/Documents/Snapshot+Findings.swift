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
        let others = agentFindings(of: document) + linterFindings(of: document)
        // Most documents have none: nothing is copied for them on a keystroke.
        let ruled = reviewFindings(of: document)
        return others.isEmpty ? ruled : ruled + others
    }

    /// The shown findings that touch some lines.
    package func findings(of document: OpenDocument, inLines lines: ClosedRange<Int>) -> [Finding] {
        guard document.isReviewed else { return [] }
        let others = (agentFindings(of: document) + linterFindings(of: document))
            .filter { lines.contains($0.range.startLine) }
        let ruled =
            document.linted.isEmpty
            ? document.reviewed.findings(inLines: lines)
            : reviewFindings(of: document).filter {
                $0.range.startLine <= lines.upperBound && $0.range.endLine >= lines.lowerBound
            }
        return shown(others.isEmpty ? ruled : ruled + others, of: document)
    }

    private func shown(_ findings: [Finding], of document: OpenDocument) -> [Finding] {
        if findings.isEmpty { return [] }
        let settings = settings(at: document.place)
        // On a keystroke nobody asks where the document lies who needn't.
        let place = dismissals.isEmpty ? "" : dismissalPlace(of: document)
        let decided = decisions(about: document)
        return findings.compactMap { found in
            guard let finding = decided.shown(found, under: settings), !decided.dismiss(finding),
                !dismissals.contains(finding, at: place)
            else { return nil }
            return finding
        }
    }

    private func decisions(about document: OpenDocument) -> FileDecisions {
        document.path.map(decisions.decisions) ?? FileDecisions()
    }

    /// The findings of a document that are hidden only because somebody dismissed them, here or in the team's file.
    package func dismissedFindings(of document: OpenDocument) -> [Finding] {
        guard document.isReviewed, !dismissals.isEmpty || decisions(about: document).dismissesAny else { return [] }
        let settings = settings(at: document.place)
        let place = dismissalPlace(of: document)
        let decided = decisions(about: document)
        return allFindings(of: document).compactMap { found in
            guard dismissals.contains(found, at: place) || decided.dismiss(found) else { return nil }
            return decided.shown(found, under: settings)
        }
    }

    /// A finding as it is to be shown of a file that no document is open of; nil where it is not.
    package func shown(_ finding: Finding, inFileAt path: String) -> Finding? {
        let decided = decisions.decisions(forFileAt: path)
        guard !decided.dismiss(finding), !dismissals.contains(finding, at: path) else { return nil }
        return decided.shown(finding, under: settings(at: path))
    }

    /// What dismissals know a document by: its path or, without one, its address.
    func dismissalPlace(of document: OpenDocument) -> String {
        document.path.map(dismissalPlace(ofFileAt:)) ?? document.place
    }

    /// As above, for a file or a folder.
    func dismissalPlace(ofFileAt path: String) -> String {
        // It may be open by another name than its folder, through a link.
        let known = OpenFolder.containing(path, among: openFolders)
        return known.map { $0.folder.mirror.folder.absolutePath(of: $0.file) } ?? path
    }

    /// All diagnostics of a document.
    package func diagnostics(of document: OpenDocument) -> [Diagnostic] {
        let found = findings(of: document).map { diagnostic(for: $0, in: document) }
        if document.isRuleFile { return found + ruleProblems(of: document) }
        return document.mayBeOwn ? found + problems(of: document) : found
    }

    /// A finding as a diagnostic.
    package func diagnostic(for finding: Finding, in document: OpenDocument) -> Diagnostic {
        Diagnostic(
            range: range(finding.range, in: document), severity: DiagnosticSeverity(finding.severity),
            code: finding.ruleID, codeDescription: page(about: finding.rule, isStudent: isStudent(document)),
            message: message(of: finding, isStudent: isStudent(document)), related: flow(of: finding, in: document),
            data: client.keepsDiagnosticData ? ["identity": .string(finding.identity)] : nil)
    }

    /// How the value that does harm came to a finding, for clients that show such places.
    private func flow(of finding: Finding, in document: OpenDocument) -> [RelatedPlace] {
        guard client.showsRelatedPlaces else { return [] }
        return finding.flow.map {
            RelatedPlace(uri: document.uri, range: range($0.range, in: document), message: $0.message)
        }
    }

    /// The address of a page about a rule: the server's own where the client can show it, else one about the weakness.
    ///
    /// A student gets none that tells how it is put right, as the pages of linters do.
    package func page(about rule: Rule, isStudent: Bool) -> String? {
        guard client.linksDiagnosticCodes else { return nil }
        if isStudent, !client.asksForContent || Linter.name(inRule: rule.id) != nil { return rule.cweAddress }
        if Linter.name(inRule: rule.id) != nil { return rule.references.first }
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
