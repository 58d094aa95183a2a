import Engine
import JSON
import LanguageServerProtocol
import Models
import Review

/// On a comment `DECIDE: ...`: has the options of that decision laid out, in `.codeforge/choices.md`.
struct DecisionActions: CodeActionProvider {
    private static let mark = "DECIDE:"
    private static let comments = ["//", "#", "--", "<!--", "/*", "*"]

    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.wantsBeyondFindings(.agent), place.document.reviewed.language != .plain else { return [] }
        return place.lines.prefix(200).compactMap { line in
            Self.decision(on: line, of: place.document).map { action(for: $0, at: place) }
        }
    }

    private func action(for decision: String, at place: CodeActionPlace) -> CodeAction {
        let title = "Lay out options: \(decision.prefix(60))"
        var arguments: JSONObject = [
            "decision_context": .string(decision), "language": .string(place.document.reviewed.language.id),
        ]
        if let (folder, file) = place.document.path.flatMap({
            OpenFolder.containing($0, among: place.snapshot.openFolders)
        }) {
            arguments["project_id"] = .string(folder.mirror.workspace.projectID.text)
            arguments["file_path"] = .string(file.text)
        }
        return CodeAction(
            title: "CodeForge: \(title)", kind: .agent,
            command: Command(
                title: title, command: ProductMethods.command(running: .pedagogy), arguments: [.object(arguments)]))
    }

    /// What a comment leaves to be decided; nil for a line without such a comment.
    static func decision(on line: Int, of document: OpenDocument) -> String? {
        let bytes = document.buffer.lineBytes(line)
        guard bytes.count < 2_000, let found = bytes.firstRange(of: Array(mark.utf8)),
            // In a text the mark would stand for something else.
            !document.reviewed.codeTokens(ofLine: line).contains(where: { $0.range.overlaps(found) })
        else { return nil }
        let before = String(decoding: bytes[..<found.lowerBound], as: UTF8.self).trimmed
        guard comments.contains(where: before.hasSuffix) else { return nil }
        var text = String(decoding: bytes[found.upperBound...], as: UTF8.self).trimmed
        for end in ["-->", "*/"] where text.hasSuffix(end) { text = String(text.dropLast(end.count)).trimmed }
        return text.isEmpty ? nil : text
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
