import JSON
import LanguageServerProtocol
import Review
import Text

/// The quick fixes of rules.
struct FixActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix) else { return [] }
        // Of a selection or a whole document all may be applied together; at a cursor one is picked.
        let findings = place.request.range.isEmpty ? place.findings : place.findings.withFixesThatGoTogether
        let titles = FindingTitles(findings, of: place.document) { $0.fix?.title ?? "Fix" }
        return findings.compactMap { finding in
            guard let edit = place.snapshot.fixing(finding, in: place.document) else { return nil }
            return CodeAction(
                title: titles.of(finding), kind: .quickFix,
                diagnostics: [place.snapshot.diagnostic(for: finding, in: place.document)], isPreferred: true,
                edit: edit,
                data: ["uri": .string(place.document.uri), "identity": .string(finding.identity)])
        }
    }
}

extension Snapshot {
    /// The edit that fixes a finding; nil where its rule knows none, and for a student.
    func fixing(_ finding: Finding, in document: OpenDocument) -> WorkspaceEdit? {
        guard let fix = finding.fix, !fix.edits.isEmpty, !isStudent(document) else { return nil }
        return edit(fix.edits, in: document)
    }

    /// The edit that fixes all findings that can be fixed together; nil for a student.
    func fixingAll(in document: OpenDocument) -> WorkspaceEdit? {
        if isStudent(document) { return nil }
        let edits = findings(of: document).withFixesThatGoTogether.flatMap { $0.fix?.edits ?? [] }
        return edits.isEmpty ? nil : edit(edits, in: document)
    }

    private func edit(_ edits: [Fix.Edit], in document: OpenDocument) -> WorkspaceEdit {
        let textEdits = edits.map { TextEdit(range: range($0.range, in: document), newText: $0.newText) }
        return WorkspaceEdit(
            [WorkspaceEdit.DocumentEdit(uri: document.uri, version: document.version, edits: textEdits)],
            isVersioned: client.versionedEdits)
    }
}
