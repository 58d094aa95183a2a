import Engine
import JSON
import LanguageServerProtocol
import Mentoring
import Models

/// Asking the mentor about a finding, one rung higher each time; in student mode also about the concept at the cursor,
/// and why there is no quick fix.
struct MentorActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.snapshot.isStudent(place.document) else {
            // What was asked is kept in a project.
            return place.snapshot.folders.isEmpty ? [] : asking(at: place, aboutConcepts: false)
        }
        return asking(at: place, aboutConcepts: true) + withheldFix(at: place)
    }

    private func asking(at place: CodeActionPlace, aboutConcepts: Bool) -> [CodeAction] {
        guard place.wantsAboutFindings(.mentor) else { return [] }
        let cursor = place.document.buffer.byteOffset(
            of: place.request.range.lowerBound, encoding: place.snapshot.encoding)
        let places = place.findings.map { (line: $0.range.startLine, byte: $0.range.startByte) }
        // Nobody who did not ask gets a light bulb at every word.
        let here = place.request.isAutomatic || !aboutConcepts ? [] : [(line: cursor.line, byte: cursor.byteColumn)]
        // Findings of one rule in several places are one subject each.
        let titles = FindingTitles(place.findings, of: place.document) { "Ask the mentor: \($0.rule.studentTitle)" }
        var seen: Set<String> = []
        return (places + here).compactMap { line, byte in
            guard let mentor = MentorPlace(place.document, line: line, byte: byte, snapshot: place.snapshot),
                seen.insert(mentor.subject).inserted
            else { return nil }
            let start = place.snapshot.range(mentor.range, in: place.document).lowerBound
            let named = place.findings.first { $0.range == mentor.range }
            let title = named.map(titles.of) ?? "Ask the mentor: \(mentor.title)"
            return CodeAction(
                title: title, kind: .mentor,
                diagnostics: named.map { [place.snapshot.diagnostic(for: $0, in: place.document)] } ?? [],
                command: Command(
                    title: title, command: "codeforge.askMentor", arguments: [.object(mentor.arguments(at: start))]))
        }
    }

    /// A fix that cannot be had: its title says nothing of what it does.
    private func withheldFix(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix), place.snapshot.client.disablesCodeActions, !place.request.isAutomatic,
            let finding = place.findings.first(where: { $0.fix != nil })
        else { return [] }
        return [
            CodeAction(
                title: "Quick fix (\(finding.ruleID))", kind: .quickFix,
                diagnostics: [place.snapshot.diagnostic(for: finding, in: place.document)],
                disabledReason: StudentMode.reason("A quick fix"))
        ]
    }
}
