import Engine
import JSON
import LanguageServerProtocol
import Models
import Review
import Text

/// Starts agents and the mentor on selected text.
///
/// None is offered on a finding: offline, the code agent repairs what a rule's fix repairs, which is the quick fix.
struct AgentActions: CodeActionProvider {
    /// Longest selection that goes into a job, in bytes; a job's whole input has its own limit.
    private static let maxSelection = 20_000

    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard let text = place.selectedText(limitBytes: Self.maxSelection) else { return [] }
        if ["markdown", "plaintext"].contains(place.document.languageID) {
            let pipeline =
                place.snapshot.isStudent(place.document)
                ? nil
                : action(
                    .agent, "Run the pipeline with this idea", "codeforge.runPipeline", ["user_idea": .string(text)],
                    place)
            return [
                pipeline,
                action(
                    .agent, "Lay out options for this decision", ProductMethods.command(running: .pedagogy),
                    ["decision_context": .string(text)], place),
            ].compactMap(\.self)
        }
        return [
            action(
                .mentor, "Ask the mentor about this", "codeforge.askMentor",
                [
                    "question": "What should I understand about this code?", "code": .string(text),
                    "language": .string(place.document.languageID),
                ], place)
        ].compactMap(\.self)
    }

    /// An action about the project of the document's folder; of the first folder for a document outside of all.
    private func action(
        _ kind: CodeActionKind, _ title: String, _ command: String, _ arguments: JSONObject, _ place: CodeActionPlace
    ) -> CodeAction? {
        guard place.wantsBeyondFindings(kind) else { return nil }
        var arguments = arguments
        if let (folder, _) = place.folder { arguments["project_id"] = .string(folder.mirror.workspace.projectID.text) }
        return CodeAction(
            title: "CodeForge: \(title)", kind: kind,
            command: Command(title: title, command: command, arguments: [.object(arguments)]))
    }
}

extension CodeActionPlace {
    /// The folder that holds the document, and its path there.
    fileprivate var folder: (folder: OpenFolder, file: ProjectPath)? {
        document.path.flatMap { OpenFolder.containing($0, among: snapshot.openFolders) }
    }

    /// What the range covers; nil for nothing, blanks alone, or more than the limit.
    fileprivate func selectedText(limitBytes: Int) -> String? {
        guard request.range.lowerBound < request.range.upperBound else { return nil }
        let (buffer, encoding) = (document.buffer, snapshot.encoding)
        let start = buffer.byteOffset(of: request.range.lowerBound, encoding: encoding)
        let end = buffer.byteOffset(of: request.range.upperBound, encoding: encoding)
        var bytes: [UInt8] = []
        for line in start.line...end.line {
            let whole = buffer.lineBytes(line)
            let from = line == start.line ? min(start.byteColumn, whole.count) : 0
            let to = line == end.line ? min(end.byteColumn, whole.count) : whole.count
            if line > start.line { bytes.append(0x0A) }
            if from < to { bytes += whole[from..<to] }
            if bytes.count > limitBytes { return nil }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.contains { !$0.isWhitespace } ? text : nil
    }
}
