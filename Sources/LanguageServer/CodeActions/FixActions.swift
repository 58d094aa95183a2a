import JSON
import LanguageServerProtocol
import Review
import Text

/// The quick fixes of rules.
struct FixActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix) else { return [] }
        return place.findings.compactMap { finding in
            guard let edit = place.snapshot.fixing(finding, in: place.document) else { return nil }
            return CodeAction(
                title: finding.fix?.title ?? "Fix", kind: .quickFix,
                diagnostics: [place.snapshot.diagnostic(for: finding, in: place.document)], isPreferred: true,
                edit: edit,
                data: ["uri": .string(place.document.uri), "identity": .string(finding.identity)])
        }
    }
}

extension Snapshot {
    /// The edit that fixes a finding; nil where its rule knows none.
    func fixing(_ finding: Finding, in document: OpenDocument) -> WorkspaceEdit? {
        guard let fix = finding.fix, !fix.edits.isEmpty else { return nil }
        return edit(fix.edits, in: document)
    }

    /// The edit that fixes all findings that can be fixed; of two that overlap, the first.
    func fixingAll(in document: OpenDocument) -> WorkspaceEdit? {
        var edits: [Fix.Edit] = []
        for fix in findings(of: document).compactMap(\.fix)
        where !fix.edits.contains(where: { new in edits.contains { $0.range.overlaps(new.range) } }) {
            edits += fix.edits
        }
        return edits.isEmpty ? nil : edit(edits, in: document)
    }

    private func edit(_ edits: [Fix.Edit], in document: OpenDocument) -> WorkspaceEdit {
        let textEdits = edits.map { TextEdit(range: range($0.range, in: document), newText: $0.newText) }
        return WorkspaceEdit(
            [WorkspaceEdit.DocumentEdit(uri: document.uri, version: document.version, edits: textEdits)],
            isVersioned: client.versionedEdits)
    }
}

extension ByteRange {
    fileprivate func overlaps(_ other: ByteRange) -> Bool {
        self == other
            || (startLine, startByte) < (other.endLine, other.endByte)
                && (other.startLine, other.startByte) < (endLine, endByte)
    }
}
